import { reflections, signalCases, signals, signalSteps } from "#db";
import type { SignalStepKind } from "../../app/domain/signal.ts";
import { exampleId } from "./example-id.ts";
import type { ExampleReflection, ExampleSignal } from "./example/types.ts";
import { insertAll } from "./insert-all.ts";
import { numbered } from "./numbered.ts";
import type { SeededCase } from "./seed-cases.ts";
import type { SeededItem } from "./seed-sessions.ts";
import { happened, known, type SeededPerson, type Seeding } from "./seeding.ts";

type Around = {
  cases: ReadonlyMap<string, SeededCase>;
  sessions: ReadonlyMap<string, EndedSession>;
};

/** Puts the signals in the database with their cases and what happened with them. Gives their ids by key. */
export async function seedSignals(
  seeding: Seeding,
  examples: ExampleSignal[],
  around: Around,
): Promise<Map<string, string>> {
  const { clock } = seeding;
  const ids = new Map<string, string>();
  const inOrder = examples.map((example) => ({ example, at: clock.ago(example.raisedAgoDays) }));
  for (const { example, at, number } of numbered("S", inOrder)) {
    const id = exampleId(at, `signal ${example.key}`);
    ids.set(example.key, id);
    await seeding.tx.insert(signals).values(signalRow(seeding, { example, id, number, around }));
    await seedCasesOf(seeding, { id, example, cases: around.cases });
    await seedSteps(seeding, { id, example });
  }
  return ids;
}

type Row = typeof signals.$inferInsert;

function signalRow(
  seeding: Seeding,
  given: { example: ExampleSignal; id: string; number: string; around: Around },
): Row {
  const { clock, people, organisationIds, scopeIds, facts } = seeding;
  const { example, id, number, around } = given;
  const { owner, answer, cost, closedAgoDays } = example;
  const raisedAt = clock.ago(example.raisedAgoDays);
  const closedAt = closedAgoDays === undefined ? null : clock.ago(closedAgoDays, 15);
  return {
    ...{ id, number },
    organisationId: known(organisationIds, example.organisation),
    title: example.title,
    description: example.description,
    source: example.source,
    status: example.status,
    statusReason: example.statusReason,
    scopeId: known(scopeIds, example.scope),
    facts: example.facts.map((key) => known(facts, key).id),
    level: example.level,
    sessionId: example.session === undefined ? null : known(around.sessions, example.session).id,
    ...ownerOf(seeding, owner),
    assignedAt: raisedAt,
    // Lately, so that a server that has just begun does not remind again by itself.
    remindedAt: answer ? null : clock.ago(1),
    answer: answer?.text ?? "",
    answeredAt: answer ? clock.ago(answer.agoDays, 14) : null,
    casesPerYear: cost?.casesPerYear ?? null,
    centsPerCase: cost?.centsPerCase ?? null,
    costBasis: cost?.basis ?? "",
    raisedBy: known(people, example.raisedBy).id,
    raisedAt,
    closedAt,
    updatedAt: closedAt ?? raisedAt,
  };
}

function ownerOf({ clock, people }: Seeding, owner: ExampleSignal["owner"]) {
  const answerBy = clock.day(owner.answerInDays);
  if ("person" in owner) {
    const { id: ownerId, organisationId } = known(people, owner.person);
    return { ownerId, ownerOrganisationId: organisationId, answerBy };
  }
  const { outside, name, contact } = owner;
  return { ownerOrganisation: outside, ownerName: name, ownerContact: contact, answerBy };
}

type Seeded = { id: string; example: ExampleSignal };

async function seedCasesOf(
  { tx, clock, people }: Seeding,
  { id, example, cases }: Seeded & { cases: Around["cases"] },
): Promise<void> {
  const addedBy = known(people, example.raisedBy).id;
  const addedAt = clock.ago(example.raisedAgoDays);
  const rows = example.cases.map((key) => {
    const caseId = known(cases, key).id;
    return { signalId: id, caseId, addedBy, addedAt };
  });
  await insertAll(tx, signalCases, rows);
}

type Step = { kind: SignalStepKind; at: number; by: SeededPerson | null; text: string };

async function seedSteps(seeding: Seeding, { id, example }: Seeded): Promise<void> {
  const { tx, clock, people } = seeding;
  const { owner, answer, status, statusReason, closedAgoDays, raisedAgoDays } = example;
  const by = known(people, example.raisedBy);
  const raisedAt = clock.ago(raisedAgoDays);
  const answerer = "person" in owner ? known(people, owner.person) : by;
  const steps: Step[] = [
    { kind: "raised", at: raisedAt, by, text: "" },
    { kind: "assigned", at: raisedAt + 1, by, text: "person" in owner ? "" : owner.outside },
  ];
  if (answer) {
    steps.push({
      kind: "answered",
      at: clock.ago(answer.agoDays, 14),
      by: answerer,
      text: answer.text,
    });
  }
  if (!answer) steps.push({ kind: "reminded", at: clock.ago(1), by: null, text: "" });
  if (status !== "new") {
    const at = closedAgoDays === undefined ? raisedAt + 2 : clock.ago(closedAgoDays, 15);
    steps.push({ kind: "status", at, by: answerer, text: statusReason });
  }
  const rows = steps.map(({ kind, at, text, by: person }, place) => ({
    id: exampleId(at, `signal step ${example.key} ${place}`),
    ...{ signalId: id, kind, at, text },
    status: kind === "status" ? status : null,
    personId: person?.id ?? null,
  }));
  await insertAll(tx, signalSteps, rows);
  const subject = { type: "signal", id };
  const organisationId = known(seeding.organisationIds, example.organisation);
  happened(seeding, { at: raisedAt, by, kind: "signal.raised", subject, organisationId });
  if (status === "new") return;
  const at = steps.at(-1)?.at ?? raisedAt;
  happened(seeding, {
    ...{ at, by, kind: "signal.status_changed", subject, organisationId },
    details: { status },
  });
}

export type EndedSession = { id: string; endedAt: number; organisationId: string };

/** The session in which each case was looked at, by the key of the case. */
export function sessionsByCase(items: SeededItem[]): Map<string, EndedSession> {
  return new Map(
    items.map(({ caseFile, sessionId, concludedAt, openedAt }) => {
      const { organisationId } = caseFile;
      return [
        caseFile.caseFile.key,
        { id: sessionId, endedAt: concludedAt ?? openedAt ?? 0, organisationId },
      ];
    }),
  );
}

export async function seedReflections(
  seeding: Seeding,
  examples: ExampleReflection[],
  sessions: ReadonlyMap<string, EndedSession>,
): Promise<void> {
  const rows = examples.map(({ session, person, unwrittenRule, dilemma, answer }) => {
    const { id: sessionId, endedAt, organisationId } = known(sessions, session);
    const by = known(seeding.people, person);
    const at = endedAt + 3_600_000;
    const id = exampleId(at, `reflection ${session} ${person}`);
    const about = { subject: { type: "reflection", id }, organisationId, sessionId };
    happened(seeding, { ...about, at, by, kind: "reflection.written" });
    const answered = answer && {
      answer: answer.text,
      answeredBy: known(seeding.people, answer.by).id,
      answeredAt: at + 86_400_000,
    };
    return {
      ...{ id, organisationId, sessionId, personId: by.id, unwrittenRule, dilemma, at },
      ...answered,
    };
  });
  await insertAll(seeding.tx, reflections, rows);
}
