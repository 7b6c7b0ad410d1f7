/** Raising a signal by hand: from a case, a session, a note about a wrong door, or one's own unease. */
import { redirect } from "@remix-run/node";
import { and, asc, eq } from "drizzle-orm";
import { agendaItems, caseFiles, db, environment, signals, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { SignalSource } from "#app/domain/signal.ts";
import type { NewSignalInput } from "#app/schemas/signal.ts";
import type { NewSignalPage } from "#app/schemas/signal-view.ts";
import type { Access } from "./access.server.ts";
import { findCase, getCase, visibleCaseIds, visibleCases } from "./case-access.server.ts";
import { editableCase, mayEdit } from "./case-editing.server.ts";
import { assertScope, listScopes } from "./case-files.server.ts";
import { reindexCase } from "./case-search-index.server.ts";
import { notFound } from "./http.server.ts";
import { recordReading } from "./readings.server.ts";
import { getSession } from "./session-access.server.ts";
import { insertSignal } from "./signal-raising.server.ts";
import { doorKey, findWrongDoor } from "./wrong-doors.server.ts";

type Raiser = Access<"signal.raise">;

export async function getNewSignal(access: Raiser, url: string): Promise<NewSignalPage> {
  const asked = new URL(url).searchParams;
  const { raised, ...from } = await fromAsked(access, {
    caseId: asked.get("casus"),
    sessionId: asked.get("zitting"),
    doorId: asked.get("deur"),
  });
  if (raised) throw redirect(`/signalen/${raised.id}`, 303);
  return { ...from, scopes: await listScopes(access) };
}

type Asked = { caseId: string | null; sessionId: string | null; doorId: string | null };
/** `raised`: the signal that was made of it already. */
type From = Omit<NewSignalPage, "scopes"> & { raised?: { id: string } | null };

async function fromAsked(access: Raiser, asked: Asked): Promise<From> {
  if (asked.caseId) return fromCase(access, asked.caseId);
  if (asked.sessionId) return fromSession(access, asked.sessionId);
  if (asked.doorId) return fromDoor(access, asked.doorId);
  return {
    from: { ...nowhere, about: { label: null, title: "", text: "" } },
    ...{ sources: ["unease"], scopeId: null, cases: [] },
  };
}

const nowhere = { caseId: null, sessionId: null, doorId: null };

async function fromCase(access: Raiser, caseId: string): Promise<From> {
  const caseFile = await getCase(access, caseId);
  if (caseFile.unease !== "") await recordReading(access, caseFile, "case");
  const { id, number, title, scopeId, unease } = caseFile;
  return {
    from: {
      ...{ ...nowhere, caseId: id },
      about: { label: "case", title: `${number} ${title}`, text: unease },
    },
    sources: unease === "" ? ["case"] : ["case", "unease"],
    scopeId,
    cases: [{ id, number, title }],
  };
}

async function fromSession(access: Raiser, sessionId: string): Promise<From> {
  const { id, title } = await getSession(access, sessionId);
  const cases = await db.read
    .select({ id: caseFiles.id, number: caseFiles.number, title: caseFiles.title })
    .from(agendaItems)
    .innerJoin(caseFiles, eq(caseFiles.id, agendaItems.caseId))
    .where(and(eq(agendaItems.sessionId, id), visibleCases(access)))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id));
  return {
    from: { ...nowhere, sessionId: id, about: { label: "session", title, text: "" } },
    ...{ sources: ["session"], scopeId: null, cases },
  };
}

async function fromDoor(access: Raiser, doorId: string): Promise<From> {
  const door = await findWrongDoor(access, doorId);
  if (!door) return notFound();
  const caseFile = door.caseFile && (await findCase(access, door.caseFile.id));
  const { question, rightDoor } = door;
  return {
    from: {
      ...{ ...nowhere, doorId },
      about: { label: "wrong_door", title: rightDoor, text: question },
    },
    sources: ["wrong_door"],
    ...{ scopeId: caseFile?.scopeId ?? null, raised: door.signal },
    cases: caseFile ? [{ id: caseFile.id, number: caseFile.number, title: caseFile.title }] : [],
  };
}

/** The new signal, or null when it is an incident: then nothing is raised. */
export async function raiseByHand(
  access: Raiser,
  input: NewSignalInput,
  formKey?: string,
): Promise<string | null> {
  const { sources, from } = await fromAsked(access, input);
  if (!sources.includes(input.source)) throw new DomainError("unknown_option", { field: "source" });
  if (input.kind === "incident") {
    await keepIncident(access, input, formKey);
    return null;
  }
  const chosen = input.caseId ? [...input.caseIds, input.caseId] : input.caseIds;
  const caseIds = await visibleCaseIds(access, [...new Set(chosen)]);
  const source: SignalSource = input.source;
  return db.write(
    access.actor,
    async (tx) => {
      await assertScope(tx, access, input.scopeId);
      const key = from.doorId === null ? null : doorKey(from.doorId);
      if (key !== null) await refuseSecond(tx, access, key);
      return insertSignal(tx, {
        ...{ organisationId: access.organisation.id, raisedBy: access.person.id, source, caseIds },
        ...{ title: input.title, description: input.description, scopeId: input.scopeId },
        ...{ sessionId: from.sessionId, clusterKey: key },
      });
    },
    { formKey },
  );
}

async function refuseSecond(tx: Transaction, { organisation }: Raiser, key: string) {
  const [there] = await tx
    .select({ number: signals.number })
    .from(signals)
    .where(and(eq(signals.organisationId, organisation.id), eq(signals.clusterKey, key)));
  if (there) throw new DomainError("signal_of_door_there", { number: there.number });
}

/** The page it was raised from, to go back to when nothing was raised. */
export function sourceAddress({ caseId, sessionId }: NewSignalInput): string {
  if (caseId) return `/casussen/${caseId}`;
  return sessionId ? `/zittingen/${sessionId}` : "/signalen";
}

const answerKey = "incident_or_structural";

/**
 * Keeps that it stands by itself: with the case, where this person may still change the case, and in the
 * audit log otherwise.
 */
async function keepIncident(
  access: Raiser,
  input: NewSignalInput,
  formKey?: string,
): Promise<void> {
  const { caseId, sessionId, description } = input;
  if (caseId === null || !(await mayKeepWith(access, caseId))) {
    const [type, id] = sessionId
      ? (["session", sessionId] as const)
      : (["organisation", access.organisation.id] as const);
    const subject = caseId ? { type: "case", id: caseId } : { type, id };
    const event = { kind: "signal.incident", subject, caseId, sessionId, content: { description } };
    return db.write(access.actor, (tx) => tx.record(event), { formKey });
  }
  const editor = access as Access as Access<"case.edit">;
  await db.write(
    access.actor,
    async (tx) => {
      const row = await editableCase(tx, editor, caseId);
      const words = ["Incident.", description].filter(Boolean).join(" ");
      const before = row.answers[answerKey] ?? "";
      const answers = { ...row.answers, [answerKey]: [before, words].filter(Boolean).join("\n") };
      await tx
        .update(caseFiles)
        .set({ answers, updatedAt: environment.now(), version: row.version + 1 })
        .where(eq(caseFiles.id, caseId));
      await reindexCase(tx, caseId);
      await tx.record({
        kind: "case.step_saved",
        subject: { type: "case", id: caseId },
        caseId,
        details: { step: "check", fields: [`answers.${answerKey}`] },
        content: { [`answers.${answerKey}`]: answers[answerKey] },
      });
    },
    { formKey },
  );
}

async function mayKeepWith(access: Raiser, caseId: string): Promise<boolean> {
  const caseFile = await getCase(access, caseId);
  return hasRight(access.roles, "case.edit") && mayEdit(access, caseFile);
}
