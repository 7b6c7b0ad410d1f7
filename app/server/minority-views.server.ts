import { and, asc, eq } from "drizzle-orm";
import { db, environment, minorityViews, options, type Queries, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { assertPhase } from "#app/domain/session.ts";
import type { MinorityViewInput } from "#app/schemas/results.ts";
import type { MinorityView } from "#app/schemas/rounds-view.ts";
import type { Access } from "./access.server.ts";
import { currentItem, type ItemAddress } from "./agenda-items.server.ts";
import { recordedOn } from "./agenda-items-moves.server.ts";
import type { Submission } from "./forms.server.ts";
import { recordReading } from "./readings.server.ts";
import { currentSeat, getScorer, type PanelScorer } from "./scoring-access.server.ts";
import type { Callers } from "./weighings-view.server.ts";

type Assessor = Access<"session.score">;
export type MinorityInput = { text: string; optionId: string | null };

/** The own minority view on a case, with what can be preferred; for who sits on its panel. */
export async function getMinorityPage(access: Assessor, address: ItemAddress) {
  const scorer = await getScorer(access, address);
  const { row, session, caseFile } = scorer.item;
  await recordReading(access, caseFile, "session");
  const [own] = await db.read.select().from(minorityViews).where(ownView(scorer));
  return {
    session: { id: session.id, title: session.title },
    caseFile: { id: caseFile.id, number: caseFile.number, title: caseFile.title },
    phase: row.phase,
    perspective: scorer.perspective.name,
    options: scorer.options.map(({ id, position, title }) => ({ id, position, title })),
    own: own ? { text: own.text, optionId: own.optionId, at: own.at } : null,
  };
}

/** Both acts of the page: what to say afterwards. */
export async function handleMinorityView(
  access: Assessor,
  address: ItemAddress,
  { input, formKey }: Submission<MinorityViewInput>,
): Promise<string> {
  if (input.intent === "withdraw") {
    await withdrawMinorityView(access, address);
    return "minority_withdrawn";
  }
  await recordMinorityView(access, address, input, formKey);
  return "minority_recorded";
}

/** Puts on record what somebody holds against the outcome of the group; again, it takes the place. */
export async function recordMinorityView(
  access: Assessor,
  address: ItemAddress,
  { text, optionId }: MinorityInput,
  formKey?: string,
): Promise<void> {
  const scorer = await getScorer(access, address);
  if (optionId !== null && !scorer.options.some(({ id }) => id === optionId)) {
    throw new DomainError("unknown_option", { field: "optionId" });
  }
  const kept = { text, optionId, at: environment.now() };
  const row = { ...placeOf(scorer), perspective: scorer.perspective.key, ...kept };
  const record = async (tx: Transaction) => {
    await assertDiscussing(tx, scorer);
    await tx
      .insert(minorityViews)
      .values(row)
      .onConflictDoUpdate({
        target: [minorityViews.agendaItemId, minorityViews.personId],
        set: kept,
      });
    await tx.record({
      ...recordedOn(scorer.item),
      kind: "minority.recorded",
      details: { agendaItemId: row.agendaItemId },
      content: row,
    });
    return null;
  };
  await db.write(access.actor, record, { formKey });
}

export async function withdrawMinorityView(access: Assessor, address: ItemAddress): Promise<void> {
  const scorer = await getScorer(access, address);
  await db.write(access.actor, async (tx) => {
    await assertDiscussing(tx, scorer);
    const removed = await tx.delete(minorityViews).where(ownView(scorer)).returning();
    if (removed.length === 0) throw new DomainError("not_found");
    await tx.record({
      ...recordedOn(scorer.item),
      kind: "minority.withdrawn",
      details: { agendaItemId: scorer.item.row.id },
      content: removed,
    });
  });
}

/** Everyone's, the oldest first, with people called as this reader may know them. */
export async function listMinorityViews(about: {
  agendaItemId: string;
  who: Callers;
  reader: string;
}): Promise<MinorityView[]> {
  const rows = await db.read
    .select()
    .from(minorityViews)
    .where(eq(minorityViews.agendaItemId, about.agendaItemId))
    .orderBy(asc(minorityViews.at), asc(minorityViews.personId));
  return rows.map(({ personId, optionId, text, at }) => ({
    ...{ optionId, text, at },
    who: about.who(personId),
    own: personId === about.reader,
  }));
}

/** The texts for whoever decides, without names: each after the option that is preferred, if one. */
export async function minorityTexts(
  agendaItemId: string,
  read: Queries = db.read,
): Promise<string[]> {
  const rows = await read
    .select({ text: minorityViews.text, option: options.title })
    .from(minorityViews)
    .leftJoin(options, eq(options.id, minorityViews.optionId))
    .where(eq(minorityViews.agendaItemId, agendaItemId))
    .orderBy(asc(minorityViews.at), asc(minorityViews.personId));
  return rows.map(({ text, option }) => (option === null ? text : `${option}: ${text}`));
}

/** After a reveal and before the end of the discussion; somebody out of the panel has no say. */
async function assertDiscussing(tx: Transaction, scorer: PanelScorer): Promise<void> {
  assertPhase((await currentItem(tx, scorer.item.row.id)).phase, ["revealed"]);
  await currentSeat(tx, scorer);
}

function placeOf({ item, member }: PanelScorer) {
  return { agendaItemId: item.row.id, personId: member.personId };
}

function ownView(scorer: PanelScorer) {
  const { agendaItemId, personId } = placeOf(scorer);
  return and(eq(minorityViews.agendaItemId, agendaItemId), eq(minorityViews.personId, personId));
}
