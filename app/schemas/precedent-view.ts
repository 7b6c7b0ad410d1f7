/** Precedents as the pages show them. */
import type { FactMeasure } from "#app/domain/case-file.ts";
import type { LawReference } from "#app/domain/law-reference.ts";
import type { LocalText } from "#app/domain/local-text.ts";
import type { HighlightPart } from "#app/domain/search-highlight.ts";
import type { PersonalDataKind } from "#app/domain/personal-data.ts";
import type { PrecedentRelation, PrecedentSource } from "#app/domain/precedent-relations.ts";
import type { PrecedentStatus, PrecedentVisibility } from "#app/domain/precedent-rules.ts";
import type { PrecedentFilters, PrecedentSearch } from "./precedent-search.ts";

export type Named = { id: string; name: string };
export type NamedPerspective = { key: string; name: LocalText };

export type PrecedentFact = {
  id: string;
  label: LocalText;
  side: "pro" | "con";
  inReason: boolean;
  /** Of an ordered fact, what its amount counts, and how much there was when that is known. */
  measure: FactMeasure | null;
  amount: number | null;
};

export type ComparablePrecedent = {
  id: string;
  number: string;
  title: string;
  level: number;
  /** Null for the own organisation. */
  organisation: string | null;
  decidedAt: number;
  /** How many facts keep it from binding the case. */
  differences: number;
  facts: PrecedentFact[];
};

export type ListedPrecedent = {
  id: string;
  number: string;
  title: string;
  level: number;
  status: PrecedentStatus;
  /** Whether it counts now; a valid one that does not is past its term. */
  counts: boolean;
  validUntil: number | null;
  scope: string | null;
  organisation: string;
  decidedAt: number;
  /** Those in the reason. */
  facts: PrecedentFact[];
  /** How many decisions followed it. */
  followed: number;
  /** On how many facts the compared case differs from it. */
  differences?: number | undefined;
  /** The title with the words that were found. */
  titleParts?: HighlightPart[];
  /** The piece of its text with most of them. */
  snippet?: HighlightPart[];
};

/** A choice of a filter with how many precedents it would show; null where that was not counted. */
export type Counted = Named & { total: number | null };

export type PrecedentFacets = {
  /** How many precedents the filters leave; null where that was not counted. */
  total: number | null;
  scopes: Counted[];
  organisations: Counted[];
  levels: Record<string, number>;
  statuses: Record<string, number>;
  facts: { id: string; label: LocalText; side: "pro" | "con"; total: number | null }[];
  seesDrafts: boolean;
};

export type ComparedCase = { id: string; number: string; title: string; hasScope: boolean };

export type SavedSearch = { id: string; name: string; words: string; filters: string };

export type PrecedentListPage = {
  precedents: ListedPrecedent[];
  next: string | null;
  filters: PrecedentFilters;
  isFiltered: boolean;
  facets: PrecedentFacets;
  compared: ComparedCase | null;
  saved: SavedSearch[];
  mayEdit: boolean;
};

export type FoundPrecedents = {
  precedents: ListedPrecedent[];
  /** Where the next page begins, null when there is none. */
  next: string | null;
  facets: PrecedentFacets;
};

export type SearchedPrecedents = FoundPrecedents & {
  input: PrecedentSearch;
  values: Record<string, string | string[]>;
};

export type PrecedentEvent =
  "created" | "imported" | "offered" | "sent_back" | "published" | "managed" | "reviewed" | "ended";

/** A decision and an earlier precedent that it names; `precedent` is the one at the other end, when it became one. */
export type Citation = {
  relation: PrecedentRelation;
  level: number | null;
  at: number | null;
  /** On what they differ, when the decision says so. */
  differences: LocalText[];
  /** Null for who may not see the case. */
  decision: { id: string; caseId: string; number: string; title: string } | null;
  precedent: { id: string; number: string; title: string; status: PrecedentStatus } | null;
};

export type PrecedentCitations = {
  /** Decisions that name it, also those this person may not see. */
  counts: Record<PrecedentRelation, number>;
  by: Citation[];
  names: Citation[];
};

/** Where a precedent is in its life; `until` says when it stopped to count, or will. */
export type PrecedentLife = {
  counts: boolean;
  until: number | null;
  reference: LawReference | null;
  reviewedAt: number | null;
  isReviewDue: boolean;
  /** The decision that changed the line, for who may see it; null when no change of line ended this. */
  lineChange: { at: number | null; decision: { id: string; caseId: string } | null } | null;
  /** The policy rule that took its place; to be read in the own organisation only. */
  rule: { id: string | null; number: string } | null;
};

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
    source: PrecedentSource;
    externalId: string | null;
  };
  life: PrecedentLife;
  perspectives: (NamedPerspective & { text: string })[];
  facts: PrecedentFact[];
  lawReferences: LawReference[];
  scope: Named | null;
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
  citations: PrecedentCitations;
  /** The file it came in with, for the own organisation. */
  importedFrom: string | null;
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
    validUntil: number | null;
    endReference: string;
    source: PrecedentSource;
    version: number;
  };
  /** Valid and within its term: it can be managed, looked at again, and ended. */
  counts: boolean;
  isReviewDue: boolean;
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
