import { beforeEach, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { precedentFacts, precedents } from "#db";
import {
  bandFor,
  comparisonsWith,
  nearestTo,
  situationFrom,
  type CaseSituation,
} from "#app/server/comparing.server.ts";
import { repackPrecedent } from "#app/server/precedent-words.server.ts";
import { freshDatabase } from "../support/database.ts";
import { newWorld } from "./case-world.ts";
import {
  change,
  levels,
  precedentWorld,
  publishOne,
  type PrecedentWorld,
} from "./precedent-world.ts";

let world: PrecedentWorld;
let late: string;
let plain: string;

beforeEach(async () => {
  await freshDatabase();
  const { person } = await newWorld();
  world = await precedentWorld(await person("policy_advisor"), 5);
  const fact = (fits: (one: PrecedentWorld["facts"][number]) => boolean) =>
    world.facts.find((one) => one.direction === "con" && fits(one))?.id ?? "";
  late = fact(({ measure }) => measure === "months");
  plain = world.facts.find(({ direction }) => direction === "pro")?.id ?? "";
});

/** A precedent of full relief on one fact for it, so many months late; null is not late at all. */
async function relief(monthsLate: number | null, scopeId = world.scopeIds[0]): Promise<string> {
  const id = await publishOne(world);
  const organisationId =
    scopeId === world.scopeIds[2] ? world.otherId : world.someone.organisation.id;
  await change(async (tx) => {
    await tx.delete(precedentFacts).where(eq(precedentFacts.precedentId, id));
    const rows = [
      { precedentId: id, factId: plain, side: "pro" as const, inReason: 1 },
      ...(monthsLate === null
        ? []
        : [
            {
              precedentId: id,
              factId: late,
              side: "con" as const,
              inReason: 0,
              amount: monthsLate,
            },
          ]),
    ];
    await tx.insert(precedentFacts).values(rows);
    const set = { scopeId, organisationId, level: 3, visibility: "organisation" as const };
    await tx
      .update(precedents)
      .set({ ...set, catalogueSize: 1000 })
      .where(eq(precedents.id, id));
    await repackPrecedent(tx, id);
  });
  return id;
}

function aCase(answer: "yes" | "no" | "unknown", amount: number | null): Promise<CaseSituation> {
  const where = { organisationId: world.someone.organisation.id, scopeId: world.scopeIds[0] };
  return situationFrom(where, { [plain]: { answer: "yes" }, [late]: { answer, amount } });
}

async function compared(facts: CaseSituation, id: string) {
  const [found] = await comparisonsWith(world.someone, facts, [id]);
  const ids = (words: { id: string }[] = []) => words.map((word) => word.id);
  return {
    verdict: found?.verdict,
    binds: found?.binds,
    strongerHere: ids(found?.strongerHere),
    toFindOut: ids(found?.toFindOut),
    toMotivate: ids(found?.toMotivate),
    same: ids(found?.same),
    besides: ids(found?.besides),
  };
}

const nothing = { strongerHere: [], toFindOut: [], toMotivate: [], besides: [] };

describe("An ordered fact", () => {
  test("that is not there at all is none: less than any amount", async () => {
    const id = await relief(3);
    const facts = await aCase("no", null);
    expect((await bandFor(facts, levels)).lower).toBe(3);
    expect(await compared(facts, id)).toEqual({
      ...nothing,
      ...{ verdict: "equal", binds: "atLeast", strongerHere: [late], same: [plain] },
    });
  });

  test("that the precedent did not have is a difference to motivate, and one of unknown amount to find out", async () => {
    const [without, with3] = [await relief(null), await relief(3)];
    const facts = await aCase("yes", 5);
    expect((await bandFor(facts, levels)).lower).toBe(0);
    const difference = { ...nothing, verdict: "nearly", binds: null, same: [plain] };
    expect(await compared(facts, without)).toEqual({ ...difference, toMotivate: [late] });
    expect(await compared(facts, with3)).toEqual({ ...difference, toMotivate: [late] });
    const open = await aCase("yes", null);
    expect(await compared(open, with3)).toEqual({ ...difference, toFindOut: [late] });
    expect(await compared(open, without)).toEqual({ ...difference, toMotivate: [late] });
  });

  test("of which neither has anything is no word in a comparison", async () => {
    const id = await relief(null);
    const equal = { ...nothing, verdict: "equal", binds: "atLeast", same: [plain] };
    expect(await compared(await aCase("no", null), id)).toEqual(equal);
    expect(await compared(await aCase("unknown", null), id)).toEqual(equal);
  });
});

describe("A precedent of another organisation", () => {
  test("is compared from a linked scope once it is shared, and never binds", async () => {
    const id = await relief(null, world.scopeIds[2]);
    const facts = await aCase("no", null);
    const near = () => nearestTo(world.someone, facts, { count: 5, elsewhere: true });
    expect(await near()).toEqual([]);
    expect(await comparisonsWith(world.someone, facts, [id])).toEqual([]);
    await change(async (tx) => {
      await tx.update(precedents).set({ visibility: "network" }).where(eq(precedents.id, id));
      await repackPrecedent(tx, id);
    });
    expect(await near()).toEqual([{ id, differenceCount: 0 }]);
    expect(await nearestTo(world.someone, facts, { count: 5, elsewhere: false })).toEqual([]);
    expect((await bandFor(facts, levels)).lower).toBe(0);
    const [found] = await comparisonsWith(world.someone, facts, [id]);
    expect(found?.precedent.organisation).toBe(`o ${world.otherId}`);
  });
});
