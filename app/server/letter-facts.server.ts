import { and, eq, gt, inArray } from "drizzle-orm";
import { costLines, db, decisions, people, weighings, type Queries } from "#db";
import { letterDraft, type LetterContent, type LetterFact } from "#app/domain/letter.ts";
import { isAfterObjection } from "#app/domain/proceeding.ts";
import type { Access } from "./access.server.ts";
import type { ReadableCase } from "./case-access.server.ts";
import { catalogueNow, countedNow } from "./catalogue-now.server.ts";
import { chosenOptions, namedMotivation, snapshotOf } from "./decision-page.server.ts";
import { decisionParts, type ReadableDecision } from "./decisions.server.ts";
import { listCarryingArguments } from "./deliberation.server.ts";

type Written = { caseFile: ReadableCase; decision: ReadableDecision; madeKnownAt: number };

/** The first text of a letter, from what the decision says. */
export async function draftFor(
  access: Access<"letter.write">,
  { caseFile, decision, madeKnownAt }: Written,
): Promise<LetterContent> {
  const snapshot = await snapshotOf(decision);
  const parts = await decisionParts(db.read, decision.id);
  const choices = await chosenOptions(caseFile, decision, parts);
  const chosenIds = choices.map(({ option }) => option.id);
  return letterDraft({
    kind: decision.kind,
    afterObjection: await comesAfterObjection(decision),
    organisation: access.organisation.name,
    number: caseFile.number,
    choices: choices.map(({ claim, option: { title, description, level } }) => ({
      ...{ claim: claim?.label ?? null, title, description, level },
    })),
    motivation: namedMotivation(decision, snapshot).map(({ key, name, text }) => ({
      ...{ perspective: key, name: name.nl, text },
    })),
    carrying: await carryingFor(db.read, decision, chosenIds),
    factsFor: await factsIn(decision.reasonPro),
    factsAgainst: await factsIn(decision.reasonCon),
    conditions: parts.conditions.map(({ text }) => ({ text })),
    citizenPays: await paidByCitizen(db.read, chosenIds),
    contact: await contactOf(caseFile),
    madeKnownAt,
  });
}

/** Whether the court is what comes next. */
export async function comesAfterObjection({ id, caseId }: ReadableDecision): Promise<boolean> {
  const versions = await db.read
    .select({ id: decisions.id, kind: decisions.kind, previousId: decisions.previousId })
    .from(decisions)
    .where(eq(decisions.caseId, caseId));
  return isAfterObjection(id, versions);
}

/** What the group marked as carrying the options that were chosen, in the weighing the decision rests on. */
async function carryingFor(read: Queries, { weighingId }: ReadableDecision, chosenIds: string[]) {
  const [weighing] = await read
    .select({ agendaItemId: weighings.agendaItemId })
    .from(weighings)
    .where(eq(weighings.id, weighingId ?? ""));
  if (!weighing) return [];
  const all = await listCarryingArguments(read, weighing.agendaItemId);
  return all
    .filter(({ optionId, side }) => side === "for" && chosenIds.includes(optionId))
    .map(({ perspective, text }) => ({ perspective, text }));
}

/** Whether one of these options costs the citizen something. */
async function paidByCitizen(read: Queries, optionIds: string[]): Promise<boolean> {
  const isForCitizen = and(eq(costLines.bearer, "citizen"), gt(costLines.cents, 0));
  const [line] = await read
    .select({ id: costLines.id })
    .from(costLines)
    .where(and(inArray(costLines.optionId, optionIds), isForCitizen))
    .limit(1);
  return line !== undefined;
}

/** In the order in which those who decided named them. */
async function factsIn(ids: string[]): Promise<LetterFact[]> {
  const catalogue = await catalogueNow();
  return countedNow(catalogue, ids).flatMap((id) => {
    const fact = catalogue.byId.get(id);
    return fact ? [{ key: fact.key, label: fact.label.nl }] : [];
  });
}

/** Who brought the case in knows the citizen best; the coordinator when they work here no more. */
async function contactOf({ submitterId, coordinatorId }: ReadableCase): Promise<string> {
  const named = async (id: string | null) => {
    const active = and(eq(people.id, id ?? ""), eq(people.active, true));
    const [row] = await db.read.select({ name: people.name }).from(people).where(active);
    return row?.name;
  };
  return (await named(submitterId)) ?? (await named(coordinatorId)) ?? "[naam]";
}
