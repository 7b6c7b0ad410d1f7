import { municipalPrecedents } from "./precedents/municipal.ts";
import { nationalPrecedents } from "./precedents/national.ts";
import type { ExamplePrecedent } from "./types.ts";

export const precedents: ExamplePrecedent[] = [...nationalPrecedents, ...municipalPrecedents];
