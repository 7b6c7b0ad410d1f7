import { letterTextParts } from "#app/domain/letter.ts";
import { readability, type Readability } from "#app/domain/readability.ts";

/** How the letter in a form reads as it is typed; fetched once somebody types. */
export function reportOnForm(form: HTMLFormElement): Readability {
  const fields = new FormData(form);
  const text = (name: string) => {
    const value = fields.get(name);
    return typeof value === "string" ? value : "";
  };
  const lines = (name: string) =>
    text(name)
      .split(/\r?\n/)
      .filter((line) => line.trim() !== "");
  const until = Date.parse(`${text("disagreeUntil")}T00:00:00Z`);
  const parts = letterTextParts({
    ...{ salutation: "", outcome: text("outcome"), duties: lines("duties"), closing: "" },
    reasons: [0, 1, 2].map((place) => text(`reasons.${place}`)),
    ...{ disagree: text("disagree"), contact: text("contact") },
    disagreeUntil: Number.isNaN(until) ? null : until,
  });
  return readability(parts);
}
