import { describe, expect, it } from "vitest";
import { assertOption, getGround, groundKeys, grounds } from "../../app/domain/option.ts";
import { refusal } from "./weighing-example.ts";

describe("an option", () => {
  it("at position 0 is strict application: level 0, no ground needed", () => {
    expect(refusal(() => assertOption({ position: 0, level: 0 }))).toBeUndefined();
    expect(refusal(() => assertOption({ position: 0, level: 1, ground: "hardship_clause" }))).toBe(
      "option_zero_level",
    );
  });

  it("at any other position names a ground that exists", () => {
    const option = { position: 1, level: 2 };
    expect(refusal(() => assertOption(option))).toBe("option_ground_required");
    expect(refusal(() => assertOption({ ...option, ground: " " }))).toBe("option_ground_required");
    expect(refusal(() => assertOption({ ...option, ground: "because" }))).toBe("option_ground");
    expect(refusal(() => assertOption({ ...option, ground: "hardship_clause" }))).toBeUndefined();
  });

  it("has a level of the question set and a position from 0", () => {
    const ground = "room_in_norm";
    expect(refusal(() => assertOption({ position: 1, level: 4, ground }))).toBe("option_level");
    expect(refusal(() => assertOption({ position: 1, level: 4, ground }, 5))).toBeUndefined();
    expect(refusal(() => assertOption({ position: 1, level: -1, ground }))).toBe("option_level");
    expect(refusal(() => assertOption({ position: -1, level: 0, ground }))).toBe("option_position");
    expect(refusal(() => assertOption({ position: 0.5, level: 0, ground }))).toBe(
      "option_position",
    );
  });
});

describe("the grounds", () => {
  it("are all there, once", () => {
    expect(grounds.map(({ key }) => key)).toEqual([...groundKeys]);
  });

  it("ask an executive and legal advice only against a formal statute", () => {
    const asking = grounds.filter(
      (ground) => ground.requiresExecutive || ground.requiresLegalAdvice,
    );
    expect(asking.map(({ key }) => key)).toEqual(["formal_statute_unforeseen"]);
    expect(getGround("formal_statute_unforeseen")).toMatchObject({
      requiresExecutive: true,
      requiresLegalAdvice: true,
    });
  });

  it("raise a red flag and ask the policy owner only against the law", () => {
    const red = grounds.filter(
      ({ redFlag, requiresPolicyOwner }) => redFlag || requiresPolicyOwner,
    );
    expect(red.map(({ key }) => key)).toEqual(["against_the_law"]);
  });

  it("name an article, except where nothing is deviated from", () => {
    const bare = grounds.filter(({ requiresReference }) => !requiresReference);
    expect(bare.map(({ key }) => key)).toEqual(["no_deviation"]);
  });
});
