import * as aftercare from "./aftercare.ts";
import { assessments } from "./assessments.ts";
import { backCatalogue } from "./back-catalogue.ts";
import { cases } from "./cases.ts";
import { decisions } from "./decisions.ts";
import { followUps } from "./follow-ups.ts";
import { organisations, people } from "./people.ts";
import { precedents } from "./precedents.ts";
import { rules } from "./rules.ts";
import { scopes } from "./scopes.ts";
import { reflections, signals } from "./signals.ts";
import type { ExampleData } from "./types.ts";

export const exampleData: ExampleData = {
  organisations,
  people,
  scopes,
  cases,
  assessments,
  decisions,
  followUps,
  precedents,
  backCatalogue,
  signals,
  reflections,
  rules,
  ...aftercare,
};
