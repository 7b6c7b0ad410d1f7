import { and, asc, eq } from "drizzle-orm";
import { agendaItems, db, people, sessions, weighings, type ItemWeights } from "#db";
import { assertPhase } from "#app/domain/session.ts";
import type { WeightsOrigin } from "#app/schemas/weighing-view.ts";
import type { Access } from "./access.server.ts";
import { currentItem, getLedItem, type ItemAddress } from "./agenda-items.server.ts";
import { getCase } from "./case-access.server.ts";
import { notFound } from "./http.server.ts";
import { matchingWeights } from "./panels-changes.server.ts";
import { recordReading } from "./readings.server.ts";
import { revealOf } from "./second-round.server.ts";
import { robustnessView } from "./robustness.server.ts";
import { isInsideSession } from "./session-access.server.ts";
import { makeWeighing } from "./weighings-snapshot.server.ts";
import { callersOf, weighingView } from "./weighings-view.server.ts";

export type WeighingLine = {
  id: string;
  number: number;
  createdAt: number;
  createdBy: string;
  reason: string;
};

/** All weighings of one scoring, the first on top. None is ever changed. */
export async function listWeighings(agendaItemId: string): Promise<WeighingLine[]> {
  return db.read
    .select({
      id: weighings.id,
      number: weighings.number,
      createdAt: weighings.createdAt,
      createdBy: people.name,
      reason: weighings.reason,
    })
    .from(weighings)
    .innerJoin(people, eq(people.id, weighings.createdBy))
    .where(eq(weighings.agendaItemId, agendaItemId))
    .orderBy(asc(weighings.number));
}

/** Weighs the same ratings with other weights or pass marks, for a reason; the old one stays. */
export async function weighAgain(
  access: Access<"session.lead">,
  address: ItemAddress,
  again: { weights: ItemWeights; weighed?: WeightsOrigin; reason: string },
  formKey?: string,
): Promise<string> {
  const item = await getLedItem(access, address);
  const { weighed = { method: "typed", answers: null }, reason } = again;
  const weights = matchingWeights(item, {
    perspectives: again.weights,
    method: weighed.method,
  });
  return db.write(
    access.actor,
    async (tx) => {
      const { phase } = await currentItem(tx, item.row.id);
      assertPhase(phase, ["revealed"]);
      return makeWeighing(tx, { item, weights, weighed, reason, personId: access.person.id });
    },
    { formKey },
  );
}

/** One weighing as it was kept: what it was computed from and what came out. */
export async function getWeighing(access: Access<"case.read">, caseId: string, weighingId: string) {
  const caseFile = await getCase(access, caseId);
  const [found] = await db.read
    .select({ weighing: weighings, createdBy: people.name, item: agendaItems, session: sessions })
    .from(weighings)
    .innerJoin(people, eq(people.id, weighings.createdBy))
    .innerJoin(agendaItems, eq(agendaItems.id, weighings.agendaItemId))
    .innerJoin(sessions, eq(sessions.id, agendaItems.sessionId))
    .where(and(eq(weighings.id, weighingId), eq(weighings.caseId, caseFile.id)));
  if (!found) notFound();
  await recordReading(access, caseFile, "weighing");
  const { weighing, createdBy, item, session } = found;
  const inside = await isInsideSession(session, item.id, access.person.id);
  const who = callersOf(weighing.snapshot, inside);
  const lines = await listWeighings(item.id);
  const reveal = await revealOf(item, weighing.round);
  return {
    caseFile: { id: caseFile.id, number: caseFile.number, title: caseFile.title },
    session: { id: session.id, title: session.title },
    ...{ id: weighing.id, number: weighing.number, reason: weighing.reason },
    ...{ createdAt: weighing.createdAt, createdBy, revealedAt: reveal.revealedAt },
    round: weighing.round,
    missing: reveal.missing.map(({ personId }) => who(personId)),
    revealReason: reveal.revealReason,
    view: weighingView(weighing.snapshot, who),
    robustness: robustnessView(weighing.snapshot, who),
    latest: lines.at(-1)?.id === weighing.id,
    others: lines.filter(({ id }) => id !== weighing.id),
  };
}
