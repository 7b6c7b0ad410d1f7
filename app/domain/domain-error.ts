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
