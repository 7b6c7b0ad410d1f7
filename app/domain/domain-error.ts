/**
 * A rule of the domain that was broken. `code` names the field or rule and is stable: one table outside maps it to
 * a status and a text. `details` holds plain data for that text, never personal data.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly details: Record<string, unknown>;

  constructor(code: string, details: Record<string, unknown> = {}) {
    super(code);
    this.name = "DomainError";
    this.code = code;
    this.details = details;
  }
}

/**
 * Whether an error is a broken rule. Not `instanceof`: the built application and the data layer, which Node loads
 * from its own file, each have their own copy of the class.
 */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === "DomainError";
}

/** What is made, or null when a rule of the domain does not allow it. */
export function nullWhenBroken<T>(made: () => T): T | null {
  try {
    return made();
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}

/** What the storage says when it cannot do its work now. Nothing is wrong with what was asked. */
export const storageTroubles = ["storage_full", "storage_busy", "storage_unavailable"] as const;

export function isStorageTrouble(error: unknown): error is DomainError {
  return isDomainError(error) && storageTroubles.some((code) => code === error.code);
}
