export type FormFields = Record<string, string | string[] | File>;

/** Names that would reach the prototype of an object. */
export const dangerousName = /(^|\.)(__proto__|constructor|prototype)(\.|$)/;

/** What a schema reads from a form: dotted names become objects, numbered ones lists. */
export function formValues(form: FormData): unknown {
  const fields: FormFields = {};
  for (const [name, value] of form.entries()) {
    if (dangerousName.test(name)) continue;
    const earlier = fields[name];
    if (typeof value !== "string") fields[name] = value;
    else if (typeof earlier === "string") fields[name] = [earlier, value];
    else fields[name] = Array.isArray(earlier) ? [...earlier, value] : value;
  }
  return nestedValues(fields);
}

/** `lines.0.cents` becomes `{ lines: [{ cents }] }`. */
export function nestedValues(fields: FormFields): unknown {
  const root: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const path = name.split(".");
    const last = path.pop() ?? name;
    let place = root;
    for (const key of path) {
      const child = place[key];
      place = (place[key] =
        typeof child === "object" && child !== null ? child : {}) as typeof root;
    }
    place[last] = value;
  }
  return listsFromNumbers(root);
}

function listsFromNumbers(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof File)
    return value;
  const entries = Object.entries(value).map(
    ([key, entry]) => [key, listsFromNumbers(entry)] as const,
  );
  const isList = entries.length > 0 && entries.every(([key]) => /^\d{1,4}$/.test(key));
  if (!isList) return Object.fromEntries(entries);
  return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, entry]) => entry);
}
