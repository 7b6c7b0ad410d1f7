export * from "./schema/audit.ts";
export * from "./schema/cases.ts";
export * from "./schema/catalogue.ts";
export * from "./schema/decisions.ts";
export * from "./schema/options.ts";
export * from "./schema/people.ts";
export * from "./schema/precedents.ts";
export * from "./schema/sessions.ts";
