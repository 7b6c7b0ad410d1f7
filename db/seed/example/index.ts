import { cases } from "./cases.ts";
import { organisations, people } from "./people.ts";
import { scopes } from "./scopes.ts";
import type { ExampleData } from "./types.ts";

export const exampleData: ExampleData = {
  organisations,
  people,
  scopes,
  cases,
  assessments: [],
  decisions: [],
  followUps: [],
  precedents: [],
};
