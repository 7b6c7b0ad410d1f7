/** What who looks after signals does with one: its words, status, owner and cost, and notes. */
import { and, eq, inArray } from "drizzle-orm";
import { db, environment, organisations, people, roleAssignments, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { hasRight } from "#app/domain/rights.ts";
import { assertAnswerDay, assertSignalMove } from "#app/domain/signal.ts";
import type { SignalInputOf } from "#app/schemas/signal.ts";
import type { Access } from "./access.server.ts";
import { assertScope } from "./case-files.server.ts";
import { forbidden, notFound } from "./http.server.ts";
import { answering } from "./signal-owners.server.ts";
import { refreshCost } from "./signal-raising.server.ts";
import {
  addStep,
  changeSignal,
  currentSignal,
  getSignal,
  ownsRule,
  recordOn,
  setStatus,
  type SignalRow,
} from "./signals.server.ts";
import { refuseStale } from "./stale-version.server.ts";

export type Editor = Access<"signal.edit">;
type Done = { id: string; formKey?: string | undefined };

/** The signal within a change, of the own organisation and not merged into another. */
export async function editableSignal(
  tx: Transaction,
  { organisation }: Access,
  id: string,
): Promise<SignalRow> {
  const row = await currentSignal(tx, id);
  if (row?.organisationId !== organisation.id) return notFound();
  if (row.status === "merged") throw new DomainError("signal_merged");
  return row;
}

function assertFresh(
  row: SignalRow,
  { version, ...texts }: { version: number } & Record<string, string | number>,
): void {
  if (row.version === version) return;
  const stored = row as unknown as Record<string, string>;
  const yours = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, `${text}`]));
  const theirs = Object.fromEntries(Object.keys(yours).map((name) => [name, stored[name] ?? ""]));
  refuseStale({ theirs, yours });
}

export async function editSignal(
  access: Editor,
  { id, formKey }: Done,
  { version, title, description, scopeId }: SignalInputOf<"edit">,
): Promise<void> {
  await db.write(
    access.actor,
    async (tx) => {
      const row = await editableSignal(tx, access, id);
      assertFresh(row, { version, title, description });
      if (scopeId !== row.scopeId) await assertScope(tx, access, scopeId);
      await changeSignal(tx, row, { title, description, scopeId });
      const fields = ["title", "description", "scopeId"] as const;
      const after = { title, description, scopeId };
      await recordOn(tx, row, {
        what: "changed",
        details: { fields: fields.filter((name) => row[name] !== after[name]) },
        content: after,
      });
    },
    { formKey },
  );
}

export async function moveSignal(
  access: Editor,
  { id, formKey }: Done,
  { version, status, reason }: SignalInputOf<"status">,
): Promise<void> {
  await db.write(
    access.actor,
    async (tx) => {
      const row = await editableSignal(tx, access, id);
      assertFresh(row, { version, statusReason: reason });
      assertSignalMove({ from: row.status, to: status, reason });
      await setStatus(tx, row, { status, text: reason, personId: access.person.id });
    },
    { formKey },
  );
}

/** Gives the signal to the owner of the rule, with a day to answer by; a new owner begins without an answer. */
export async function assignSignal(
  access: Editor,
  { id, formKey }: Done,
  input: SignalInputOf<"owner">,
): Promise<void> {
  const owner = await ownerFrom(input);
  await db.write(
    access.actor,
    async (tx) => {
      const row = await editableSignal(tx, access, id);
      assertFresh(row, {
        version: input.version,
        ...{ ownerOrganisation: owner.ownerOrganisation, ownerName: owner.ownerName },
        ownerContact: owner.ownerContact,
      });
      const isSame =
        row.ownerId === owner.ownerId && row.ownerOrganisation === owner.ownerOrganisation;
      const answerBy = input.owner === "" ? null : input.answerBy;
      assertAnswerDay({ answerBy, before: row.answerBy }, environment.now());
      await changeSignal(tx, row, {
        ...owner,
        answerBy,
        assignedAt: input.owner === "" ? null : isSame ? row.assignedAt : environment.now(),
        ...(isSame ? {} : { answer: "", answeredAt: null, remindedAt: null }),
      });
      const words = [owner.ownerName, owner.ownerOrganisation].filter(Boolean).join(", ") || "–";
      await addStep(tx, row, { kind: "assigned", text: words, personId: access.person.id });
      await recordOn(tx, row, {
        what: "assigned",
        details: { outside: input.owner === "outside", answerBy },
        content: owner,
      });
    },
    { formKey },
  );
}

const nobody = {
  ...{ ownerId: null, ownerOrganisationId: null },
  ...{ ownerOrganisation: "", ownerName: "", ownerContact: "" },
};

/** Names as they are now stay readable when somebody leaves. */
async function ownerFrom(input: SignalInputOf<"owner">) {
  if (input.owner === "") return nobody;
  if (input.owner === "outside") {
    const { organisation, name, contact } = input;
    return { ...nobody, ownerOrganisation: organisation, ownerName: name, ownerContact: contact };
  }
  const [organisationId = "", personId = ""] = input.owner.split("/");
  const [found] = await db.read
    .select({ name: people.name, organisation: organisations.name })
    .from(roleAssignments)
    .innerJoin(people, eq(people.id, roleAssignments.personId))
    .innerJoin(organisations, eq(organisations.id, roleAssignments.organisationId))
    .where(
      and(
        eq(roleAssignments.organisationId, organisationId),
        eq(roleAssignments.personId, personId),
        inArray(roleAssignments.role, answering),
        eq(people.active, true),
      ),
    )
    .limit(1);
  if (!found) throw new DomainError("unknown_option", { field: "owner" });
  return {
    ...{ ownerId: personId, ownerOrganisationId: organisationId, ownerName: found.name },
    ...{ ownerOrganisation: found.organisation, ownerContact: "" },
  };
}

/** Writes what leaving the rule costs, with what that is based on; all empty follows the cases again. */
export async function setCost(
  access: Editor,
  { id, formKey }: Done,
  { version, basis, casesPerYear, centsPerCase }: SignalInputOf<"cost">,
): Promise<void> {
  await db.write(
    access.actor,
    async (tx) => {
      const row = await editableSignal(tx, access, id);
      assertFresh(row, { version, costBasis: basis });
      await changeSignal(tx, row, { casesPerYear, centsPerCase, costBasis: basis });
      if (basis === "") await refreshCost(tx, { ...row, costBasis: "" });
      await recordOn(tx, row, {
        what: "changed",
        details: { fields: ["cost"] },
        content: { casesPerYear, centsPerCase, basis },
      });
    },
    { formKey },
  );
}

export async function noteOnSignal(
  access: Editor,
  { id, formKey }: Done,
  { note }: SignalInputOf<"note">,
): Promise<void> {
  await db.write(
    access.actor,
    async (tx) => {
      const row = await editableSignal(tx, access, id);
      await addStep(tx, row, { kind: "note", text: note, personId: access.person.id });
      await recordOn(tx, row, { what: "noted", content: { text: note } });
    },
    { formKey },
  );
}

/**
 * The answer of the owner of the rule, from wherever that person works. What an owner outside answered is written down
 * by who looks after signals here.
 */
export async function answerSignal(
  access: Access<"signal.answer">,
  { id, formKey }: Done,
  { version, answer }: SignalInputOf<"answer">,
): Promise<void> {
  await getSignal(access, id);
  await db.write(
    access.actor,
    async (tx) => {
      const row = await currentSignal(tx, id);
      if (!row || !mayAnswer(access, row)) return forbidden();
      if (row.status === "merged") throw new DomainError("signal_merged");
      assertFresh(row, { version, answer });
      await changeSignal(tx, row, { answer, answeredAt: environment.now() });
      await addStep(tx, row, { kind: "answered", text: answer, personId: access.person.id });
      await recordOn(tx, row, { what: "answered", content: { answer } });
    },
    { formKey },
  );
}

/** Whether this person gives the answer of the owner. */
export function mayAnswer(access: Access, row: SignalRow): boolean {
  if (row.status === "merged" || !hasRight(access.roles, "signal.answer")) return false;
  if (ownsRule(access, row)) return true;
  const isOutside = row.ownerId === null && row.ownerOrganisation !== "";
  const isHere = row.organisationId === access.organisation.id;
  return isOutside && isHere && hasRight(access.roles, "signal.edit");
}
