import { auditEvents, auditRow, type AuditEvent, type Transaction } from "#db";
import type { QuestionSetContent } from "../../app/domain/question-set.ts";
import type { Role } from "../../app/domain/rights.ts";
import type { ExampleClock } from "./example-clock.ts";
import { insertAll } from "./insert-all.ts";

export type SeededPerson = {
  id: string;
  key: string;
  name: string;
  organisationId: string;
  roles: Role[];
  perspective: string | null;
};

export type SeededFact = { id: string; key: string; label: string; direction: "pro" | "con" };

export type SeededQuestionSet = {
  id: string;
  key: string;
  number: number;
  content: QuestionSetContent;
};

type Happening = AuditEvent & { at: number; by: SeededPerson };

/** What the parts of seeding share: the transaction, the clock, and the rows made so far by key. */
export type Seeding = {
  tx: Transaction;
  clock: ExampleClock;
  documentsDir: string;
  organisationIds: Map<string, string>;
  people: Map<string, SeededPerson>;
  scopeIds: Map<string, string>;
  facts: Map<string, SeededFact>;
  questionSet: SeededQuestionSet;
  /** What happened, for the audit log; kept until the end to be written in order of time. */
  history: Happening[];
};

/** The entry under a key that the example data refers to; a key without an entry is a mistake in the data. */
export function known<T>(entries: ReadonlyMap<string, T>, key: string): T {
  const entry = entries.get(key);
  if (entry === undefined)
    throw new Error(`The example data refers to "${key}", which is not there`);
  return entry;
}

/** Notes an event of the past for the audit log. */
export function happened(seeding: Seeding, event: Happening): void {
  seeding.history.push(event);
}

/** Appends what happened to the audit log, oldest first. */
export async function writeHistory({ tx, history }: Seeding): Promise<void> {
  const inOrder = [...history].sort((a, b) => a.at - b.at);
  const rows = inOrder.map(({ at, by, ...event }) => {
    const actor = { personId: by.id, roles: by.roles, organisationId: by.organisationId };
    return { ...auditRow(actor, event), at };
  });
  await insertAll(tx, auditEvents, rows);
}
