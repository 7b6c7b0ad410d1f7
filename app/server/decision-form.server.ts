import { db, environment } from "#db";
import { reviewDate } from "#app/domain/precedent-rules.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { DecisionFormPage, DecisionValues, DecisionWork } from "#app/schemas/decision-view.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { RowsResult } from "#app/schemas/form-rows.ts";
import type { EqualTreatmentView } from "#app/schemas/equal-treatment-view.ts";
import type { Access } from "./access.server.ts";
import { withAdoptedTexts } from "./adopted-texts.server.ts";
import { getCase, type ReadableCase } from "./case-access.server.ts";
import { catalogueNow, countedNow } from "./catalogue-now.server.ts";
import { findDecisionBasis, type DecisionBasis } from "./decision-basis.server.ts";
import { notFound } from "./http.server.ts";
import { listDecisionOwners } from "./decision-owners.server.ts";
import { treatmentFor } from "./decision-treatment.server.ts";
import { decisionParts, findCurrent, type DecisionRow } from "./decisions.server.ts";
import { situationOf } from "./comparing.server.ts";
import { listComparablePrecedents } from "./precedent-check.server.ts";
import { recordReading } from "./readings.server.ts";

const reviewMonths = 6;

/** The form of the decision on a case: the draft as it was left, or a start from what is known. */
export async function getDecisionForm(
  access: Access<"decision.prepare">,
  caseId: string,
): Promise<DecisionFormPage> {
  const caseFile = await getCase(access, caseId);
  await recordReading(access, caseFile, "decision-form");
  const { draft, taken } = await findCurrent(db.read, caseId);
  const basis = await findDecisionBasis(caseFile);
  const { id, number, title, status } = caseFile;
  return {
    caseFile: { id, number, title, status },
    inForce: taken && { id: taken.id, number: taken.number },
    draft: draft && {
      id: draft.id,
      number: draft.number,
      kind: draft.kind,
      versionReason: draft.versionReason,
      version: draft.version,
    },
    mayTake: hasRight(access.roles, "decision.take"),
    isAssessor: basis?.deliberation.assessorIds.includes(access.person.id) ?? false,
    work:
      basis && (draft || !taken) ? await decisionWork(access, { caseFile, basis, draft }) : null,
  };
}

type Preparing = { caseFile: ReadableCase; basis: DecisionBasis; draft: DecisionRow | null };

async function decisionWork(
  access: Access<"decision.prepare">,
  preparing: Preparing,
): Promise<DecisionWork> {
  const { caseFile, basis, draft } = preparing;
  const { deliberation, ...known } = basis;
  const parts = draft ? await decisionParts(db.read, draft.id) : null;
  const { levels } = deliberation.snapshot.questionSet.content;
  const stored =
    draft && parts ? draftValues(await asNow(draft), parts, basis) : startValues(basis);
  // Until the check is answered, what binds and what was used stand ready as what was found.
  const isOpen = !draft?.precedentCheck && stored.precedents.length === 0;
  const start = { caseId: caseFile.id, isNew: !draft, isOpen };
  const values = draft?.kind === "withdrawal" ? stored : await withAdoptedTexts(stored, start);
  const treatment =
    draft?.kind === "withdrawal" ? null : await compareValues(access, preparing, values);
  if (isOpen && treatment) {
    values.precedents = [...new Set([...values.precedents, ...bindingIn(treatment)])];
  }
  return {
    ...known,
    weighingId: deliberation.weighingId,
    noClearDifference: deliberation.weighing.noClearDifference,
    levels,
    arguments: deliberation.carryingArguments,
    owners: await listDecisionOwners(access, caseFile.id),
    defaultOwnerId: caseFile.coordinatorId ?? caseFile.submitterId,
    defaultDueDate: inSixMonths(),
    precedents: await listComparablePrecedents(access, await situationOf(db.read, caseFile), {
      chosenIds: values.precedents,
      levels: levels.length,
    }),
    treatment,
    values,
  };
}

/** A draft with its reasons by the facts they count as: some may have been merged since. */
async function asNow(draft: DecisionRow): Promise<DecisionRow> {
  const catalogue = await catalogueNow();
  return {
    ...draft,
    reasonPro: countedNow(catalogue, draft.reasonPro),
    reasonCon: countedNow(catalogue, draft.reasonCon),
  };
}

function compareValues(
  access: Access<"decision.prepare">,
  preparing: Preparing,
  values: DecisionValues,
): Promise<EqualTreatmentView> {
  const { option, choices, reasonPro, reasonCon, precedents } = values;
  const typed = { option, choices, reasonPro, reasonCon, precedents, warned: [], differences: [] };
  return treatmentFor(access, preparing, typed);
}

function bindingIn({ atLeast, atMost }: EqualTreatmentView): string[] {
  return [...new Set([atLeast, atMost].flatMap((side) => side?.by.map(({ id }) => id) ?? []))];
}

function inSixMonths(): number {
  const today = Math.floor(environment.now() / 86_400_000) * 86_400_000;
  return reviewDate(today, reviewMonths);
}

function draftValues(
  draft: DecisionRow,
  parts: Awaited<ReturnType<typeof decisionParts>>,
  basis: DecisionBasis,
): DecisionValues {
  const chosen = (claimId: string) =>
    parts.choices.find((choice) => choice.claimId === claimId)?.optionId ?? draft.optionId ?? "";
  return {
    ...draft,
    option: draft.optionId ?? "",
    choices: Object.fromEntries(basis.claims.map(({ id }) => [id, chosen(id)])),
    precedents: parts.precedentIds,
    otherPrecedent: "",
    dignityRespected: draft.dignityRespected,
    reviewDate: draft.reviewDate ?? inSixMonths(),
    conditions: parts.conditions.map(({ text, ownerId, dueDate }) => ({ text, ownerId, dueDate })),
  };
}

/** A decision nobody wrote anything of yet: the proposed option, its reasons and its ground. */
function startValues(basis: DecisionBasis): DecisionValues {
  const proposed = basis.options.find((option) => option.proposed);
  const id = proposed?.id ?? "";
  const present = (kind: "pro" | "con") =>
    basis.facts
      .filter((fact) => fact.kind === kind && fact.answer === "yes")
      .map((fact) => fact.id);
  return {
    ...startFromOption(basis, id ? [id] : []),
    option: id,
    choices: Object.fromEntries(basis.claims.map((claim) => [claim.id, id])),
    reasonPro: present("pro"),
    reasonCon: present("con"),
    minorityView: basis.deliberation.minorityViews.join("\n\n"),
    precedents: [],
    reviewDate: inSixMonths(),
    conditions: [],
  };
}

/** The ground of the options chosen and the reasons the group marked as carrying them. */
function startFromOption(basis: DecisionBasis, optionIds: string[]) {
  const chosen = optionIds.flatMap((id) => basis.options.find((option) => option.id === id) ?? []);
  const leading = chosen.find(({ level }) => level > 0);
  const reasons = (perspective: string) =>
    basis.deliberation.carryingArguments
      .filter((argument) => argument.perspective === perspective && argument.side === "for")
      .filter(({ optionId }) => optionIds.includes(optionId))
      .map(({ text }) => text);
  return {
    ground: leading?.ground ?? "",
    groundReference: leading?.groundReference ?? "",
    motivation: Object.fromEntries(
      basis.perspectives.map(({ key }) => [key, reasons(key).join("\n\n")]),
    ),
  };
}

type Typed = FormResult["values"];

/**
 * The form as typed, with ground and motivation of the options now chosen: where nothing was typed
 * the texts come in, where something was they come after it.
 */
export async function restartFromOption(
  access: Access<"decision.prepare">,
  caseId: string,
  typed: Typed,
): Promise<RowsResult> {
  const basis = (await findDecisionBasis(await getCase(access, caseId))) ?? notFound();
  const names = ["option", ...basis.claims.map(({ id }) => `choices.${id}`)];
  const optionIds = [...new Set(names.flatMap((name) => typed[name] ?? []))];
  const start = startFromOption(basis, optionIds);
  const texts = Object.entries(start.motivation).map(([key, text]) => {
    const field = `motivation.${key}`;
    const own = String(typed[field] ?? "");
    return [field, own.includes(text) ? own : [own, text].filter(Boolean).join("\n\n")] as const;
  });
  const { ground, groundReference } = start;
  const values = { ...typed, ...Object.fromEntries(texts), ground, groundReference };
  return { errors: {}, values, stamp: environment.newId(), focus: "" };
}
