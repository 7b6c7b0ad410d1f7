/** What a refused form gives back: nothing typed is lost. */
export type FormResult = {
  /** Error codes per field; those of the form as a whole under an empty name. */
  errors: Record<string, string[]>;
  values: Record<string, string | string[]>;
  /** Fields that someone else changed in the meantime. */
  conflict?: { field: string; theirs: string; yours: string }[];
};
