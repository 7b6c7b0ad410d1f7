import type * as z from "zod";
import { environment } from "#db";
import type { RowsResult } from "#app/schemas/form-rows.ts";
import { handleForm, type Submission } from "./forms.server.ts";

type Values = Record<string, string | string[]>;

/**
 * As `handleForm`, for a form with rows: a button "add" or "remove" saves nothing and gives the form
 * back as it was typed with one row more or less, so that it works without JavaScript.
 */
export async function handleRowsForm<S extends z.ZodType, R>(
  request: Request,
  schema: S,
  use: (submission: Submission<z.output<S>>) => Promise<R>,
) {
  return (await changedRows(request.clone())) ?? handleForm(request, schema, use);
}

async function changedRows(request: Request): Promise<RowsResult | null> {
  const form = await request.formData().catch(() => new FormData());
  const pressed = form.get("rows");
  if (typeof pressed !== "string") return null;
  const [, act, list = "", place] = /^(add|remove)\.([a-z]+)(?:\.(\d{1,4}))?$/.exec(pressed) ?? [];
  if (act === undefined) return null;
  const removed = act === "remove" ? Number(place) : undefined;
  const values = renumbered(textsOf(form), list, removed);
  const last = `${list}.${rowCount(values, list)}`;
  if (act === "add") values[`${last}.added`] = "";
  return { errors: {}, values, stamp: environment.newId(), focus: act === "add" ? last : list };
}

function textsOf(form: FormData): Values {
  const values: Values = {};
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string" || name === "rows" || name === "formKey") continue;
    const earlier = values[name];
    values[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  return values;
}

/** The values with the rows of a list counted from 0 again, without the one that was removed. */
function renumbered(values: Values, list: string, removed: number | undefined): Values {
  const places = [...new Set(Object.keys(values).map((name) => placeIn(name, list)))]
    .filter((place) => place !== null && place !== removed)
    .sort((a, b) => Number(a) - Number(b));
  const entries = Object.entries(values).flatMap(([name, value]) => {
    const place = placeIn(name, list);
    if (place === null) return [[name, value]];
    const next = places.indexOf(place);
    const field = name.split(".").slice(2).join(".");
    return next < 0 ? [] : [[`${list}.${next}.${field}`, value]];
  });
  return Object.fromEntries(entries) as Values;
}

function rowCount(values: Values, list: string): number {
  const places = Object.keys(values).map((name) => placeIn(name, list) ?? -1);
  return Math.max(-1, ...places) + 1;
}

function placeIn(name: string, list: string): number | null {
  const [, place] = name.startsWith(`${list}.`) ? (/^[a-z]+\.(\d{1,4})\./.exec(name) ?? []) : [];
  return place === undefined ? null : Number(place);
}
