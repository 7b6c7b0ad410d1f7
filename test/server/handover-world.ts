/** A case of which every text has a mark, and two organisations that look at what comes of it. */
import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { caseFacts, db, people, roleAssignments } from "#db";
import { openLogin } from "#app/server/logins.server.ts";
import { arrange } from "../support/database.ts";
import { organisationNamed } from "../support/example.ts";
import type { Mark } from "./marked-case.ts";

type Asked = { request: Request; params: Record<string, string>; context: AppLoadContext };
type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown;

const context = { nonce: "", clientAddress: "192.0.2.1", requestId: "1" } as AppLoadContext;

export type Browser = {
  get: (loader: Handler, path: string, params?: Record<string, string>) => Promise<Answer>;
  post: (
    action: Handler,
    path: string,
    given: { fields: Fields; params?: Record<string, string> },
  ) => Promise<Answer>;
};
export type Fields = Record<string, string>;
/** All that goes over the line, and what the handler gave. */
export type Answer = { bytes: string; value: unknown; location: string | null };

/** Somebody who is signed in, asking loaders and actions as the server would. */
export async function browser(personId: string, organisationId: string): Promise<Browser> {
  const opened = await openLogin(personId, { organisationId });
  const headers = { Cookie: opened.split(";")[0] ?? "" };
  const url = (path: string) => `http://127.0.0.1${path}`;
  return {
    get: (loader, path, params = {}) =>
      answerOf(loader, { request: new Request(url(path), { headers }), params, context }),
    post: (action, path, { fields, params = {} }) => {
      const body = new URLSearchParams(fields);
      const request = new Request(url(path), { method: "POST", headers, body });
      return answerOf(action, { request, params, context });
    },
  };
}

async function answerOf(handler: Handler, asked: Asked): Promise<Answer> {
  const value = await Promise.resolve()
    .then(() => handler({ ...asked, response: undefined } as never))
    .catch((thrown: unknown) => {
      if (thrown instanceof Error) throw thrown;
      return thrown;
    });
  if (!(value instanceof Response)) return { bytes: JSON.stringify(value), value, location: null };
  const head = JSON.stringify([...value.headers]);
  return { bytes: head + (await value.text()), value, location: value.headers.get("Location") };
}

/** The id of somebody with this role; `place` for the next one who has it. */
export async function personWith(
  role: "coordinator",
  organisationId: string,
  place = 0,
): Promise<string> {
  const rows = await db.read
    .select({ id: roleAssignments.personId })
    .from(roleAssignments)
    .where(and(eq(roleAssignments.role, role), eq(roleAssignments.organisationId, organisationId)))
    .orderBy(asc(roleAssignments.id));
  const row = rows[place];
  if (!row) throw new Error(`Nobody is ${role}`);
  return row.id;
}

/** Everyone of the sender but the one who sends is called by a mark. */
export async function markColleagues(senderId: string, mark: Mark): Promise<void> {
  const { id: organisationId } = await organisationNamed("Uitkeringsdienst");
  const colleagues = await db.read
    .selectDistinct({ id: people.id })
    .from(people)
    .innerJoin(roleAssignments, eq(roleAssignments.personId, people.id))
    .where(and(eq(roleAssignments.organisationId, organisationId), ne(people.id, senderId)));
  await arrange(async (tx) => {
    for (const [place, { id }] of colleagues.entries()) {
      const name = mark(`colleague ${place}`);
      const email = `${mark(`address of colleague ${place}`)}@example.nl`;
      await tx.update(people).set({ name, email }).where(eq(people.id, id));
    }
  });
}

/** Each fact of the case gets marks of its own; gives their ids. */
export async function markFacts(caseId: string, mark: Mark): Promise<string[]> {
  const rows = await db.read
    .select({ factId: caseFacts.factId })
    .from(caseFacts)
    .where(eq(caseFacts.caseId, caseId))
    .orderBy(asc(caseFacts.factId));
  await arrange(async (tx) => {
    for (const [place, { factId }] of rows.entries()) {
      await tx
        .update(caseFacts)
        .set({ note: mark(`note of fact ${place}`), source: mark(`source of fact ${place}`) })
        .where(and(eq(caseFacts.caseId, caseId), inArray(caseFacts.factId, [factId])));
    }
  });
  return rows.map(({ factId }) => factId);
}
