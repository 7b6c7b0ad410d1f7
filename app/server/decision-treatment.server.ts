/** The comparison with earlier decisions beside the form of a decision, for what is typed in it now. */
import { data } from "@remix-run/node";
import { db, environment } from "#db";
import { comparedChoices, type ComparedChoices } from "#app/schemas/decision.ts";
import type { ComparedResult, EqualTreatmentView } from "#app/schemas/equal-treatment-view.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { RowsResult } from "#app/schemas/form-rows.ts";
import { dangerousName, nestedValues } from "#app/schemas/form-values.ts";
import type { Access } from "./access.server.ts";
import { getCase, type ReadableCase } from "./case-access.server.ts";
import { mayEdit } from "./case-editing.server.ts";
import { findDecisionBasis, type DecisionBasis } from "./decision-basis.server.ts";
import { withWarnings } from "./decision-drafts.server.ts";
import { chosenLevel } from "./decision-draft-rows.server.ts";
import { findCurrent } from "./decisions.server.ts";
import { equalTreatmentView } from "./equal-treatment-view.server.ts";
import { notFound, type Redirect } from "./http.server.ts";
import { recordReading } from "./readings.server.ts";

type Preparing = { caseFile: ReadableCase; basis: DecisionBasis };

export async function treatmentFor(
  access: Access<"decision.prepare">,
  { caseFile, basis }: Preparing,
  typed: ComparedChoices,
): Promise<EqualTreatmentView> {
  const { reasonPro, reasonCon, precedents } = withWarnings(typed, basis);
  const levels = basis.deliberation.snapshot.questionSet.content.levels.length;
  const level = chosenLevel(typed, basis);
  const view = await equalTreatmentView(access, {
    compared: { caseFile, levels, level, reasonPro, reasonCon },
    facts: basis.facts,
    named: precedents,
  });
  return { ...view, mayEditFacts: await mayEdit(access, caseFile) };
}

type Typed = FormResult["values"];

/** Null for a withdrawal, and for a form that cannot be read. */
export async function compareTyped(
  access: Access<"decision.prepare">,
  caseId: string,
  typed: Typed,
): Promise<EqualTreatmentView | null> {
  const caseFile = await getCase(access, caseId);
  await recordReading(access, caseFile, "decision-form");
  const basis = (await findDecisionBasis(caseFile)) ?? notFound();
  const { draft } = await findCurrent(db.read, caseId);
  const parsed = comparedChoices.safeParse(nestedValues(typed));
  if (draft?.kind === "withdrawal" || !parsed.success) return null;
  return treatmentFor(access, { caseFile, basis }, parsed.data);
}

/** What an address asks: names may come more than once. */
export function typedIn(url: string): Typed {
  const typed: Typed = {};
  const asked = new URL(url).searchParams;
  for (const name of new Set(asked.keys())) {
    const all = asked.getAll(name);
    if (!dangerousName.test(name)) typed[name] = all.length === 1 ? (all[0] ?? "") : all;
  }
  return typed;
}

/** The form as it was typed, to show how that compares; nothing is stored. */
export function comparedAgain(values: Typed): RowsResult {
  return { errors: {}, values, stamp: environment.newId(), focus: "equalTreatment" };
}

type Refused = { data: FormResult; init: ResponseInit | null };

/** Gives what comes back to the screen the comparison for what was typed; a redirect stays as it is. */
export async function withTreatment(
  access: Access<"decision.prepare">,
  caseId: string,
  answer: Redirect | Refused | RowsResult,
) {
  if ("headers" in answer) return answer;
  const { result, init } =
    "stamp" in answer
      ? { result: answer, init: undefined }
      : { result: answer.data, init: answer.init ?? undefined };
  const treatment = await compareTyped(access, caseId, result.values);
  return data<ComparedResult>({ ...result, treatment }, init);
}
