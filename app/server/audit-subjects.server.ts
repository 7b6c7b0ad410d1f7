import { hasRight, type Right } from "#app/domain/rights.ts";
import type { Access } from "./access.server.ts";

type About = {
  kind: string;
  subjectType: string;
  subjectId: string;
  caseId: string | null;
  sessionId: string | null;
};

/** Where in the product an event leads; null where there is no page, or none for this person. */
export function subjectAddress(access: Access, about: About): string | null {
  return ofSession(access, about) ?? ofCase(access, about) ?? ofOrganisation(access, about);
}

function ofSession(access: Access, { sessionId, caseId }: About): string | null {
  if (sessionId === null || !hasRight(access.roles, "session.read")) return null;
  const session = `/zittingen/${sessionId}`;
  return caseId === null ? session : `${session}/casussen/${caseId}`;
}

function ofCase(access: Access, { kind, subjectType, subjectId, caseId }: About): string | null {
  if (caseId === null || !hasRight(access.roles, "case.read")) return null;
  const caseFile = `/casussen/${caseId}`;
  if (subjectType === "document") return `${caseFile}/documenten`;
  if (subjectType === "weighing") return `${caseFile}/wegingen/${subjectId}`;
  if (kind === "decision.taken") return `${caseFile}/besluiten/${subjectId}`;
  if (subjectType === "condition" || subjectType === "review") return `${caseFile}/nazorg`;
  return subjectType === "line-change" ? null : caseFile;
}

function ofOrganisation(access: Access, { subjectType, subjectId }: About): string | null {
  const may = (right: Right) => hasRight(access.roles, right);
  if (subjectType === "line-change") {
    return may("precedent.read") ? `/lijnwijzigingen/${subjectId}` : null;
  }
  if (subjectType === "precedent")
    return may("precedent.read") ? `/precedenten/${subjectId}` : null;
  if (subjectType === "question-set") {
    return may("administration.read") ? `/beheer/vragensets/${subjectId}` : null;
  }
  if (!may("catalogue.manage")) return null;
  if (subjectType === "fact") return `/beheer/omstandigheden/${subjectId}`;
  return subjectType === "scope" ? `/beheer/regelgebieden/${subjectId}` : null;
}
