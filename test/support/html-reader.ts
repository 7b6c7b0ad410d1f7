/** Reads forms from a page as React writes it: enough to post them like a browser without scripts. */
export type Field = {
  name: string;
  kind: string;
  value: string;
  /** What can be chosen, for radio buttons, boxes and lists. */
  options: string[];
  checked: boolean;
};

export type HtmlForm = {
  action: string | null;
  method: string;
  multipart: boolean;
  fields: Field[];
  /** `skips`: a side way, such as a row more. */
  buttons: { name: string; value: string; skips: boolean }[];
};

const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#x27": "'",
  "#x2F": "/",
  nbsp: "\u00a0",
};

export function decoded(text: string): string {
  return text.replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

function attributes(tag: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = "", value = ""] of tag.matchAll(/\s([\w-]+)(?:="([^"]*)")?/g)) {
    found[name.toLowerCase()] = decoded(value);
  }
  return found;
}

/** What people see of a page, and what a script would: the text without tags. */
export function wordsOf(html: string): string {
  return decoded(
    withoutScripts(html)
      .replaceAll(/<!--.*?-->/gs, "")
      .replaceAll(/<[^>]*>/g, " "),
  );
}

export function withoutScripts(html: string): string {
  return html.replaceAll(/<script[\s>].*?<\/script>/gs, "");
}

export function formsIn(html: string): HtmlForm[] {
  return [...withoutScripts(html).matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].map(
    ([, head = "", body = ""]) => {
      const { action, method = "get", enctype } = attributes(head);
      return {
        action: action ?? null,
        method: method.toLowerCase(),
        multipart: enctype === "multipart/form-data",
        fields: fieldsIn(body),
        buttons: [...body.matchAll(/<button([^>]*)>/g)].map(([, tag = ""]) => {
          const { name = "", value = "", formnovalidate } = attributes(tag);
          return { name, value, skips: formnovalidate !== undefined };
        }),
      };
    },
  );
}

function fieldsIn(body: string): Field[] {
  const inputs = [...body.matchAll(/<input([^>]*?)\/?>/g)].map(([, tag = ""]) => {
    const { name = "", type = "text", value = "", checked } = attributes(tag);
    return { name, kind: type, value, options: [value], checked: checked !== undefined };
  });
  const areas = [...body.matchAll(/<textarea([^>]*)>(.*?)<\/textarea>/gs)].map(
    ([, tag = "", text = ""]) => {
      const { name = "" } = attributes(tag);
      return { name, kind: "textarea", value: decoded(text), options: [], checked: true };
    },
  );
  const lists = [...body.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)].map(
    ([, tag = "", inside = ""]) => {
      const options = [...inside.matchAll(/<option([^>]*)>/g)].map(([, one = ""]) =>
        attributes(one),
      );
      const chosen = options.find(({ selected }) => selected !== undefined) ?? options[0];
      return {
        name: attributes(tag).name ?? "",
        kind: "select",
        value: chosen?.value ?? "",
        options: options.map(({ value = "" }) => value),
        checked: true,
      };
    },
  );
  return [...inputs, ...areas, ...lists].filter(({ name }) => name !== "");
}

/** What a browser would post, with the first button that says what is meant. */
export function postedBy(form: HtmlForm, intent?: string): [string, string][] {
  const entries = form.fields
    .filter(({ kind, checked }) => (kind === "radio" || kind === "checkbox" ? checked : true))
    .filter(({ kind }) => kind !== "file")
    .map(({ name, value }): [string, string] => [name, value]);
  const button =
    form.buttons.find(({ name, value }) => name === "intent" && value === intent) ??
    form.buttons.find(({ name, skips }) => name !== "" && !skips);
  return button?.name ? [...entries, [button.name, button.value]] : entries;
}

/** Fields people type words in. */
export function isTyped({ kind }: Field): boolean {
  return ["text", "search", "email", "tel", "url", "textarea"].includes(kind);
}
