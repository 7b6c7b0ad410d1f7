/** The letter in which the citizen reads what was decided. */
export type LetterContent = {
  salutation: string;
  /** What was decided. */
  outcome: string;
  /** Why, in three reasons. */
  reasons: string[];
  /** What the citizen must do now; one thing per item. */
  duties: string[];
  /** What to do when you disagree, and the last day on which that can be done. */
  disagree: string;
  disagreeUntil: number | null;
  /** Whom to call. */
  contact: string;
  closing: string;
};
