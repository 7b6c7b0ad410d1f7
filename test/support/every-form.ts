import type { Role } from "../../app/domain/rights.ts";
import { everyPlace, type Place } from "./addresses.ts";
import { examplePeople, organisationNamed } from "./example.ts";
import { formsIn, type HtmlForm } from "./html-reader.ts";
import { openExtraPlaces } from "./extra-places.ts";
import { visitor, type Visitor } from "./visitor.ts";

export type Cast = {
  organisationId: string;
  of: (role: Role) => Visitor;
  named: (name: string) => Visitor;
  everyone: { name: string; roles: Role[]; visitor: Visitor }[];
  anonymous: Visitor;
};

/** Everyone of the first example organisation, signed in. */
export async function openCast(origin: string): Promise<Cast> {
  const home = await organisationNamed("Uitkeringsdienst");
  await openExtraPlaces(home.id);
  const everyone: Cast["everyone"] = [];
  for (const { id, name, roles, organisationId } of await examplePeople()) {
    if (organisationId !== home.id) continue;
    everyone.push({ name, roles, visitor: await visitor(origin, id) });
  }
  const one = (found: Cast["everyone"][number] | undefined, what: string) => {
    if (!found) throw new Error(`The example data has no ${what}`);
    return found.visitor;
  };
  return {
    organisationId: home.id,
    everyone,
    of: (role) =>
      one(
        everyone.find(({ roles }) => roles.includes(role)),
        role,
      ),
    named: (name) =>
      one(
        everyone.find((person) => person.name === name),
        name,
      ),
    anonymous: await visitor(origin, null),
  };
}

export type FoundForm = {
  place: string;
  pattern: string;
  who: string;
  visitor: Visitor;
  form: HtmlForm;
};

/** Pages with more than one address that have forms of their own. */
const otherSteps = ["wet", "omstandigheden", "oplossingen", "mensen", "controle"];

function addressesOf({ file, path }: Place): string[] {
  if (!file.endsWith("edit-step.tsx")) return [path];
  return [path, ...otherSteps.map((step) => path.replace("situatie", step))];
}

/** Every form that posts, once, as the first person who gets to see it. */
export async function everyForm(cast: Cast): Promise<FoundForm[]> {
  const found = new Map<string, FoundForm>();
  const nobody = { name: "nobody", roles: [], visitor: cast.anonymous };
  for (const place of await everyPlace(cast.organisationId)) {
    for (const address of addressesOf(place)) {
      const visitors = place.loaderRight === null ? [nobody] : cast.everyone;
      for (const { name, visitor: visiting } of visitors) {
        const page = await visiting.get(address);
        const html = await page.text();
        if (page.status !== 200) continue;
        for (const form of formsIn(html).filter(({ method }) => method === "post")) {
          const action = form.action?.replace(/\?.*$/, "") ?? address;
          const key = `${address} ${action} ${shapeOf(form)}`;
          if (/^\/(uitloggen|voorkeuren|organisatie)$/.test(action) || found.has(key)) continue;
          found.set(key, {
            place: action,
            pattern: place.pattern,
            who: name,
            visitor: visiting,
            form,
          });
        }
      }
    }
  }
  return [...found.values()];
}

/** Forms that ask the same are one: a row of a list, a cell of a table. */
function shapeOf({ fields, buttons }: HtmlForm): string {
  const names = fields.map(({ name }) => name.replaceAll(/\d+|[0-9a-f-]{36}/g, "N"));
  return [
    ...new Set([...names, ...buttons.map(({ value }) => value.replaceAll(/\d+/g, "N"))]),
  ].join();
}

/** The field of the form with another value; the rest as a browser would post it. */
export function withField(
  entries: [string, string][],
  name: string,
  value: string,
): Record<string, string> | FormData {
  const form = new FormData();
  for (const [key, own] of entries) if (key !== name) form.append(key, own);
  form.append(name, value);
  return form;
}

export function asForm(entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}
