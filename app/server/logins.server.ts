import { createHash } from "node:crypto";
import { and, asc, desc, eq, inArray, isNull, ne, sql, type SQL } from "drizzle-orm";
import {
  db,
  environment,
  logins,
  organisations,
  people,
  roleAssignments,
  type Actor,
  type Queries,
  type Transaction,
} from "#db";
import { DomainError, isStorageTrouble } from "#app/domain/domain-error.ts";
import type { Role } from "#app/domain/rights.ts";
import { cookie, isSecure, readCookie } from "./cookies.server.ts";
import { settings } from "./settings.server.ts";

/** How often the moment someone was last seen is written. */
const seenEveryMs = 5 * 60_000;

export type Login = {
  idHash: string;
  person: { id: string; name: string; language: "nl" | "en" };
  organisation: { id: string; name: string };
  roles: Role[];
};

const rowsOfLogin = db.hot<{ idHash: string }>()((read) =>
  loginRows(read, eq(logins.idHash, sql.placeholder("idHash"))),
);

function loginRows(read: Queries, which: SQL) {
  return read
    .select({
      idHash: logins.idHash,
      personId: people.id,
      name: people.name,
      language: people.language,
      active: people.active,
      organisationId: organisations.id,
      organisationName: organisations.name,
      createdAt: logins.createdAt,
      lastSeenAt: logins.lastSeenAt,
      role: roleAssignments.role,
    })
    .from(logins)
    .innerJoin(people, eq(people.id, logins.personId))
    .innerJoin(organisations, eq(organisations.id, logins.organisationId))
    .innerJoin(
      roleAssignments,
      and(
        eq(roleAssignments.personId, people.id),
        eq(roleAssignments.organisationId, organisations.id),
      ),
    )
    .where(and(which, isNull(logins.revokedAt)))
    .orderBy(asc(logins.idHash), asc(roleAssignments.role));
}
type LoginRow = Awaited<ReturnType<typeof rowsOfLogin>>[number];

function cookieName(): string {
  return isSecure() ? "__Host-login" : "login";
}

export function loginHash(id: string): string {
  return createHash("sha256").update(id).digest("hex");
}

/** Who is signed in with this request, or null. Ends logins that were idle or open too long. */
export async function findLogin(request: Request): Promise<Login | null> {
  const id = readCookie(request, cookieName());
  if (!id) return null;
  const found = await openLoginWith(loginHash(id));
  if (found) await noteSeen(found.login.idHash, found.lastSeenAt);
  return found?.login ?? null;
}

/** These logins as they stand now, without those that ended. Asking does not count as being seen. */
export async function currentLogins(asked: Login[]): Promise<Login[]> {
  if (asked.length === 0) return [];
  const hashes = [...new Set(asked.map(({ idHash }) => idHash))];
  const rows = await loginRows(db.read, inArray(logins.idHash, hashes));
  const byHash = new Map<string, LoginRow[]>();
  for (const row of rows) byHash.set(row.idHash, [...(byHash.get(row.idHash) ?? []), row]);
  return [...byHash.values()].flatMap((own) => openLoginFrom(own)?.login ?? []);
}

async function openLoginWith(idHash: string) {
  return openLoginFrom(await rowsOfLogin({ idHash }));
}

function openLoginFrom(rows: LoginRow[]) {
  const [first] = rows;
  if (!first || !first.active || isOver(first)) return null;
  const login: Login = {
    idHash: first.idHash,
    person: { id: first.personId, name: first.name, language: first.language },
    organisation: { id: first.organisationId, name: first.organisationName },
    roles: rows.map(({ role }) => role),
  };
  return { login, lastSeenAt: first.lastSeenAt };
}

function isOver(row: { createdAt: number; lastSeenAt: number }): boolean {
  const now = environment.now();
  const { loginIdleMs, loginMaxMs } = settings();
  return now - row.lastSeenAt > loginIdleMs || now - row.createdAt > loginMaxMs;
}

async function noteSeen(idHash: string, lastSeenAt: number): Promise<void> {
  const now = environment.now();
  if (now - lastSeenAt < seenEveryMs) return;
  try {
    await db.maintain(async (tx) => {
      await tx.update(logins).set({ lastSeenAt: now }).where(eq(logins.idHash, idHash));
    });
  } catch (error) {
    // A storage that is full or busy must not keep people from reading.
    if (!isStorageTrouble(error)) throw error;
  }
}

export type Opening = {
  /** Its login, if it has one, ends: a person who signs in gets a new id. */
  request?: Request;
  /** Where to start, if the person has a role there. */
  organisationId?: string;
};

/** Opens a login and gives the Set-Cookie value that goes with it. */
export async function openLogin(
  personId: string,
  { request, organisationId: wanted }: Opening = {},
): Promise<string> {
  const organisationId = await organisationToStartIn(personId, wanted);
  if (!organisationId) throw new DomainError("sign_in_failed");
  const id = environment.randomToken();
  const idHash = loginHash(id);
  const now = environment.now();
  const earlier = request ? readCookie(request, cookieName()) : null;
  await db.write({ personId, roles: [], organisationId }, async (tx) => {
    if (earlier) {
      await tx
        .update(logins)
        .set({ revokedAt: now })
        .where(and(eq(logins.idHash, loginHash(earlier)), isNull(logins.revokedAt)));
    }
    const row = { idHash, personId, organisationId, createdAt: now, lastSeenAt: now };
    await tx.insert(logins).values(row);
    await tx.record({ kind: "login.opened", subject: { type: "person", id: personId } });
  });
  return cookie(cookieName(), id, settings().loginMaxMs / 1000);
}

/** Where the person worked last, or otherwise the first organisation with a role. */
async function organisationToStartIn(
  personId: string,
  wanted: string | undefined,
): Promise<string | undefined> {
  const own = await db.read
    .select({ id: roleAssignments.organisationId })
    .from(roleAssignments)
    .where(eq(roleAssignments.personId, personId))
    .orderBy(asc(roleAssignments.id));
  const [last] = await db.read
    .select({ id: logins.organisationId })
    .from(logins)
    .where(eq(logins.personId, personId))
    .orderBy(desc(logins.createdAt))
    .limit(1);
  const ids = own.map(({ id }) => id);
  return [wanted, last?.id, ids[0]].find((id) => id !== undefined && ids.includes(id));
}

/** Ends this login and gives the Set-Cookie value that clears it. */
export async function signOut(request: Request): Promise<string> {
  const login = await findLogin(request);
  if (login) {
    await db.write(actorOf(login), async (tx) => {
      await endLogins(tx, login.person.id, { only: login.idHash });
      await tx.record({ kind: "login.closed", subject: { type: "person", id: login.person.id } });
    });
  }
  return cookie(cookieName(), "", 0);
}

/** Ends open logins of a person, within the change that asks for it. */
export async function endLogins(
  tx: Transaction,
  personId: string,
  which: { except?: string; organisationId?: string; only?: string } = {},
): Promise<number> {
  const ended = await tx
    .update(logins)
    .set({ revokedAt: environment.now() })
    .where(
      and(
        eq(logins.personId, personId),
        isNull(logins.revokedAt),
        which.except === undefined ? undefined : ne(logins.idHash, which.except),
        which.only === undefined ? undefined : eq(logins.idHash, which.only),
        which.organisationId === undefined
          ? undefined
          : eq(logins.organisationId, which.organisationId),
      ),
    )
    .returning({ idHash: logins.idHash });
  return ended.length;
}

/** Goes on in another organisation in which the person has a role. */
export async function switchOrganisation(login: Login, organisationId: string): Promise<void> {
  const own = await organisationsOf(login.person.id);
  if (!own.some(({ id }) => id === organisationId)) throw new DomainError("not_found");
  await db.write({ ...actorOf(login), organisationId }, async (tx) => {
    await tx.update(logins).set({ organisationId }).where(eq(logins.idHash, login.idHash));
    await tx.record({
      kind: "login.organisation-switched",
      subject: { type: "person", id: login.person.id },
    });
  });
}

export const organisationsOf = (personId: string) => organisationRows({ personId });

const organisationRows = db.hot<{ personId: string }>()((read) =>
  read
    .selectDistinct({ id: organisations.id, name: organisations.name })
    .from(roleAssignments)
    .innerJoin(organisations, eq(organisations.id, roleAssignments.organisationId))
    .where(eq(roleAssignments.personId, sql.placeholder("personId")))
    .orderBy(asc(organisations.name)),
);

export function actorOf(login: Login): Actor {
  return { personId: login.person.id, roles: login.roles, organisationId: login.organisation.id };
}
