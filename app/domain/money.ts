import { DomainError } from "./domain-error.ts";
import type { Language } from "./local-text.ts";

const amount = /^(\d{1,15}|\d{1,3}(?:\.\d{3}){1,4})(?:,(\d{1,2}|-{1,2}))?$/;

/**
 * An amount as people in the Netherlands write it, in integer cents: `1234`, `1.234`, `1234,5`, `€ 1.234,56`,
 * `12,-`, with a minus before or after the euro sign. Null when it cannot be read without guessing (`12.50`).
 */
export function parseEuro(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f]+/g, "").replace(/\u2212/g, "-");
  const signed = /^(-?)(?:€|EUR)?(-?)(.*)$/i.exec(bare);
  const [, before = "", after = "", rest = ""] = signed ?? [];
  const parts = amount.exec(rest);
  if (!parts || (before !== "" && after !== "")) return null;
  const [, whole = "", fraction = ""] = parts;
  const digits = fraction.replace(/-/g, "").padEnd(2, "0");
  const cents = Number(whole.replaceAll(".", "")) * 100 + Number(digits);
  if (!Number.isSafeInteger(cents)) return null;
  return before + after === "-" && cents > 0 ? -cents : cents;
}

/**
 * Integer cents as text: `€ 1.234,56` and `€ -1.234,56` in Dutch, `€1,234.56` and `-€1,234.56` in English. Written
 * by hand because Intl formatters are slow to make and their spaces differ between engines.
 *
 * @throws DomainError `cents` when not a safe integer.
 */
export function formatEuro(cents: number, language: Language): string {
  if (!Number.isSafeInteger(cents)) throw new DomainError("cents", { cents });
  const minus = cents < 0 ? "-" : "";
  const digits = String(Math.abs(cents)).padStart(3, "0");
  const fraction = digits.slice(-2);
  const whole = grouped(digits.slice(0, -2), language === "nl" ? "." : ",");
  return language === "nl" ? `€ ${minus}${whole},${fraction}` : `${minus}€${whole}.${fraction}`;
}

function grouped(digits: string, separator: string): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) {
    groups.unshift(digits.slice(Math.max(0, end - 3), end));
  }
  return groups.join(separator);
}
