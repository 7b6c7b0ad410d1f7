import { municipalDecisions } from "./decisions/municipal.ts";
import { recoveryDecisions } from "./decisions/recovery.ts";
import { survivorDecisions } from "./decisions/survivors.ts";
import { wajongDecisions } from "./decisions/wajong.ts";
import type { ExampleDecision } from "./types.ts";

export const decisions: ExampleDecision[] = [
  ...survivorDecisions,
  ...wajongDecisions,
  ...recoveryDecisions,
  ...municipalDecisions,
];
