/** Precedents as the pages show them. */
import type { LawReference } from "#app/domain/law-reference.ts";
import type { LocalText } from "#app/domain/local-text.ts";
import type { PersonalDataKind } from "#app/domain/personal-data.ts";
import type { PrecedentStatus, PrecedentVisibility } from "#app/domain/precedent-rules.ts";
import type { PrecedentFilters, PrecedentSearch } from "./precedent.ts";

export type Named = { id: string; name: string };
export type NamedPerspective = { key: string; name: LocalText };

export type PrecedentFact = {
  id: string;
  label: LocalText;
  side: "pro" | "con";
  inReason: boolean;
};

export type ComparablePrecedent = {
  id: string;
  number: string;
  title: string;
  level: number;
  /** Null for the own organisation. */
  organisation: string | null;
  decidedAt: number;
  /** How many facts it has in common with the case; which ones, follows from `facts`. */
  shared: number;
  facts: PrecedentFact[];
};

export type ListedPrecedent = {
  id: string;
  number: string;
  title: string;
  level: number;
  status: PrecedentStatus;
  scope: string | null;
  organisation: string;
  decidedAt: number;
  /** Those in the reason. */
  facts: PrecedentFact[];
  /** How many decisions named it as found. */
  followed: number;
};

export type PrecedentFacets = {
  scopes: Named[];
  facts: { id: string; label: LocalText; side: "pro" | "con" }[];
  organisations: Named[];
  seesDrafts: boolean;
};

export type PrecedentListPage = {
  precedents: ListedPrecedent[];
  next: string | null;
  filters: PrecedentFilters;
  isFiltered: boolean;
  facets: PrecedentFacets;
};

export type FoundPrecedents = {
  precedents: ListedPrecedent[];
  /** How many to show next time, null when there is no more. */
  more: number | null;
};

export type SearchedPrecedents = FoundPrecedents & {
  input: PrecedentSearch;
  values: Record<string, string | string[]>;
};

export type PrecedentEvent = "created" | "offered" | "sent_back" | "published" | "ended";

export type PrecedentPage = {
  precedent: {
    id: string;
    number: string;
    title: string;
    summary: string;
    lifeEvents: string[];
    level: number;
    status: PrecedentStatus;
    endReason: string;
    visibility: PrecedentVisibility;
    decidedAt: number;
    publishedAt: number | null;
    reviewDate: number | null;
  };
  perspectives: (NamedPerspective & { text: string })[];
  facts: PrecedentFact[];
  lawReferences: LawReference[];
  scope: string | null;
  organisation: string;
  isOwn: boolean;
  owner: string | null;
  publisher: string | null;
  /** The decision it was made from; null for who may not see the case. */
  source: {
    id: string;
    caseId: string;
    number: number;
    status: "draft" | "taken" | "replaced";
    caseNumber: string;
  } | null;
  followers: {
    total: number;
    readable: {
      id: string;
      caseId: string;
      number: string;
      title: string;
      level: number | null;
      takenAt: number | null;
    }[];
  };
  history: { sequence: number; at: number; event: PrecedentEvent; by: string | null }[];
  mayEdit: boolean;
};

export type PrecedentFinding = {
  /** Field of the form: `title`, `summary`, `motivation.legal`. */
  field: string;
  kind: PersonalDataKind;
  match: string;
  index: number;
};

export type PrecedentEditor = {
  precedent: {
    id: string;
    number: string;
    title: string;
    summary: string;
    motivation: Record<string, string>;
    lawReferences: string[];
    lifeEvents: string[];
    scopeId: string | null;
    status: PrecedentStatus;
    endReason: string;
    visibility: PrecedentVisibility;
    ownerId: string;
    reviewDate: number | null;
    version: number;
  };
  original: {
    id: string;
    caseId: string;
    number: number;
    motivation: Record<string, string>;
    departure: string;
    minorityView: string;
    groundReference: string;
  } | null;
  perspectives: NamedPerspective[];
  facts: PrecedentFact[];
  findings: PrecedentFinding[];
  editor: string;
  isEditor: boolean;
  next: PrecedentStatus[];
  scopes: Named[];
  owners: Named[];
};
