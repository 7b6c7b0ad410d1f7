import { and, asc, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import {
  caseFiles,
  db,
  destructions,
  environment,
  options,
  scopes,
  statusChanges,
  type Transaction,
} from "#db";
import { refuseDayAhead } from "#app/domain/day.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import { textIn } from "#app/domain/local-text.ts";
import { defaultLevels } from "#app/domain/question-set.ts";
import type { NewCase } from "#app/schemas/case-file.ts";
import type { Access } from "./access.server.ts";
import { reindexCase } from "./case-search-index.server.ts";

/** Starts a case with strict application as its first option; gives its id. */
export async function createCase(
  access: Access<"case.create">,
  input: NewCase,
  formKey?: string,
): Promise<string> {
  return db.write(access.actor, (tx) => addCase(tx, access, input), { formKey });
}

type Columns = typeof caseFiles.$inferInsert;
type Own = "id" | "organisationId" | "number" | "status" | "submitterId" | "createdAt";
/** What a case can start with besides what is asked when it is announced. */
export type CaseStart = Partial<Omit<Columns, Own>>;

/** A new case within the change that calls it. */
export async function addCase(
  tx: Transaction,
  access: Access<"case.create">,
  { start = {}, ...input }: NewCase & { start?: CaseStart },
): Promise<string> {
  const announced = await newRow(tx, access, input);
  const row = { ...announced, ...start };
  await tx.insert(caseFiles).values(row);
  await addStrictApplication(tx, access, row.id);
  await recordRegistration(tx, announced);
  await reindexCase(tx, row.id);
  await tx.record({
    kind: "case.created",
    subject: { type: "case", id: row.id },
    caseId: row.id,
    details: { number: row.number },
    content: row,
  });
  return row.id;
}

async function newRow(tx: Transaction, access: Access, input: NewCase) {
  await assertScope(tx, access, input.scopeId);
  const now = environment.now();
  refuseDayAhead(input.receivedAt ?? now, now, "receivedAt");
  return {
    id: environment.newId(),
    organisationId: access.organisation.id,
    number: await nextNumber(tx, access.organisation.id, new Date(now).getUTCFullYear()),
    status: "registered" as const,
    submitterId: access.person.id,
    coordinatorId: null,
    receivedAt: input.receivedAt ?? now,
    title: input.title,
    story: input.story,
    scopeId: input.scopeId,
    lifeEvents: [],
    answers: {},
    savedSteps: [],
    createdAt: now,
    updatedAt: now,
  } satisfies typeof caseFiles.$inferInsert;
}

async function addStrictApplication(tx: Transaction, access: Access, caseId: string) {
  const [strict] = defaultLevels;
  await tx.insert(options).values({
    id: environment.newId(),
    caseId,
    position: 0,
    title: strict ? textIn(strict, access.person.language) : "",
    level: 0,
  });
}

type NewRow = Awaited<ReturnType<typeof newRow>>;

async function recordRegistration(tx: Transaction, row: NewRow): Promise<void> {
  await tx.insert(statusChanges).values({
    id: environment.newId(),
    caseId: row.id,
    fromStatus: null,
    toStatus: row.status,
    personId: row.submitterId,
    at: row.createdAt,
  });
}

/** The number of a destroyed case stays its own: the log and the proof of destruction name it. */
async function highestDestroyed(
  tx: Transaction,
  organisationId: string,
  year: number,
): Promise<number> {
  const [row] = await tx
    .select({
      highest: sql<number | null>`max(cast(substr(${destructions.caseNumber}, 6) as integer))`,
    })
    .from(destructions)
    .where(
      and(
        eq(destructions.organisationId, organisationId),
        gte(destructions.caseNumber, `${year}-`),
        lt(destructions.caseNumber, `${year}.`),
      ),
    );
  return row?.highest ?? 0;
}

/**
 * The number after the highest of this year: 2026-0001, and 2026-10000 after 2026-9999. Among numbers
 * of one length the highest is the last in the index, which is read from its end.
 */
async function nextNumber(tx: Transaction, organisationId: string, year: number): Promise<string> {
  const ofOrganisation = eq(caseFiles.organisationId, organisationId);
  const digits = await digitsInUse(tx, organisationId, year);
  const [last] = await tx
    .select({ number: caseFiles.number })
    .from(caseFiles)
    .where(
      and(
        ofOrganisation,
        gte(caseFiles.number, `${year}-`),
        lt(caseFiles.number, `${year}.`),
        eq(sql`length(${caseFiles.number})`, 5 + digits),
      ),
    )
    .orderBy(desc(caseFiles.number))
    .limit(1);
  const count = last ? Number(last.number.slice(5)) : 0;
  const gone = await highestDestroyed(tx, organisationId, year);
  return `${year}-${String(Math.max(count, gone) + 1).padStart(4, "0")}`;
}

async function digitsInUse(tx: Transaction, organisationId: string, year: number) {
  const firstOfLength = [7, 6, 5].map((digits) => `${year}-1${"0".repeat(digits - 1)}`);
  const found = await tx
    .select({ number: caseFiles.number })
    .from(caseFiles)
    .where(
      and(eq(caseFiles.organisationId, organisationId), inArray(caseFiles.number, firstOfLength)),
    );
  return Math.max(4, ...found.map(({ number }) => number.length - 5));
}

/** A scope is one of the own organisation. */
export async function assertScope(
  tx: Transaction,
  access: Access,
  scopeId: string | null,
): Promise<void> {
  if (scopeId === null) return;
  const found = await tx
    .select({ id: scopes.id })
    .from(scopes)
    .where(and(eq(scopes.id, scopeId), eq(scopes.organisationId, access.organisation.id)));
  if (found.length === 0) throw new DomainError("unknown_option", { field: "scopeId" });
}

export type ScopeChoice = { id: string; name: string };

const activeScopes = db.hot<{ organisationId: string }>()((read) =>
  read
    .select({ id: scopes.id, name: scopes.name })
    .from(scopes)
    .where(
      and(eq(scopes.organisationId, sql.placeholder("organisationId")), eq(scopes.active, true)),
    )
    .orderBy(asc(scopes.name)),
);

/** The scopes to choose from. */
export async function listScopes(access: Access): Promise<ScopeChoice[]> {
  return activeScopes({ organisationId: access.organisation.id });
}
