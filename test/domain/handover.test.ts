import fc from "fast-check";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { WhatIsRead } from "#app/components/handovers/shared-content.tsx";
import {
  answerDay,
  daysToAnswer,
  givenCase,
  handoverParts,
  isReadable,
  sharedContent,
  specialKinds,
  type CaseDescription,
  type HandoverPart,
  type SharedContent,
  type SharedField,
} from "../../app/domain/handover.ts";
import { markup } from "../components/picture-views.tsx";

const day = 86_400_000;

/** Fields that carry more than they should, to see that it stays behind. */
const field = (prefix: string) =>
  fc.record({
    label: fc.uuid().map((id) => `label-${id}`),
    text: fc.uuid().map((id) => `text-${id}`),
    field: fc.uuid().map((id) => `${prefix}${id}`),
    value: fc.uuid().map((id) => `value-${id}`),
    caseId: fc.uuid().map((id) => `case-${id}`),
  });

const description = fc.record({
  parts: fc.record(
    Object.fromEntries(
      handoverParts.map((part) => [
        part,
        fc.array(field(part === "facts" ? "fact." : "field-"), { maxLength: 4 }),
      ]),
    ) as Record<HandoverPart, fc.Arbitrary<(SharedField & { caseId: string })[]>>,
  ),
  special: fc.subarray([...specialKinds]),
  number: fc.uuid(),
}) as fc.Arbitrary<CaseDescription>;

const choosing = description.chain((described) =>
  fc.record({
    described: fc.constant(described),
    parts: fc.subarray([...handoverParts]),
    facts: fc.subarray(described.parts.facts.map((fact) => fact.field ?? "")),
  }),
);

describe("What is shared", () => {
  test("is every field of the chosen parts and facts, and no part that was not chosen leaves a trace", () => {
    fc.assert(
      fc.property(choosing, ({ described, parts, facts }) => {
        const shared = sharedContent(described, { parts, facts });
        const bytes = JSON.stringify(shared);
        for (const part of handoverParts) {
          for (const one of described.parts[part]) {
            const chosen =
              part === "facts" ? facts.includes(one.field ?? "") : parts.includes(part);
            for (const mark of [one.label, one.text, one.field, one.value]) {
              expect(bytes.includes(mark ?? ""), `${part} ${mark}`).toBe(chosen);
            }
          }
        }
        expect(bytes).not.toContain("case-");
        expect(Object.keys(shared.content).filter((key) => key !== "special")).toEqual(
          shared.parts,
        );
      }),
    );
  });

  test("names special data among what was agreed, where the receiver reads it and where it is looked at", () => {
    const shown = {
      ...{ from: "Gemeente", to: "Dienst", sender: { name: "Yassin", email: "y@x.nl" } },
      ...{ contactName: "Femke", question: "Kunt u helpen?", consent: "Ja", consentAt: 0 },
      ...{ sentAt: 0, answerBy: 0 },
    };
    const read = (content: SharedContent) =>
      markup(createElement(WhatIsRead, { shown: { ...shown, content } }));
    const agreed = (content: SharedContent) => read(content).split("Wat er is afgesproken")[1];
    const title = [{ label: "Titel", text: "Schuld" }];
    expect(agreed({ title, special: ["health"] })).toContain("gegevens over gezondheid");
    expect(agreed({ title })).not.toContain("gezondheid");
  });

  test("tells of special data only when anything of the case goes along", () => {
    fc.assert(
      fc.property(choosing, ({ described, parts, facts }) => {
        const { content, parts: sent } = sharedContent(described, { parts, facts });
        const expected =
          sent.length > 0 && described.special.length > 0 ? described.special : undefined;
        expect(content.special).toEqual(expected);
      }),
    );
  });

  test("leaves out what has no text, and a part that has nothing else", () => {
    const empty = Object.fromEntries(handoverParts.map((part) => [part, []]));
    const parts = { ...empty, story: [{ label: "Verhaal", text: "  " }] };
    const described = { parts, special: ["health"] } as unknown as CaseDescription;
    const choice = { parts: handoverParts, facts: [] };
    expect(sharedContent(described, choice)).toEqual({ parts: [], content: {} });
  });
});

describe("A case made of it", () => {
  test("holds every text that was shared, and only that", () => {
    fc.assert(
      fc.property(choosing, ({ described, parts, facts }) => {
        const { content } = sharedContent(described, { parts, facts });
        const bytes = JSON.stringify(givenCase(content));
        for (const part of handoverParts.filter((one) => one !== "facts")) {
          for (const { text } of described.parts[part]) {
            expect(bytes.includes(text)).toBe(parts.includes(part));
          }
        }
      }),
    );
  });

  test("gets each text in its own field, and what has none in the story", () => {
    const given = givenCase({
      title: [{ label: "Titel", text: "Te laat", field: "title" }],
      story: [{ label: "Verhaal", text: "Het verhaal.", field: "story" }],
      wish: [{ label: "Wens", text: "Rust.", field: "citizenWish" }],
      urgency: [
        { label: "Haast", text: "Huisuitzetting", field: "urgencyKind", value: "eviction" },
        { label: "Wanneer", text: "3 maart 2026", field: "urgencyDate", value: "1772496000000" },
      ],
      law: [{ label: "Wet", text: "BWBR0005537", field: "lawReference" }],
      facts: [{ label: "Ziek", text: "Ja: 3 maanden", field: "fact.f1", value: "yes 3" }],
      options: [{ label: "Oplossing 1", text: "Uitstel" }],
      special: ["criminal"],
    });
    expect(given).toEqual({
      title: "Te laat",
      texts: { story: "Het verhaal.\n\nOplossing 1: Uitstel", citizenWish: "Rust." },
      urgencyKind: "eviction",
      urgencyDate: Date.UTC(2026, 2, 3),
      pinchPlace: null,
      lifeEvents: [],
      lawReferences: ["BWBR0005537"],
      facts: [{ factId: "f1", answer: "yes", amount: 3, note: "Ja: 3 maanden" }],
      specialHealth: false,
      specialCriminal: true,
    });
  });
});

describe("The answer", () => {
  test("is expected so many days after the day it was sent, the whole last day long", () => {
    const now = Date.UTC(2026, 10, 20, 15, 30);
    const answerBy = answerDay(now, 3);
    expect(new Date(answerBy).toISOString()).toBe("2026-11-23T00:00:00.000Z");
    expect(daysToAnswer({ answerBy, now })).toBe(3);
    expect(daysToAnswer({ answerBy, now: now + 3 * day })).toBe(0);
    expect(daysToAnswer({ answerBy, now: now + 4 * day })).toBe(-1);
  });

  test("decides who reads on: nobody does what was sent back or withdrawn", () => {
    const readable = (["sent", "accepted", "returned", "withdrawn"] as const).filter(isReadable);
    expect(readable).toEqual(["sent", "accepted"]);
  });
});
