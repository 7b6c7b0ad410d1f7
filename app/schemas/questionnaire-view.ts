import type { Figure } from "#app/domain/account-figures.ts";
import type {
  CitizenAnswers,
  QuestionnaireMoment,
  QuestionnaireState,
} from "#app/domain/questionnaire.ts";
import type { Language } from "#app/domain/local-text.ts";
import type { CaseStatus } from "#app/domain/case-file.ts";
import type { AccountFilters } from "./account-filters.ts";

/** A link that was just made: the only time that its address is seen. */
export type CitizenLink = {
  address: string;
  expiresAt: number;
  qr: { path: string; size: number };
  /** To paste in a letter or a text message. */
  texts: { language: Language; letter: string; message: string }[];
};

export type CaseQuestionnaire = {
  id: string;
  moment: QuestionnaireMoment;
  state: QuestionnaireState;
  /** The look back it is about. */
  reviewHeldAt: number | null;
  createdBy: string;
  createdAt: number;
  expiresAt: number;
  answeredAt: number | null;
  /** Null as well for who may not read them. */
  answers: CitizenAnswers | null;
};

export type QuestionnairesPage = {
  caseFile: { id: string; number: string; title: string; status: CaseStatus };
  /** The decision in force; without one there is nothing to ask about. */
  decision: { id: string; takenAt: number } | null;
  /** What can be asked about and has no answer yet: the decision, or a look back with its id. */
  subjects: { about: string; heldAt: number | null }[];
  questionnaires: CaseQuestionnaire[];
  mayInvite: boolean;
};

/** What came back of the links of one kind; small numbers of another organisation are hidden. */
export type CitizenResult = {
  /** Null: of both moments together. */
  moment: QuestionnaireMoment | null;
  sent: number | "hidden";
  answered: number | "hidden";
  figure: Figure;
};

export type CitizenResults = {
  organisation: { id: string; name: string };
  isOwn: boolean;
  period: { from: string; until: string };
  filters: AccountFilters;
  organisations: { id: string; name: string }[];
  scopes: { id: string; name: string }[];
  /** All scopes together. */
  together: CitizenResult[];
  /** Per scope with links in the period, by name; null for cases without one. */
  perScope: { scope: { id: string; name: string } | null; results: CitizenResult[] }[];
  words: CitizenWords[];
  /** How many more wrote something, in cases that this reader may not open. */
  wordsHidden: number;
};

export type CitizenWords = {
  /** Of the link. */
  id: string;
  words: string;
  answeredAt: number;
  moment: QuestionnaireMoment;
  scope: string | null;
  /** Only where there are enough answers in its scope. */
  caseFile: { id: string; number: string } | null;
};
