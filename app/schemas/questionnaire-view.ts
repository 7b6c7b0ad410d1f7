import type {
  CitizenAnswers,
  QuestionnaireMoment,
  QuestionnaireState,
} from "#app/domain/questionnaire.ts";
import type { Language } from "#app/domain/local-text.ts";
import type { CaseStatus } from "#app/domain/case-file.ts";

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
