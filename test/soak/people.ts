/** Who are at work during a soak. */
import type { Role } from "../../app/domain/rights.ts";

export type SoakPerson = {
  id: string;
  name: string;
  email: string;
  password: string;
  role: Role;
  /** Cases this person may change. */
  ownCases: string[];
  /** Where this person scores, with the questions and options to choose from. */
  seats: { path: string; criteria: string[]; optionIds: string[] }[];
};

/** Of every eight people so many of each role, as in a department at work. */
export const staff: Role[] = [
  "coordinator",
  "assessor",
  "submitter",
  "assessor",
  "decision_maker",
  "submitter",
  "assessor",
  "policy_advisor",
];
