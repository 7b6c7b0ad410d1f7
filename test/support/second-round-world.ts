import { db, panelMembers, systemActor } from "#db";
import { eq } from "drizzle-orm";
import { agendaItems } from "#db";
import { perspectiefcirkelNl } from "../../app/domain/question-sets/perspectiefcirkel-nl.ts";
import type { Choice } from "../../app/schemas/rating-choices.ts";
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
