/** What is comparable with a case as it stands, or as it is being filled in. */
import { eq } from "drizzle-orm";
import { db, decisions, precedents } from "#db";
import { hasEnded } from "#app/domain/case-file.ts";
import { hasRight, type Right } from "#app/domain/rights.ts";
import type { ComparableInput } from "#app/schemas/comparing-form.ts";
import type { ComparableNow, ComparableOfCase } from "#app/schemas/comparing-page.ts";
import { parseAmount } from "#app/schemas/fact-amount.ts";
import type { Access } from "./access.server.ts";
import { listAdopted } from "./adoption-views.server.ts";
import type { CaseRow } from "./case-access.server.ts";
import { getCaseToEdit } from "./case-editing.server.ts";
import { catalogueNow } from "./catalogue-now.server.ts";
import {
  comparisonsWith,
  nearestTo,
  situationFrom,
  situationOf,
  type CaseSituation,
} from "./comparing.server.ts";
import { rulesCovering } from "./policy-rules.server.ts";

/** How many stand beside the form; the compare screen shows more. */
const besideForm = 5;
const onCase = 3;

type Nearness = { count: number; without: string[] };

/** The precedents that differ least, or why there are none, and the rules in force that settle it. */
export async function comparableWith(
  access: Access<Right>,
  situation: CaseSituation,
  asked: Nearness,
): Promise<ComparableNow> {
  const [comparable, rules] = await Promise.all([
    nearestWith(access, situation, asked),
    rulesCovering(situation.organisationId, situation.scopeId, situation),
  ]);
  return { ...comparable, rules };
}

async function nearestWith(
  access: Access<Right>,
  situation: CaseSituation,
  { count, without }: Nearness,
): Promise<Omit<ComparableNow, "rules">> {
  if (situation.scopeId === null) return { near: [], nothing: "no_scope" };
  const asked = { count: count + without.length, elsewhere: true };
  const nearest = await nearestTo(access, situation, asked);
  const ids = nearest.map(({ id }) => id).filter((id) => !without.includes(id));
  if (ids.length === 0) return { near: [], nothing: "none_in_scope" };
  if (situation.pro.length + situation.con.length === 0) return { near: [], nothing: "no_facts" };
  return { near: await comparisonsWith(access, situation, ids.slice(0, count)), nothing: null };
}

/** What is comparable with the case as it is stored. */
export async function comparableOf(
  access: Access<Right>,
  caseFile: CaseRow,
  count: number = besideForm,
): Promise<ComparableNow> {
  const situation = await situationOf(db.read, caseFile);
  return comparableWith(access, situation, { count, without: await precedentsOf(caseFile.id) });
}

/** The card on the page of a case: the nearest few, and which precedents the case uses. Null once it has ended. */
export async function comparableOnCase(
  access: Access<Right>,
  caseFile: CaseRow,
): Promise<ComparableOfCase | null> {
  if (hasEnded(caseFile.status) || !hasRight(access.roles, "precedent.read")) return null;
  const comparable = await comparableOf(access, caseFile, onCase);
  return { ...comparable, adopted: await listAdopted(access, caseFile.id) };
}

/** What would be comparable with the case if it held what stands on the form now. Nothing is kept. */
export async function comparableAsTyped(
  access: Access<"case.edit">,
  caseId: string,
  { scopeId, facts }: ComparableInput,
): Promise<ComparableNow> {
  const { caseFile } = await getCaseToEdit(access, caseId);
  const asked = scopeId === undefined ? caseFile.scopeId : scopeId === "" ? null : scopeId;
  const chosen = { organisationId: caseFile.organisationId, scopeId: asked };
  const situation = facts
    ? await situationFrom(chosen, await answersOf(facts))
    : await situationOf(db.read, { ...caseFile, ...chosen });
  const without = await precedentsOf(caseId);
  return comparableWith(access, situation, { count: besideForm, without });
}

/** The amounts as numbers; what cannot be read as one is left out, the form itself says so. */
async function answersOf(facts: NonNullable<ComparableInput["facts"]>) {
  const { byId } = await catalogueNow();
  return Object.fromEntries(
    Object.entries(facts).map(([id, { answer, amount }]) => {
      const measure = byId.get(id)?.measure ?? null;
      const read = measure === null ? null : parseAmount(amount, measure);
      return [id, { answer, amount: read && "amount" in read ? read.amount : null }];
    }),
  );
}

/** The precedents that were made of this case itself: it equals them, which tells nothing. */
export async function precedentsOf(caseId: string): Promise<string[]> {
  const rows = await db.read
    .select({ id: precedents.id })
    .from(precedents)
    .innerJoin(decisions, eq(decisions.id, precedents.decisionId))
    .where(eq(decisions.caseId, caseId))
    .orderBy(precedents.id);
  return rows.map(({ id }) => id);
}
