import { environment } from "#db";
import { hasEnded, legalTerm, nextStatuses } from "#app/domain/case-file.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { CasePage, CaseShown } from "#app/schemas/case-view.ts";
import type { Access } from "./access.server.ts";
import { getCase, type CaseRow } from "./case-access.server.ts";
import { getCaseContent, getCaseNames } from "./case-content.server.ts";
import { mayEdit } from "./case-editing.server.ts";
import { getCaseProgress } from "./case-progress.server.ts";
import { listCaseQuestions } from "./case-questions.server.ts";
import { findWarnings } from "./case-warnings.server.ts";
import { comparableOnCase } from "./comparable-now.server.ts";
import { settlementOf } from "./policy-rule-settling.server.ts";
import { recordReading } from "./readings.server.ts";

/** Everything on the page of a case that this person may see. */
export async function getCasePage(access: Access<"case.read">, caseId: string): Promise<CasePage> {
  const caseFile = await getCase(access, caseId);
  await recordReading(access, caseFile, "case");
  const now = environment.now();
  const editable = await mayEdit(access, caseFile);
  const [content, names, progress, questions, warnings, comparable] = await Promise.all([
    getCaseContent(caseFile, access.person.language),
    getCaseNames(caseFile),
    getCaseProgress(access, caseFile),
    listCaseQuestions(access),
    editable ? findWarnings(caseFile) : [],
    comparableOnCase(access, caseFile),
  ]);
  const { receivedAt, extendedUntil } = caseFile;
  return {
    caseFile: shown(caseFile),
    now,
    term: legalTerm({ receivedAt, extendedUntil, now }),
    ...names,
    ...content,
    ...progress,
    answers: questions.flatMap(({ key, question }) => {
      const answer = caseFile.answers[key];
      return answer ? [{ key, question, answer }] : [];
    }),
    warnings,
    comparable,
    settledBy: await settlementOf(caseId),
    may: permissions(access, caseFile, editable),
  };
}

function permissions(access: Access, caseFile: CaseRow, edit: boolean) {
  const isOwn = caseFile.submitterId === access.person.id;
  const isCoordinator = access.roles.includes("coordinator");
  const withdraw = isOwn && nextStatuses(caseFile.status).includes("withdrawn");
  const inDecision = caseFile.status === "decision" || caseFile.status === "deliberation";
  return {
    edit,
    changeStatus: hasRight(access.roles, "case.edit") && (isCoordinator || withdraw),
    prepareDecision: inDecision && hasRight(access.roles, "decision.prepare"),
    planSession: hasRight(access.roles, "session.lead") && !hasEnded(caseFile.status),
  };
}

const bookkeeping = new Set<keyof CaseRow>([
  "organisationId",
  "submitterId",
  "coordinatorId",
  "scopeId",
  "answers",
  "savedSteps",
  "createdAt",
  "updatedAt",
  "version",
]);

/** What the page shows of the row; the bookkeeping stays here. */
function shown(caseFile: CaseRow): CaseShown {
  const kept = Object.entries(caseFile).filter(([name]) => !bookkeeping.has(name as keyof CaseRow));
  return Object.fromEntries(kept) as CaseShown;
}
