import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  agendaItems,
  db,
  flaggedCells,
  minorityViews,
  panelMembers,
  ratings,
  secondRoundCells,
  secondRounds,
} from "#db";
import { openCopy } from "../support/database.ts";
import { exampleContent } from "../support/example.ts";

beforeAll(async () => openCopy(await exampleContent()));

describe("the second round in the example data", () => {
  it("has a second round in which people moved, with a view that stayed behind", async () => {
    const moved = await db.read.select().from(ratings).where(eq(ratings.round, 2));
    const before = await db.read.select().from(ratings).where(eq(ratings.round, 1));
    const changes = moved.filter((row) => {
      const own = before.find(
        (earlier) =>
          earlier.agendaItemId === row.agendaItemId &&
          earlier.personId === row.personId &&
          earlier.criterion === row.criterion &&
          earlier.optionId === row.optionId,
      );
      return own?.value !== row.value;
    });
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.length).toBeLessThan(moved.length);
    expect(changes.filter(({ reason }) => reason === "")).toEqual([]);
    expect(await db.read.select().from(minorityViews)).not.toEqual([]);
    expect(await db.read.select().from(flaggedCells)).not.toEqual([]);
  });

  it("asked what was reopened, and everyone who was asked was ready", async () => {
    const items = await db.read.select().from(agendaItems);
    const rounds = await db.read.select().from(secondRounds);
    expect(rounds.length).toBeGreaterThan(0);
    for (const { id, round } of items) {
      const second = rounds.find(({ agendaItemId }) => agendaItemId === id);
      expect(round).toBe(second ? 2 : 1);
      if (second) await expectAsked(id, second);
    }
  });
});

/** Everyone who was asked something in the second round was ready, and answered reopened cells only. */
async function expectAsked(
  agendaItemId: string,
  second: typeof secondRounds.$inferSelect,
): Promise<void> {
  const ofItem = eq(secondRoundCells.agendaItemId, agendaItemId);
  const cells = await db.read.select().from(secondRoundCells).where(ofItem);
  const members = await db.read
    .select()
    .from(panelMembers)
    .where(eq(panelMembers.agendaItemId, agendaItemId));
  for (const { perspective, readyAt } of members) {
    expect(readyAt !== null).toBe(cells.some((cell) => cell.perspective === perspective));
  }
  const given = await db.read
    .select()
    .from(ratings)
    .where(and(eq(ratings.agendaItemId, agendaItemId), eq(ratings.round, 2)));
  for (const row of given) {
    expect(cells).toContainEqual(
      expect.objectContaining({ key: row.criterion, optionId: row.optionId }),
    );
    expect(row.updatedAt).toBeGreaterThan(second.openedAt);
    expect(row.updatedAt).toBeLessThan(second.revealedAt ?? 0);
  }
}
