import type { ReadPage } from "#app/domain/reading.ts";
import type { BlindnessCheck, FindingWeight } from "#app/domain/blindness-proof.ts";
import type { ItemPhase } from "#app/domain/session.ts";

export type FindingView = {
  check: BlindnessCheck;
  weight: FindingWeight;
  people: string[];
  count: number;
};

/** From when on somebody could read what; null for never. */
export type SightView = {
  personId: string;
  name: string;
  part: "assessor" | "facilitator" | "deputy" | "observer";
  /** The panel an assessor sits on. */
  perspective: string | null;
  own: number | null;
  others: number | null;
  /** When the first and the last answer came; only after the reveal. */
  answered: { first: number; last: number } | null;
};

export type RoundView = {
  round: number;
  openedAt: number;
  /** Null while people are scoring: then nothing that follows is known yet. */
  revealedAt: number | null;
  verdict: FindingWeight | null;
  findings: FindingView[];
  sight: SightView[];
  /** Null for who may not know who reads what. */
  readings: { key: string; at: number; name: string; page: ReadPage }[] | null;
};

export type BlindItemView = {
  id: string;
  caseFile: { id: string; number: string; title: string };
  phase: ItemPhase;
  rounds: RoundView[];
};

/** Who came to the table, and who answered. */
export type ArrivalView = {
  key: string;
  at: number;
  name: string;
  what: "asked" | "assessor" | "observer" | "refused";
  by: string | null;
};

export type BlindnessPage = {
  session: { id: string; title: string; startsAt: number };
  items: BlindItemView[];
  /** Cases on the agenda that this person may not see. */
  hidden: number;
  arrivals: ArrivalView[];
};
