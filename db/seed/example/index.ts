import { assessments } from "./assessments.ts";
import { backCatalogue } from "./back-catalogue.ts";
import { cases } from "./cases.ts";
import { decisions } from "./decisions.ts";
import { followUps } from "./follow-ups.ts";
import { organisations, people } from "./people.ts";
import { precedents } from "./precedents.ts";
import { scopes } from "./scopes.ts";
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
};
