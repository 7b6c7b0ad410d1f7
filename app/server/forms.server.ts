import { data } from "@remix-run/node";
import type * as z from "zod";
import { storageTrouble } from "#db";
import { isDomainError, type DomainError } from "#app/domain/domain-error.ts";
import { findBsn } from "#app/domain/personal-data.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { dangerousName, nestedValues, type FormFields } from "#app/schemas/form-values.ts";
import { fieldErrors } from "#app/schemas/zod-errors.ts";
import { statusOfError } from "./error-codes.server.ts";
import { badRequest } from "./http.server.ts";
import { noteTypedValues } from "./typed-values.server.ts";

export type Submission<T> = {
  input: T;
  /** What was typed, by field: to show the form again, for one with a row more or less. */
  values: FormResult["values"];
  /** One-time key of the page; give it to `db.write` where a second submit must not count. */
  formKey: string | undefined;
};

const maxFields = 2000;
const secretField = /password/i;
const identifier = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Checks a posted form with its schema and hands the result to the use case. What does not fit
 * comes back with the errors and everything that was typed.
 */
export async function handleForm<S extends z.ZodType, R>(
  request: Request,
  schema: S,
  use: (submission: Submission<z.output<S>>) => Promise<R>,
) {
  const fields = await readFields(request);
  const values = textValues(fields);
  noteTypedValues(request, values);
  const bsnErrors = fieldsWithBsn(values);
  if (Object.keys(bsnErrors).length > 0) return refusal({ errors: bsnErrors, values }, 422);
  const parsed = schema.safeParse(nestedValues(fields));
  if (!parsed.success) return refusal({ errors: fieldErrors(parsed.error), values }, 422);
  const formKey = typeof fields.formKey === "string" ? fields.formKey.slice(0, 64) : undefined;
  try {
    return await use({ input: parsed.data, values, formKey: formKey === "" ? undefined : formKey });
  } catch (error) {
    const refused = isDomainError(error) ? error : storageTrouble(error);
    if (refused) return refusalOf(refused, values);
    throw error;
  }
}

/** For forms of buttons only: there is nothing typed to give back, so a refusal is a page of its own. */
export async function handleButton<S extends z.ZodType>(
  request: Request,
  schema: S,
  use: (submission: Submission<z.output<S>>) => Promise<Response>,
): Promise<Response> {
  const answer = await handleForm(request, schema, use);
  if (answer instanceof Response) return answer;
  const [code = "bad_form"] = Object.values(answer.data.errors).flat();
  throw data({ code }, answer.init?.status ?? 400);
}

function refusal(result: FormResult, status: number) {
  return data(result, status);
}

/**
 * A rule that says no: at the field it names in its details, at several by `errors`, or over the
 * form as a whole.
 */
function refusalOf(error: DomainError, values: FormResult["values"]) {
  const field = typeof error.details.field === "string" ? error.details.field : "";
  const several = error.details.errors as FormResult["errors"] | undefined;
  const conflict = error.details.conflict as FormResult["conflict"];
  const errors = several ?? { [field]: [error.code] };
  const result = { errors, values, ...(conflict ? { conflict } : {}) };
  return refusal(result, statusOfError(error.code));
}

/** What was typed in a form that was posted and that nobody has read; nothing for other requests. */
export async function readTypedValues(request: Request): Promise<FormResult["values"] | undefined> {
  if (request.method !== "POST" || request.bodyUsed) return undefined;
  return readFields(request).then(textValues, () => undefined);
}

async function readFields(request: Request): Promise<FormFields> {
  const form = await request.formData().catch(() => badRequest("bad_form"));
  const fields: FormFields = Object.create(null) as FormFields;
  let count = 0;
  for (const [name, value] of form.entries()) {
    count += 1;
    if (count > maxFields || dangerousName.test(name)) badRequest("bad_form");
    const earlier = fields[name];
    if (typeof value !== "string") fields[name] = value;
    else if (earlier === undefined || earlier instanceof File) fields[name] = clean(value);
    else fields[name] = [...(Array.isArray(earlier) ? earlier : [earlier]), clean(value)];
  }
  return fields;
}

/** Browsers send line ends as CR LF; control characters have no place in text. */
function clean(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
}

function textValues(fields: FormFields): FormResult["values"] {
  const kept = Object.entries(fields).filter(
    (entry): entry is [string, string | string[]] =>
      !(entry[1] instanceof File) && !secretField.test(entry[0]),
  );
  return Object.fromEntries(kept);
}

function fieldsWithBsn(values: FormResult["values"]): FormResult["errors"] {
  const hits = Object.entries(values).filter(([, value]) =>
    [value].flat().some((text) => !identifier.test(text) && findBsn(text).length > 0),
  );
  return Object.fromEntries(hits.map(([name]) => [name, ["bsn"]]));
}
