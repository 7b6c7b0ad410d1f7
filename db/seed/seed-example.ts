import { asc, and, eq, isNull } from "drizzle-orm";
import { facts, questionSets, type Transaction } from "#db";
import { caseTimeline, type CaseCourse } from "./case-timeline.ts";
import { exampleClock } from "./example-clock.ts";
import { exampleData } from "./example/index.ts";
import { seedAftercare } from "./seed-aftercare.ts";
import { seedBackCatalogue } from "./seed-back-catalogue.ts";
import { seedCase, type SeededCase } from "./seed-cases.ts";
import { seedDecisions } from "./seed-decisions.ts";
import { seedConflictsOfInterest, seedDocuments } from "./seed-documents.ts";
import { seedGuests, seedOrganisations, seedPeople, seedScopes } from "./seed-people.ts";
import { seedPrecedents } from "./seed-precedents.ts";
import { seedRules } from "./seed-rules.ts";
import { seedSessions } from "./seed-sessions.ts";
import { seedReflections, seedSignals, sessionsByCase } from "./seed-signals.ts";
import { seedWeighings } from "./seed-weighings.ts";
import { writeHistory, type SeededFact, type Seeding } from "./seeding.ts";

export type ExampleSeed = {
  now: number;
  /** For every example person; null leaves them without a password. */
  passwordHash: string | null;
  documentsDir: string;
  /** People who were there before and who get a look at the first example organisation. */
  guests: string[];
};

/**
 * Puts the example data in the database within the transaction given, with moments around `now`.
 * The catalogue that ships with the product must be there. The same `now` gives the same rows.
 */
export async function seedExample(tx: Transaction, seed: ExampleSeed) {
  const clock = exampleClock(seed.now);
  const organisationIds = await seedOrganisations({ tx, clock });
  const { passwordHash, guests } = seed;
  const people = await seedPeople({ tx, clock }, { organisationIds, passwordHash });
  await seedGuests({ tx, clock }, { organisationIds, guests });
  const seeding: Seeding = {
    tx,
    clock,
    documentsDir: seed.documentsDir,
    organisationIds,
    people,
    scopeIds: await seedScopes({ tx, clock }, { organisationIds }),
    facts: await catalogue(tx),
    questionSet: await defaultQuestionSet(tx),
    history: [],
  };
  const cases = await seedCases(seeding);
  await seedDocuments(seeding, cases);
  await seedConflictsOfInterest(seeding, cases);
  const items = await seedSessions(seeding, cases);
  const weighed = await seedWeighings(seeding, items);
  const decided = await seedDecisions(seeding, cases, weighed);
  const precedentIds = await seedPrecedents(seeding, exampleData.precedents, decided);
  const earlier = await seedBackCatalogue(seeding, exampleData.backCatalogue, decided);
  const sessions = sessionsByCase(items);
  const signalIds = await seedSignals(seeding, exampleData.signals, { cases, sessions });
  await seedReflections(seeding, exampleData.reflections, sessions);
  await seedRules(seeding, exampleData.rules, { cases, signalIds });
  await seedAftercare(seeding, exampleData, { cases, decided });
  await writeHistory(seeding);
  return {
    organisationIds: [...organisationIds.values()],
    caseIds: [...cases.values()].map(({ id }) => id),
    precedentIds: [...precedentIds, ...earlier],
  };
}

async function seedCases(seeding: Seeding): Promise<Map<string, SeededCase>> {
  const numbers = new Map<string, number>();
  const seeded = new Map<string, SeededCase>();
  for (const course of coursesInOrder(seeding)) {
    const { key, organisation } = course.caseFile;
    const receivedAt = caseTimeline(course, seeding.clock)[0]?.at ?? seeding.clock.now;
    const year = new Date(receivedAt).getUTCFullYear();
    const count = (numbers.get(`${organisation} ${year}`) ?? 0) + 1;
    numbers.set(`${organisation} ${year}`, count);
    const number = `${year}-${String(count).padStart(4, "0")}`;
    seeded.set(key, await seedCase(seeding, course, number));
  }
  return seeded;
}

/** Oldest first, as the numbers count up. */
function coursesInOrder({ clock }: Seeding): CaseCourse[] {
  const courses = exampleData.cases.map((caseFile) => ({
    caseFile,
    assessment: exampleData.assessments.find(({ caseKey }) => caseKey === caseFile.key),
    decision: exampleData.decisions.find(({ caseKey }) => caseKey === caseFile.key),
    followUp: exampleData.followUps.find(({ caseKey }) => caseKey === caseFile.key),
  }));
  const receivedAt = (course: CaseCourse) => caseTimeline(course, clock)[0]?.at ?? 0;
  return courses.sort((a, b) => receivedAt(a) - receivedAt(b));
}

async function catalogue(tx: Transaction): Promise<Map<string, SeededFact>> {
  const rows = await tx
    .select({ id: facts.id, key: facts.key, label: facts.label, direction: facts.direction })
    .from(facts)
    .orderBy(asc(facts.key));
  return new Map(rows.map((row) => [row.key, { ...row, label: row.label.nl }]));
}

async function defaultQuestionSet(tx: Transaction) {
  const [row] = await tx
    .select({
      id: questionSets.id,
      key: questionSets.key,
      number: questionSets.number,
      content: questionSets.content,
    })
    .from(questionSets)
    .where(
      and(
        isNull(questionSets.organisationId),
        eq(questionSets.key, "perspectiefcirkel-nl"),
        eq(questionSets.number, 1),
      ),
    );
  if (!row) throw new Error("The shipped question set perspectiefcirkel-nl is not in the database");
  return row;
}
