import type * as z from "zod";
import { openDatabase, stopDatabase } from "#db";
import { DomainError } from "../../domain/domain-error.ts";
import { roles } from "../../domain/rights.ts";
import { newPersonSchema } from "../../schemas/person.ts";
import { assertLogHolds } from "../../server/log-head.server.ts";
import {
  addPersonAsOperator,
  deactivateAsOperator,
  listPeopleAsOperator,
  makeLinkAsOperator,
} from "../../server/operator-people.server.ts";
import type { PasswordLink } from "../../server/password-resets.server.ts";
import { settings } from "../../server/settings.server.ts";
import { wrongUse, type Command, type Given, type Outcome } from "../command.ts";

export const command: Command = {
  usage: [
    "user list",
    "user add <e-mail> --name <name> --role <role,role> [--organisation <name>] [--language nl|en]",
    "user link <e-mail>",
    "user deactivate <e-mail>",
  ],
  help: `People, for when no administrator can help. What changes is in the audit log, as done by the system.

  list        everyone with their roles
  add         a person, or roles for someone who is known; prints a link to choose a password
  link        a one-time link to choose a password, when someone is locked out
  deactivate  nobody can sign in as this person any more; what the person did stays

  --name <name>          as others see it
  --role <role,role>     of: ${roles.join(", ")}
  --organisation <name>  where, when there are several
  --language nl|en       nl without it`,
  options: {
    name: { type: "string" },
    role: { type: "string" },
    organisation: { type: "string" },
    language: { type: "string" },
  },
  words: { least: 1, most: 2 },
  run: async (given) => {
    const [what = "", email] = given.words;
    const act = Object.hasOwn(actions, what) ? actions[what] : undefined;
    if (!act) throw wrongUse(`user takes ${Object.keys(actions).join(", ")}. See: mw user --help`);
    if ((what === "list") !== (email === undefined)) {
      throw wrongUse(
        what === "list" ? "list takes nothing more." : "Whom? Give an e-mail address.",
      );
    }
    const { databaseUrl, database } = settings();
    const asked = readRequest(what, email ?? "", given);
    await openDatabase(databaseUrl, database);
    try {
      if (what !== "list") await assertLogHolds();
      return await act(email ?? "", asked);
    } catch (error) {
      if (error instanceof DomainError) throw new Error(messages[error.code] ?? error.code);
      throw error;
    } finally {
      await stopDatabase();
    }
  },
};

type Request = {
  person: z.output<typeof newPersonSchema>;
  organisation: string | undefined;
} | null;

/** Looked at before the database is opened. */
function readRequest(what: string, email: string, { options }: Given): Request {
  if (what !== "add") return null;
  const { name, role = "", language = "nl", organisation } = options;
  const typed = { name, email, language, roles: String(role).split(",").filter(Boolean) };
  const person = newPersonSchema.safeParse(typed);
  if (!person.success) {
    const wrong = new Set(person.error.issues.map(({ path }) => given[String(path[0])]));
    throw wrongUse(`Look again at: ${[...wrong].join(", ")}. See: mw user --help`);
  }
  return { person: person.data, organisation: organisation as string | undefined };
}

const given: Record<string, string> = {
  name: "--name",
  email: "the e-mail address",
  language: "--language",
  roles: "--role",
};

type Action = (email: string, asked: Request) => Promise<Outcome>;

const actions: Record<string, Action> = {
  list: async () => {
    const people = await listPeopleAsOperator();
    const lines = people.map(({ email, name, active, roles: held }) => {
      const where = held.map(({ organisation, role }) => `${role} (${organisation})`).join(", ");
      return `${email}  ${name}${active ? "" : "  not active"}\n    ${where || "no roles"}`;
    });
    return { result: { people }, text: lines.join("\n") || "There is nobody yet." };
  },
  add: async (_email, asked) => {
    if (!asked) throw new Error("Nobody to add");
    const added = await addPersonAsOperator(asked.organisation, asked.person);
    const done = added.isNew ? "The person was added." : "A person who was known got these roles.";
    return { result: added, text: added.link ? `${done}\n${inWords(added.link)}` : done };
  },
  link: async (email) => {
    const made = await makeLinkAsOperator(email);
    return { result: made, text: inWords(made.link) };
  },
  deactivate: async (email) => {
    const result = await deactivateAsOperator(email);
    return { result, text: "Nobody can sign in as this person any more." };
  },
};

function inWords({ address, expiresAt }: PasswordLink): string {
  return `${address}\nWorks once, until ${new Date(expiresAt).toISOString()}.`;
}

const messages: Record<string, string> = {
  not_set_up: "There is no organisation yet: start the server and open the set-up page first.",
  organisation_unknown: "There is no organisation of this name.",
  organisation_unclear: "There are several: say which with --organisation <name>.",
  email_taken: "This person has roles there already: an administrator can change them.",
  person_unknown: "There is no active person with this e-mail address.",
  last_administrator:
    "This is the last administrator of an organisation: make somebody else administrator first.",
  storage_full: "There is no room left on the disk of the database.",
  storage_busy: "The database is too busy: try again.",
  storage_unavailable: "The database does not answer.",
};
