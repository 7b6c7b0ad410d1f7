import type { FactMeasure } from "#app/domain/case-file.ts";
import { formatEuro, parseEuro } from "#app/domain/money.ts";

export const highestCount = 9999;
const highestCents = 100_000_000_000;

/** What was typed for an ordered fact: how much, in its measure; none when left open; a code when it cannot be read. */
export function parseAmount(
  typed: string,
  measure: FactMeasure,
): { amount: number | null } | { error: string } {
  const text = typed.trim();
  if (text === "") return { amount: null };
  const amount = measure === "cents" ? parseEuro(text) : /^\d{1,9}$/.test(text) ? +text : null;
  if (amount === null) return { error: measure === "cents" ? "money" : "whole_number" };
  if (amount < 0) return { error: "too_low:0" };
  if (measure !== "cents" && amount > highestCount) return { error: `too_high:${highestCount}` };
  return amount > highestCents ? { error: "money_too_large" } : { amount };
}

/** An amount as people type it, in Dutch notation in both languages. */
export function typedAmount(amount: number | null, measure: FactMeasure): string {
  if (amount === null) return "";
  if (measure !== "cents") return String(amount);
  return formatEuro(amount, "nl").replace(/[€\s\u00a0]/g, "");
}
