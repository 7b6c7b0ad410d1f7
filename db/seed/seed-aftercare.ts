import { handovers, letters, proceedings, questionnaires, wrongDoors } from "#db";
import type { SharedContent } from "../../app/domain/handover.ts";
import { exampleId } from "./example-id.ts";
import { exampleData } from "./example/index.ts";
import type { ExampleHandover, ExampleData } from "./example/types.ts";
import { insertAll } from "./insert-all.ts";
import type { SeededCase } from "./seed-cases.ts";
import type { SeededDecision } from "./seed-decisions.ts";
import { happened, known, type SeededPerson, type Seeding } from "./seeding.ts";

type Around = {
  cases: ReadonlyMap<string, SeededCase>;
  decided: ReadonlyMap<string, SeededDecision>;
};
type Examples = Pick<
  ExampleData,
  "proceedings" | "handovers" | "wrongDoors" | "questionnaires" | "letters"
>;

/** Puts in the database what came after the decisions, and who was brought to another organisation. */
export async function seedAftercare(
  seeding: Seeding,
  examples: Examples,
  around: Around,
): Promise<void> {
  await seedProceedings(seeding, examples.proceedings, around);
  await seedHandovers(seeding, examples.handovers, around);
  await seedWrongDoors(seeding, examples.wrongDoors);
  await seedQuestionnaires(seeding, examples.questionnaires, around);
  await seedLetters(seeding, examples.letters, around);
}

type Noted = { at: number; by: SeededPerson; kind: string; type: string; id: string };

function noteOn(seeding: Seeding, { id: caseId, organisationId }: SeededCase, noted: Noted): void {
  const { at, by, kind, type, id } = noted;
  happened(seeding, { ...{ at, by, kind, caseId, organisationId }, subject: { type, id } });
}

async function seedProceedings(
  seeding: Seeding,
  examples: Examples["proceedings"],
  { decided }: Around,
): Promise<void> {
  const { clock, people, tx } = seeding;
  const rows = examples.map(({ caseKey, kind, grounds, outcome, ...example }) => {
    const { id: decisionId, caseFile } = known(decided, caseKey);
    const receivedAt = clock.day(-example.receivedAgoDays);
    const id = exampleId(receivedAt, `proceeding ${caseKey}`);
    const by = caseFile.coordinator;
    const createdAt = clock.ago(example.receivedAgoDays - 1, 10);
    noteOn(seeding, caseFile, {
      ...{ at: createdAt, by, kind: "proceeding.opened", type: "proceeding", id },
    });
    const closedAt = outcome ? clock.ago(outcome.agoDays, 15) : null;
    if (closedAt !== null) {
      noteOn(seeding, caseFile, {
        ...{ at: closedAt, by, kind: "proceeding.closed", type: "proceeding", id },
      });
    }
    return {
      ...{ id, caseId: caseFile.id, decisionId, kind, receivedAt, grounds },
      dueDate: clock.day(example.dueInDays),
      ownerId: known(people, example.owner).id,
      outcome: outcome?.result ?? null,
      outcomeNote: outcome?.note ?? "",
      closedBy: outcome ? by.id : null,
      closedAt,
      createdBy: by.id,
      createdAt,
    };
  });
  await insertAll(tx, proceedings, rows);
}

async function seedHandovers(
  seeding: Seeding,
  examples: ExampleHandover[],
  { cases }: Around,
): Promise<void> {
  for (const example of examples) {
    const caseFile = known(cases, example.caseKey);
    const { clock, people, organisationIds, tx } = seeding;
    const by = known(people, example.sentBy);
    const sentAt = clock.ago(example.sentAgoDays, 10);
    const id = exampleId(sentAt, `handover ${example.caseKey}`);
    const { answer } = example;
    const answeredAt = answer ? clock.ago(answer.agoDays, 14) : null;
    await tx.insert(handovers).values({
      ...{ id, caseId: caseFile.id, organisationId: caseFile.organisationId },
      toOrganisationId: organisationIds.get(example.to) ?? null,
      toName: nameOf(example.to),
      contactName: example.contact.name,
      contactReach: example.contact.reach,
      question: example.question,
      consent: example.consent,
      consentAt: clock.day(-example.sentAgoDays),
      parts: example.parts,
      content: sharedContent(caseFile, example),
      status: answer?.status ?? "sent",
      answerBy: clock.day(example.answerInDays),
      ...{ sentBy: by.id, sentAt },
      answer: answer?.text ?? "",
      answeredByName: answer?.by ?? "",
      answeredAt,
    });
    noteOn(seeding, caseFile, { at: sentAt, by, kind: "handover.sent", type: "handover", id });
    if (answer && answeredAt !== null) {
      const kind = `handover.${answer.status}`;
      noteOn(seeding, caseFile, { at: answeredAt, by, kind, type: "handover", id });
    }
  }
}

/** The name of an organisation of the example, or the one outside as it was written. */
function nameOf(to: string): string {
  return exampleData.organisations.find(({ key }) => key === to)?.name ?? to;
}

function sharedContent({ caseFile }: SeededCase, { parts }: ExampleHandover): SharedContent {
  const texts = {
    story: { label: "Verhaal", text: caseFile.story },
    wish: { label: "Wens van de burger", text: caseFile.citizenWish },
    urgency: { label: "Spoed", text: caseFile.urgency?.note ?? "" },
  };
  return Object.fromEntries(parts.map((part) => [part, [texts[part]]]));
}

async function seedWrongDoors(seeding: Seeding, examples: Examples["wrongDoors"]): Promise<void> {
  const rows = examples.map(({ organisation, question, rightDoor, helpedHow, ...example }) => {
    const by = known(seeding.people, example.recordedBy);
    const at = seeding.clock.ago(example.agoDays, 11);
    const id = exampleId(at, `wrong door ${question}`);
    const organisationId = known(seeding.organisationIds, organisation);
    const subject = { type: "wrong_door", id };
    happened(seeding, { at, by, kind: "wrong-door.recorded", subject, organisationId });
    return { id, organisationId, question, rightDoor, helpedHow, recordedBy: by.id, at };
  });
  await insertAll(seeding.tx, wrongDoors, rows);
}

const validDays = 30;

async function seedQuestionnaires(
  seeding: Seeding,
  examples: Examples["questionnaires"],
  { decided }: Around,
): Promise<void> {
  const { clock, people, tx } = seeding;
  const rows = examples.map(({ caseKey, moment, answers, ...example }) => {
    const { id: decisionId, caseFile } = known(decided, caseKey);
    const by = known(people, example.by);
    const createdAt = clock.ago(example.sentAgoDays, 16);
    const id = exampleId(createdAt, `questionnaire ${caseKey}`);
    const kind = "questionnaire.invited";
    noteOn(seeding, caseFile, { at: createdAt, by, kind, type: "questionnaire", id });
    return {
      ...{ id, caseId: caseFile.id, decisionId, moment, createdAt },
      // No hash of anything: no link opens it.
      secretHash: `example ${id}`,
      createdBy: by.id,
      expiresAt: clock.day(validDays - example.sentAgoDays),
      answeredAt:
        example.answeredAgoDays === undefined ? null : clock.ago(example.answeredAgoDays, 19),
      answers: answers ?? null,
    };
  });
  await insertAll(tx, questionnaires, rows);
}

const objectionDays = 42;

async function seedLetters(
  seeding: Seeding,
  examples: Examples["letters"],
  { decided }: Around,
): Promise<void> {
  const { clock, people, tx } = seeding;
  const rows = examples.map(({ caseKey, content, ...example }) => {
    const { id: decisionId, caseFile } = known(decided, caseKey);
    const by = known(people, example.by);
    const sentAt = clock.ago(example.sentAgoDays, 15);
    const id = exampleId(sentAt, `letter ${caseKey}`);
    noteOn(seeding, caseFile, { at: sentAt, by, kind: "letter.sent", type: "letter", id });
    const disagreeUntil = clock.day(objectionDays - example.sentAgoDays);
    return {
      ...{ id, caseId: caseFile.id, decisionId, number: 1, sentAt, sentBy: by.id },
      content: { ...content, disagreeUntil },
      ...{ updatedBy: by.id, createdAt: sentAt, updatedAt: sentAt },
    };
  });
  await insertAll(tx, letters, rows);
}
