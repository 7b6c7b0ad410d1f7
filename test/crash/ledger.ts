import type { Answered } from "./cells.ts";

/** An answer that was sent; `at` is when it was recorded, null while nobody said that it was. */
export type RatingSent = Answered;

export type DecisionTaken = { id: string; caseId: string; told: string; condition: string };

/** What the clients know for certain: what they sent, and what was acknowledged. */
export type Ledger = {
  ratings: RatingSent[];
  decisions: DecisionTaken[];
  /** Versions of a decision that were started, each followed by one that is taken. */
  started: number;
  /** How often each status was the answer. */
  answers: Map<number, number>;
};

export function newLedger(): Ledger {
  return { ratings: [], decisions: [], started: 0, answers: new Map() };
}

export function acknowledged({ ratings, decisions, started }: Ledger): number {
  return ratings.filter(({ at }) => at !== null).length + decisions.length + started;
}

export function noteAnswer(ledger: Ledger, status: number): void {
  ledger.answers.set(status, (ledger.answers.get(status) ?? 0) + 1);
}
