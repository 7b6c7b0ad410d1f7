import { expect, test } from "vitest";
import * as z from "zod";
import * as fields from "#app/schemas/fields.ts";
import { formValues } from "#app/schemas/form-values.ts";
import { proceedingForm } from "#app/schemas/proceeding.ts";
import { fieldErrors } from "#app/schemas/zod-errors.ts";

function form(entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

function errorsOf(schema: z.ZodType, entries: [string, string][]) {
  const parsed = schema.safeParse(formValues(form(entries)));
  return parsed.success ? {} : fieldErrors(parsed.error);
}

const line = z.object({ post: fields.text(10), cents: fields.money() });

test("dotted and numbered names become objects and lists", () => {
  const values = formValues(
    form([
      ["lines.0.post", "a"],
      ["lines.1.post", "b"],
      ["tag", "x"],
      ["tag", "y"],
      ["tag", "z"],
    ]),
  );
  expect(values).toEqual({ lines: [{ post: "a" }, { post: "b" }], tag: ["x", "y", "z"] });
});

test("a name that would reach into every object is left out", () => {
  formValues(form([["__proto__.admin", "yes"]]));
  formValues(form([["a.constructor.prototype.admin", "yes"]]));
  expect(({} as Record<string, unknown>).admin).toBeUndefined();
});

test("errors are named by field and carry their limit", () => {
  const schema = z.object({ title: fields.text(5), lines: z.array(line).min(1) });
  const errors = errorsOf(schema, [
    ["title", "too long"],
    ["lines.0.post", ""],
    ["lines.0.cents", "12.50"],
  ]);
  expect(errors).toEqual({
    title: ["too_long:5"],
    "lines.0.post": ["required"],
    "lines.0.cents": ["money"],
  });
});

test("what is missing altogether is asked for", () => {
  const schema = z.object({
    title: fields.text(),
    kind: fields.choice(["a", "b"]),
    due: fields.day(),
    email: fields.email(),
  });
  expect(errorsOf(schema, [])).toEqual({
    title: ["required"],
    kind: ["choose"],
    due: ["required"],
    email: ["required"],
  });
});

test("optional fields give null or an empty text", () => {
  const schema = z.object({
    note: fields.optionalText(),
    kind: fields.optionalChoice(["a"]),
    due: fields.optionalDay(),
    cents: fields.optionalMoney(),
    heard: fields.checkbox(),
    tags: fields.listOf(z.enum(["x"])),
  });
  const empty = { note: "", kind: null, due: null, cents: null, heard: false, tags: [] };
  expect(schema.parse({})).toEqual(empty);
  expect(schema.parse({ note: "", kind: "", due: "", cents: "", tags: "" })).toEqual(empty);
});

test("amounts are read in cents and days as UTC midnight", () => {
  const schema = z.object({
    cents: fields.money(),
    due: fields.day(),
    tags: fields.listOf(z.string()),
  });
  expect(schema.parse({ cents: "1.234,56", due: "2026-03-31", tags: "x" })).toEqual({
    cents: 123456,
    due: Date.UTC(2026, 2, 31),
    tags: ["x"],
  });
});

test.each(["2026-02-30", "31-12-2026", "0001-01-01", "x"])("%s is not a day", (due) => {
  expect(errorsOf(z.object({ due: fields.day() }), [["due", due]])).toEqual({ due: ["date"] });
});

test.each([
  ["abc", "whole_number"],
  ["1.5", "whole_number"],
  ["0", "too_low:1"],
  ["11", "too_high:10"],
])("%s is refused as a number from 1 to 10", (value, code) => {
  const schema = z.object({ number: fields.wholeNumber({ min: 1, max: 10 }) });
  expect(errorsOf(schema, [["number", value]])).toEqual({ number: [code] });
});

test("six weeks more for an objection has no day of its own", () => {
  const postponing = (ground: string, until: string) =>
    errorsOf(proceedingForm, [
      ["intent", "postponed"],
      ["proceedingId", crypto.randomUUID()],
      ["ground", ground],
      ["until", until],
    ]);
  expect(postponing("extension", "2027-03-01")).toEqual({ until: ["six_weeks_no_day"] });
  expect(postponing("extension", "")).toEqual({});
  expect(postponing("consent", "2027-03-01")).toEqual({});
});
