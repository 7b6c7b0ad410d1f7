import { gateAnswers } from "#app/domain/session.ts";

/** What can be chosen at a criterion and at a gate; apart from the schema, so that a page can do without zod. */
export const scoreChoices = ["1", "2", "3", "4", "5", "no_judgement", "not_applicable"] as const;
export const choices = [...scoreChoices, ...gateAnswers] as const;
export type Choice = (typeof choices)[number];
export const reasonLimit = 4000;
