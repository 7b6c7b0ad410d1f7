import type { LifeLane } from "#app/domain/decision-life.ts";
import type { LogItem } from "./case-list-view.ts";

/** A step in the life of a decision. */
export type LifeStepView = Pick<LogItem, "at" | "kind" | "person" | "roles" | "details"> & {
  key: string;
  lane: LifeLane;
  /** Number in the log; null while it is kept back. */
  number: number | null;
  /** What it is about, by its own name: a session, the number of a weighing or of a version. */
  about: { what: "session" | "weighing" | "decision" | "precedent"; name: string } | null;
  to: string | null;
  times: number;
  /** Whether it is about this very version of the decision. */
  isOwn: boolean;
};

export type DecisionLifePage = {
  decision: { id: string; number: number; takenAt: number | null };
  caseFile: { id: string; number: string; title: string };
  steps: LifeStepView[];
};
