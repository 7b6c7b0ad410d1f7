import type { Precedent } from "../../app/domain/precedent.ts";

/**
 * The published three-step example of the result and the reason model: the reason of the one precedent names p1 only.
 * Source: Horty, "Rules and reasons in the theory of precedent", Legal Theory 17 (2011).
 */
export const decidedOnP1: Precedent = {
  id: "c1",
  pro: ["p1", "p2"],
  con: ["d1", "d2"],
  level: 1,
  reasonPro: ["p1"],
};

const misinformed = "verkeerd geinformeerd door instantie";
const threatened = "schuld bedreigt bestaanszekerheid";
const couldKnow = "had zelf kunnen weten";
const lowLiteracy = "laaggeletterd";
const warned = "eerder gewaarschuwd";

/** Four decisions on claims, over the levels refuse, moderate, remit in part, remit in full. */
export const claimDecisions: Precedent[] = [
  { id: "P1", pro: [misinformed, threatened], con: [couldKnow], level: 3 },
  { id: "P2", pro: [misinformed], con: [couldKnow], level: 1 },
  { id: "P3", pro: [lowLiteracy], con: [warned], level: 0 },
  { id: "P4", pro: [lowLiteracy, threatened], con: [warned], level: 2 },
];

export const claimFacts = { misinformed, threatened, couldKnow, lowLiteracy, warned };
