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
  const may = (right: Right) => hasRight(access.roles, right);
  const { caseId, sessionId } = about;
  const part = caseId !== null && may("case.read") ? partOfCase(about) : null;
  if (part !== null) return `/casussen/${caseId}/${part}`;
  if (sessionId !== null && may("session.read")) {
    const session = `/zittingen/${sessionId}`;
    return caseId === null ? session : `${session}/casussen/${caseId}`;
  }
  const other = ofOrganisation(about);
  if (other !== null) return may(other.right) ? other.to : null;
  return caseId !== null && may("case.read") ? `/casussen/${caseId}` : null;
}

/** A draft has no page for who only reads. */
function partOfCase({ kind, subjectType, subjectId }: About): string | null {
  if (subjectType === "document") return "documenten";
  if (subjectType === "weighing") return `wegingen/${subjectId}`;
  if (kind === "decision.taken" || kind === "decision.replaced") return `besluiten/${subjectId}`;
  if (subjectType === "proceeding") return "procedures";
  return subjectType === "condition" || subjectType === "review" ? "nazorg" : null;
}

function ofOrganisation({ subjectType, subjectId }: About): { to: string; right: Right } | null {
  const pages: Record<string, { to: string; right: Right }> = {
    handover: { to: "overdrachten", right: "handover.manage" },
    "line-change": { to: "lijnwijzigingen", right: "precedent.read" },
    precedent: { to: "precedenten", right: "precedent.read" },
    signal: { to: "signalen", right: "signal.read" },
    rule: { to: "regels", right: "rule.read" },
    "question-set": { to: "beheer/vragensets", right: "administration.read" },
    fact: { to: "beheer/omstandigheden", right: "catalogue.manage" },
    scope: { to: "beheer/regelgebieden", right: "catalogue.manage" },
    person: { to: "beheer/personen", right: "people.manage" },
  };
  const page = pages[subjectType];
  return page ? { to: `/${page.to}/${subjectId}`, right: page.right } : null;
}
