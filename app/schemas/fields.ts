import * as z from "zod";
import { parseLawReference } from "#app/domain/law-reference.ts";
import { parseEuro } from "#app/domain/money.ts";
import "./zod-errors.ts";

/** Building blocks for schemas of posted forms, where everything arrives as text. */
export const textLimit = 20_000;

/** One line or more that must be there; blank space around it is cut. */
export function text(max = 200) {
  return z.string().trim().min(1, "required").max(max);
}

/** Text that may be left out, then "". */
export function optionalText(max = textLimit) {
  return z.string().trim().max(max).default("");
}

export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values);
}

/** A choice that may be left open, then null. */
export function optionalChoice<const T extends readonly [string, ...string[]]>(values: T) {
  return z
    .union([z.literal(""), z.enum(values)])
    .default("")
    .transform((value) => (value === "" ? null : (value as T[number])));
}

/** A box that is ticked or not. */
export function checkbox() {
  return z
    .string()
    .optional()
    .transform((value) => value !== undefined);
}

/** A list from a group of boxes: none, one or more of the same name. */
export function listOf<T extends z.ZodType>(item: T, max = 200) {
  return z.preprocess(
    (value) => (value === undefined || value === "" ? [] : [value].flat()),
    z.array(item).max(max),
  );
}

/** A day from a date field, as UTC milliseconds of its midnight. */
export function day() {
  return z.string().min(1, "required").transform(toDay);
}

/** A day that may be left out, then null. */
export function optionalDay() {
  return z
    .string()
    .default("")
    .transform((value, context) => (value === "" ? null : toDay(value, context)));
}

/** An amount in euros as people type it, in cents. */
export function money() {
  return z.string().trim().min(1, "required").transform(toCents);
}

/** An amount that may be left out, then null. */
export function optionalMoney() {
  return z
    .string()
    .trim()
    .default("")
    .transform((value, context) => (value === "" ? null : toCents(value, context)));
}

export function wholeNumber(range: { min: number; max: number }) {
  return z
    .string()
    .trim()
    .min(1, "required")
    .regex(/^-?\d{1,9}$/, "whole_number")
    .transform(Number)
    .pipe(z.number().min(range.min).max(range.max));
}

/** A number with a comma or a point. */
export function decimalNumber(range: { min: number; max: number }) {
  return z
    .string()
    .trim()
    .min(1, "required")
    .regex(/^-?\d{1,9}([.,]\d{1,12})?$/, "number")
    .transform((value) => Number(value.replace(",", ".")))
    .pipe(z.number().min(range.min).max(range.max));
}

/** The version of the record that was on the screen, from a hidden field. */
export function version() {
  return wholeNumber({ min: 1, max: 999_999_999 });
}

export function identifier() {
  return z.uuid("unknown_option");
}

/** A day in an address, as it was written; what cannot be read is left out. */
export function dayInAddress() {
  return z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine((text) => !Number.isNaN(Date.parse(`${text}T00:00:00Z`)))
    .optional()
    .catch(undefined);
}

/** The same as a moment: its UTC midnight, in milliseconds. */
export function momentInAddress() {
  return z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .transform((text) => Date.parse(`${text}T00:00:00Z`))
    .refine((moment) => !Number.isNaN(moment))
    .optional()
    .catch(undefined);
}

/** The row of a list to go on after: `1790000000000.<id>`; what cannot be read is left out. */
export function rowInAddress() {
  return z
    .string()
    .regex(/^-?\d{1,15}\.[0-9a-f-]{36}$/)
    .transform((text) => {
      const [at = "0", id = ""] = text.split(".");
      return { at: Number(at), id };
    })
    .optional()
    .catch(undefined);
}

/** A year in an address; what cannot be read is left out. */
export function yearInAddress() {
  return z.coerce.number().int().min(1970).max(9999).optional().catch(undefined);
}

/** A record picked from a list that may be left open, then null. */
export function optionalIdentifier() {
  return z
    .union([z.literal(""), z.uuid()], "unknown_option")
    .default("")
    .transform((value) => (value === "" ? null : value));
}

export function email() {
  return z.string().trim().toLowerCase().min(1, "required").max(254).pipe(z.email("email"));
}

export function lawReference() {
  return z
    .string()
    .trim()
    .min(1, "required")
    .max(300)
    .refine((value) => parseLawReference(value) !== null, "law_reference");
}

function toDay(value: string, context: z.RefinementCtx): number {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN;
  const real = !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(value);
  if (real && value >= "1900-01-01" && value <= "2199-12-31") return moment;
  context.addIssue({ code: "custom", message: "date" });
  return z.NEVER;
}

function toCents(value: string, context: z.RefinementCtx): number {
  const cents = parseEuro(value);
  if (cents === null) context.addIssue({ code: "custom", message: "money" });
  else if (Math.abs(cents) <= 100_000_000_000) return cents;
  else context.addIssue({ code: "custom", message: "money_too_large" });
  return z.NEVER;
}
