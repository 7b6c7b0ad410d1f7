import { eq } from "drizzle-orm";
import { caseFiles, db, environment, type Transaction } from "#db";
import type { CaseStep } from "#app/domain/case-file.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import type { StepInputs } from "#app/schemas/case-file.ts";
import type { StepPage, StepValues } from "#app/schemas/case-step-view.ts";
import { stepAddress, stepAfter, stepBySlug } from "#app/schemas/case-steps.ts";
import type { Access } from "./access.server.ts";
import { getCase } from "./case-access.server.ts";
import { editableCase, getCaseToEdit, type EditableCase } from "./case-editing.server.ts";
import { listCatalogueFacts, saveFacts } from "./case-facts.server.ts";
import { assertScope, listScopes } from "./case-files.server.ts";
import { saveLawReferences } from "./case-law-references.server.ts";
import { listCaseQuestions } from "./case-questions.server.ts";
import { reindexCase } from "./case-search-index.server.ts";
import { findWarnings } from "./case-warnings.server.ts";
import { listClaims, saveClaims } from "./claims.server.ts";
import { comparableOf } from "./comparable-now.server.ts";
import { rulesOfCase } from "./policy-rules.server.ts";
import { notFound } from "./http.server.ts";
import { listOptionSummaries } from "./options.server.ts";
import {
  changedFields,
  columnsOfStep,
  fingerprint,
  inWords,
  postedValues,
  storedValues,
} from "./step-values.server.ts";

/** The step with this name in an address; 404 when there is none. */
export function stepFrom(name: string | undefined): CaseStep {
  return stepBySlug(name) ?? notFound();
}

/** Where to go once a step is saved: the next one, or the case. */
export function addressAfterStep(
  caseId: string,
  step: CaseStep,
  intent: "continue" | "close",
): string {
  const next = intent === "continue" ? stepAfter(step) : undefined;
  return next ? stepAddress(caseId, next) : `/casussen/${caseId}`;
}

/** One step of the form with what is stored, and what the step needs to choose from. */
export async function getStepPage(
  access: Access<"case.edit">,
  caseId: string,
  step: CaseStep,
): Promise<StepPage> {
  const { caseFile, closed, status } = await getCaseToEdit(access, caseId);
  const values = await storedValues(db.read, caseFile, step);
  const { id, number, title, version, savedSteps } = caseFile;
  return {
    caseFile: { id, number, title, version, savedSteps },
    closed,
    status,
    step,
    base: fingerprint(values),
    values,
    ...(await choicesOf(access, caseFile, step)),
  };
}

async function choicesOf(access: Access<"case.edit">, caseFile: EditableCase, step: CaseStep) {
  const { id } = caseFile;
  return {
    scopes: step === "law" ? await listScopes(access) : [],
    facts: step === "facts" ? await listCatalogueFacts(access, id) : [],
    claims: step === "options" ? await listClaims(id) : [],
    options: step === "options" ? await listOptionSummaries(id) : [],
    questions: step === "check" ? await listCaseQuestions(access) : [],
    warnings: step === "check" ? await findWarnings(caseFile) : [],
    mayExtendTerm: access.roles.includes("coordinator"),
    comparable: step === "law" || step === "facts" ? await comparableOf(access, caseFile) : null,
    rules: step === "check" ? await rulesOfCase(caseFile) : [],
  };
}

type StepSave<Step extends CaseStep> = {
  caseId: string;
  step: Step;
  input: StepInputs[Step];
  formKey?: string | undefined;
};

/** Saves one step. When someone else changed the same step since, nothing is saved (409). */
export async function saveStep<Step extends CaseStep>(
  access: Access<"case.edit">,
  { caseId, step, input, formKey }: StepSave<Step>,
): Promise<void> {
  await getCase(access, caseId);
  await db.write(
    access.actor,
    async (tx) => {
      const caseFile = await editableCase(tx, access, caseId);
      const before = await storedValues(tx, caseFile, step);
      const after = postedValues(step, input);
      assertFresh({ access, caseFile, input, before, after });
      await store(tx, { access, caseFile, step, input });
      await reindexCase(tx, caseId);
      await tx.record({
        kind: "case.step_saved",
        subject: { type: "case", id: caseId },
        caseId,
        details: { step, fields: changedFields(before, after) },
        content: after,
      });
    },
    { formKey },
  );
}

type Freshness = {
  access: Access;
  caseFile: EditableCase;
  input: { version: number; base?: string | undefined };
  before: StepValues;
  after: StepValues;
};

/** Two people may save different steps; only a change in this very step stands in the way. */
function assertFresh({ access, caseFile, input, before, after }: Freshness): void {
  if (input.version === caseFile.version || input.base === fingerprint(before)) return;
  const { language } = access.person;
  const conflict = changedFields(before, after).map((field) => ({
    field,
    theirs: inWords(field, before[field], language),
    yours: inWords(field, after[field], language),
  }));
  throw new DomainError("stale_version", { conflict });
}

type CaseColumns = typeof caseFiles.$inferInsert;

type Storing = {
  access: Access<"case.edit">;
  caseFile: EditableCase;
  step: CaseStep;
  input: StepInputs[CaseStep];
};

async function store(tx: Transaction, storing: Storing): Promise<void> {
  const { access, caseFile, step, input } = storing;
  const { id } = caseFile;
  if ("lawReferences" in input) {
    if (input.scopeId !== caseFile.scopeId) await assertScope(tx, access, input.scopeId);
    await saveLawReferences(tx, id, input.lawReferences);
  }
  if ("facts" in input) await saveFacts(tx, id, input.facts);
  if ("claims" in input) await saveClaims(tx, id, input.claims);
  await tx
    .update(caseFiles)
    .set({
      ...columnValues(storing),
      savedSteps: [...new Set([...caseFile.savedSteps, step])],
      updatedAt: environment.now(),
      version: caseFile.version + 1,
    })
    .where(eq(caseFiles.id, id));
}

/** The columns of the case that this step may fill. Only a coordinator extends the legal term. */
function columnValues({ access, caseFile, step, input }: Storing): Partial<CaseColumns> {
  if ("answers" in input) return { answers: input.answers };
  const posted: Partial<CaseColumns> = input;
  const entries = columnsOfStep[step].map((column) => [column, posted[column]]);
  const values = Object.fromEntries(entries) as Partial<CaseColumns>;
  if (access.roles.includes("coordinator") || !("extendedUntil" in values)) return values;
  return { ...values, extendedUntil: caseFile.extendedUntil };
}
