import * as z from "zod";

/** The page about the state of the log has one button. */
export const checkLogForm = z.object({ intent: z.literal("check") });

export type ShownFinding = {
  code: string;
  event?: number;
  until?: number;
  column?: string;
  table?: string;
  key?: string;
  which?: string;
};

export type LogCheckShown = {
  at: number;
  /** Over how many events, as published. */
  events: number;
  total: number;
  findings: ShownFinding[];
  destroyed: number;
  checkpoints: number;
};

export type LogCheckState = {
  /** Percent that was done; null when none is running. */
  running: number | null;
  hasFailed: boolean;
  last: LogCheckShown | null;
};

export type ShownCheckpoint = {
  id: string;
  at: number;
  size: number;
  isTimestamped: boolean;
};

export type LogState = {
  origin: string | null;
  latest: { at: number; size: number; root: string } | null;
  problem: "head_broken" | "head_longer" | "head_differs" | null;
  stampedAt: number | null;
  check: LogCheckState;
  checkpoints: ShownCheckpoint[];
  next: string | null;
  start: string | null;
  keys: { verifierKey: string; since: number; until: number | null }[];
  /** Where anyone can read the log. */
  address: string;
};
