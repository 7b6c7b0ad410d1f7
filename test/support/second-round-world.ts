import { db, panelMembers, systemActor } from "#db";
import { eq } from "drizzle-orm";
import { agendaItems } from "#db";
import { perspectiefcirkelNl } from "../../app/domain/question-sets/perspectiefcirkel-nl.ts";
import type { Choice } from "../../app/schemas/rating-choices.ts";
import type { SentRating } from "../../app/schemas/rating.ts";
import { recordRating } from "../../app/server/ratings.server.ts";
import { getResults } from "../../app/server/results.server.ts";
import { openSecondRound } from "../../app/server/second-round.server.ts";
import { revealItem } from "../../app/server/reveal.server.ts";
import { saveStep, setReady } from "../../app/server/scoring.server.ts";
import { accessOf, seats, type Name, type World } from "./session-world.ts";

type Address = { sessionId: string; caseId: string };
type Value = 1 | 2 | 3 | 4 | 5;

/** One value per option at every criterion of the own perspective, every gate a yes; then ready. */
export async function scoreAll(
  world: World,
  address: Address,
  { name, values, j1 }: { name: Name; values: Value[]; j1?: Value },
): Promise<void> {
  const perspective = perspectiefcirkelNl.perspectives.find(
    ({ key }) => key === seats.find(([sits]) => sits === name)?.[1],
  );
  const access = await accessOf(world.ids[name], "session.score");
  const keep = async (key: string, choiceOf: (place: number) => Choice) => {
    const cells = world.optionIds.map((optionId, place) => {
      const choice = choiceOf(place);
      const reason = choice === "1" || choice === "2" ? `${name} vindt ${key} zwak` : "";
      return { optionId, choice, reason };
    });
    await saveStep(access, address, { intent: "next", key, cells });
  };
  for (const { key } of perspective?.criteria ?? []) {
    const own = key === "J1" && j1 ? [values[0], values[1], j1] : values;
    await keep(key, (place) => String(own[place] ?? 3) as Choice);
  }
  for (const { key } of perspective?.gates ?? []) await keep(key, () => "yes");
  await setReady(access, address, true);
}

/** Everybody agrees, but for the legal panel on J1 of the last option: 1 against 5. */
export async function scoreWithOneDifference(world: World, address: Address): Promise<void> {
  for (const [name] of seats) {
    const j1 = name === "legal1" ? 1 : name === "legal2" ? 5 : undefined;
    await scoreAll(world, address, { name, values: [2, 4, 4], ...(j1 ? { j1 } : {}) });
  }
}

/** The first round revealed, with one cell on which people differ. */
export async function revealedOnce(world: World, address: Address): Promise<void> {
  await scoreWithOneDifference(world, address);
  await revealItem(await accessOf(world.ids.lead, "session.lead"), address, "");
}

/** The same with the second round open for that one cell. */
export async function secondRoundOpen(world: World, address: Address): Promise<void> {
  await revealedOnce(world, address);
  await openSecondRound(await accessOf(world.ids.lead, "session.lead"), address);
}

/** Somebody who joined when the scoring had begun: scores from the second round on. */
export async function seatLate(world: World, name: Name, perspective: string): Promise<void> {
  await db.write(systemActor, async (tx) => {
    const [item] = await tx
      .select({ id: agendaItems.id })
      .from(agendaItems)
      .where(eq(agendaItems.caseId, world.caseId));
    const agendaItemId = item?.id ?? "";
    const personId = world.ids[name];
    await tx.insert(panelMembers).values({ agendaItemId, personId, perspective, fromRound: 2 });
    await tx.record({ kind: "test.seated", subject: { type: "agenda_item", id: agendaItemId } });
  });
}

/** What people do and see in the tests of the second round, in the world as it is by then. */
export function secondRoundActs(of: () => { world: World; address: Address }) {
  async function lead() {
    return accessOf(of().world.ids.lead, "session.lead");
  }

  async function scoring(name: Name) {
    return accessOf(of().world.ids[name], "session.score");
  }

  async function currentItem() {
    const [item] = await db.read.select().from(agendaItems);
    if (!item) throw new Error("no item");
    return item;
  }

  function last(): string {
    return of().world.optionIds[2] ?? "";
  }

  function cell(choice: SentRating["choice"], reason = ""): SentRating {
    return { key: "J1", optionId: last(), choice, reason };
  }

  async function rate(name: Name, input: SentRating & { round?: number }) {
    return recordRating(await scoring(name), of().address, input);
  }

  async function results(name: Name) {
    return getResults(await accessOf(of().world.ids[name], "session.read"), of().address);
  }
  return { lead, scoring, currentItem, last, cell, rate, results };
}
