/** The signal behind a rule: what a draft takes from it, and what it is told of the rule. */
import { and, eq } from "drizzle-orm";
import { db, scopes, signals, type Transaction } from "#db";
import "#app/i18n/all-languages.ts";
import { getTexts } from "#app/i18n/instances.ts";
import { hasConditions } from "#app/domain/policy-rule-life.ts";
import type { Right } from "#app/domain/rights.ts";
import type { SignalOfRule } from "#app/schemas/rule-view.ts";
import type { Access } from "./access.server.ts";
import { suggestConditions, type SuggestedConditions } from "./rule-try-out.server.ts";
import {
  getSignal,
  listSignalCases,
  listSignalPrecedents,
  markSignal,
  visibleSignals,
  type ReadableSignal,
} from "./signals.server.ts";

/** The signal a draft is begun from: one that this person sees. */
export async function signalOfDraft(
  access: Access<"rule.edit">,
  signalId: string | null,
): Promise<string | null> {
  return signalId === null ? null : (await getSignal(access, signalId)).id;
}

type Noted = { signalId: string | null; number: string };

/** Tells the signal that a rule was drafted for it. */
export async function noteProposed(tx: Transaction, access: Access, noted: Noted): Promise<void> {
  await note(tx, access, { ...noted, status: "rule_change_proposed" });
}

/** Tells the signal that its rule was adopted. */
export async function noteAdopted(tx: Transaction, access: Access, noted: Noted): Promise<void> {
  await note(tx, access, { ...noted, status: "adopted" });
}

async function note(
  tx: Transaction,
  { person }: Access,
  { signalId, number, status }: Noted & { status: "rule_change_proposed" | "adopted" },
): Promise<void> {
  if (signalId === null) return;
  const text = getTexts("nl", "rules")(`signal.${status}`, { number });
  await markSignal(tx, signalId, { status, text, personId: person.id });
}

/** The signal as the pages of a rule name it; null for who does not see it. */
export async function findSignalOfRule(
  access: Access<Right>,
  signalId: string | null,
): Promise<SignalOfRule | null> {
  if (signalId === null) return null;
  const [row] = await db.read
    .select({ id: signals.id, number: signals.number, title: signals.title })
    .from(signals)
    .where(and(eq(signals.id, signalId), visibleSignals(access)));
  return row ?? null;
}

/** What a draft begins with: the scope when it is an own one, the outcome, and the conditions that are suggested. */
export async function startFromSignal(reader: Access<"rule.read">, signalId: string) {
  const signal = await getSignal(reader, signalId);
  const scopeId = await ownScope(reader, signal);
  const { id, number, title, level } = signal;
  const suggested = await suggestFor(reader, { signal, scopeId, level });
  return { signal: { id, number, title }, scopeId, level, suggested };
}

type Asked = { signal: ReadableSignal; scopeId: string | null; level: number | null };

/** The fewest conditions that tell the cases of a signal from those with another outcome; null when none do. */
async function suggestFor(
  reader: Access<"rule.read">,
  { signal, scopeId, level }: Asked,
): Promise<SuggestedConditions | null> {
  if (scopeId === null || level === null) return null;
  const [cases, precedentIds] = await Promise.all([
    listSignalCases(signal.id),
    listSignalPrecedents(signal.id),
  ]);
  const caseIds = cases.map(({ caseId }) => caseId);
  if (caseIds.length + precedentIds.length === 0) return null;
  const suggested = await suggestConditions(reader, { scopeId, level, caseIds, precedentIds });
  return hasConditions(suggested) ? suggested : null;
}

/** As it is asked on a form: for the scope and the outcome that were chosen there. */
export async function suggestFromSignal(
  reader: Access<"rule.read">,
  asked: { signalId: string; scopeId: string | null; level: number | null },
) {
  const signal = await getSignal(reader, asked.signalId);
  return suggestFor(reader, { signal, scopeId: asked.scopeId, level: asked.level });
}

async function ownScope(access: Access, { scopeId }: ReadableSignal): Promise<string | null> {
  if (scopeId === null) return null;
  const [row] = await db.read
    .select({ id: scopes.id })
    .from(scopes)
    .where(and(eq(scopes.id, scopeId), eq(scopes.organisationId, access.organisation.id)));
  return row?.id ?? null;
}
