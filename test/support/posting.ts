import { formsIn, postedBy, wordsOf } from "./html-reader.ts";
import type { Visitor } from "./visitor.ts";

type Fields = Record<string, string | string[]>;

/** A form as it stands on the page, with the fields given in the place of its own. */
export async function formOn(
  visitor: Visitor,
  path: string,
  asked: { intent?: string; having?: string } = {},
): Promise<Fields> {
  const page = await visitor.get(path);
  const html = await page.text();
  const form = formsIn(html).find(
    ({ method, fields, buttons, action }) =>
      method === "post" &&
      action !== "/voorkeuren" &&
      action !== "/uitloggen" &&
      (asked.having === undefined || fields.some(({ name }) => name === asked.having)) &&
      (asked.intent === undefined || buttons.some(({ value }) => value === asked.intent)),
  );
  if (!form) throw new Error(`${path} (${page.status}) has no form ${JSON.stringify(asked)}`);
  const fields: Fields = {};
  for (const [name, value] of postedBy(form, asked.intent)) {
    const earlier = fields[name];
    fields[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  return fields;
}

export type Reply = { status: number; location: string | null; html: string; words: string };

export async function send(visitor: Visitor, path: string, fields: Fields): Promise<Reply> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  const response = await visitor.post(path, form);
  const html = await response.text();
  const location = response.headers.get("Location");
  return { status: response.status, location, html, words: wordsOf(html) };
}
