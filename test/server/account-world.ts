/** Cases made by chance, with everything the account counts, written around the application. */
import {
  agendaItems,
  caseFiles,
  conditions,
  costLines,
  db,
  decisionClaims,
  decisionPrecedents,
  decisions,
  claims,
  environment,
  options,
  policyRules,
  precedents,
  questionnaires,
  questionSets,
  reviews,
  ruleSettlements,
  scopes,
  sessions,
  systemActor,
  weighings,
  type Transaction,
  type WeighingSnapshot,
} from "#db";
import { caseStatuses } from "#app/domain/case-file.ts";
import { helpAnswers } from "#app/domain/follow-up.ts";
import { bearers } from "#app/domain/option.ts";
import { citizenChoices } from "#app/domain/questionnaire.ts";
import { equalTreatmentAnswers, precedentRelations } from "#app/domain/precedent-relations.ts";
import { weighing, type WeighingInput } from "#app/domain/weighing.ts";
import { chance, type Chance } from "../../db/seed/bulk/chance.ts";
import type { Someone } from "./case-world.ts";

const day = 86_400_000;
const perspectives = ["legal", "financial"];
/** How many days ago the precedents were decided. */
const ages = [20, 300, 500, 900, 1500, 2600];

export type AccountWorld = {
  random: Chance;
  someone: Someone;
  now: number;
  scopeIds: string[];
  precedentIds: string[];
  ruleId: string;
  sessionId: string;
  snapshotSet: WeighingSnapshot["questionSet"];
  count: number;
};

/** An organisation with scopes, precedents to name and a session to weigh in. */
export async function accountWorld(someone: Someone, seed: number): Promise<AccountWorld> {
  const now = environment.now();
  const organisationId = someone.organisation.id;
  const [set] = await db.read.select().from(questionSets).limit(1);
  if (!set) throw new Error("No question set was shipped");
  const id = environment.newId;
  const world = {
    ...{ random: chance(seed), someone, now, count: 0, sessionId: id(), ruleId: id() },
    scopeIds: [id(), id()],
    precedentIds: Array.from({ length: 6 }, () => id()),
    snapshotSet: { id: set.id, key: set.key, number: set.number, content: set.content },
  };
  await db.write(systemActor, async (tx) => {
    for (const scopeId of world.scopeIds) {
      const row = { id: scopeId, organisationId, name: scopeId, lawReferences: [], createdAt: 1 };
      await tx.insert(scopes).values(row);
    }
    await tx.insert(sessions).values({
      ...{ id: world.sessionId, organisationId, title: "Zitting", kind: "live", status: "closed" },
      ...{ questionSetId: set.id, facilitatorId: someone.person.id, startsAt: 1, createdAt: 1 },
    });
    await tx.insert(policyRules).values({
      ...{ id: world.ruleId, organisationId, number: "1", status: "in_force", title: "Regel" },
      ...{ scopeId: world.scopeIds[0] ?? "", lawReferences: [], mustHold: [], mustNotHold: [] },
      ...{ bounds: [], level: 3, preparedBy: someone.person.id, createdAt: 1, updatedAt: 1 },
    });
    for (const [place, precedentId] of world.precedentIds.entries()) {
      await tx.insert(precedents).values(precedentRow(world, precedentId, place));
    }
    await tx.record({ kind: "test.prepared", subject: { type: "test", id: world.sessionId } });
  });
  return world;
}

function precedentRow({ someone, now }: AccountWorld, id: string, place: number) {
  const decidedAt = now - (ages[place] ?? 0) * day;
  return {
    ...{ id, organisationId: someone.organisation.id, source: "import" as const },
    ...{ number: `P-${id}`, title: id, summary: "", motivation: {}, level: place % 4 },
    ...{ lawReferences: [], lifeEvents: [], status: "valid" as const, decidedAt },
    ...{ visibility: "network" as const, ownerId: someone.person.id, editorId: someone.person.id },
    ...{ publishedAt: decidedAt, createdAt: decidedAt, updatedAt: decidedAt },
  };
}

/** Writes a case with all that came of it, in one change. */
export async function someCase(world: AccountWorld): Promise<string> {
  const id = environment.newId();
  await db.write(systemActor, async (tx) => {
    const receivedAt = world.now - Math.floor(world.random.next() * 900) * day;
    await tx.insert(caseFiles).values(caseRow(world, id, receivedAt));
    const optionIds = await writeOptions(tx, world, id);
    const weighed = world.random.next() < 0.5;
    const weighingId = weighed
      ? await writeWeighing(tx, world, { id, optionIds, receivedAt })
      : null;
    if (world.random.next() < 0.7) {
      await writeDecisions(tx, world, { id, optionIds, weighingId, receivedAt });
    } else if (world.random.next() < 0.5) {
      const settledAt = receivedAt + world.random.below(40) * day;
      const settledBy = world.someone.person.id;
      const row = { caseId: id, policyRuleId: world.ruleId, settledBy, settledAt };
      await tx.insert(ruleSettlements).values(row);
    }
    await tx.record({ kind: "test.prepared", subject: { type: "case", id }, caseId: id });
  });
  return id;
}

function caseRow(world: AccountWorld, id: string, receivedAt: number) {
  const { random, someone } = world;
  world.count += 1;
  return {
    ...{ id, organisationId: someone.organisation.id, number: `2026-${id}`, title: id },
    ...{ status: random.oneOf(caseStatuses), submitterId: someone.person.id, receivedAt },
    extendedUntil: random.next() < 0.3 ? receivedAt + Math.floor(random.next() * 120) * day : null,
    ...{
      lifeEvents: [],
      answers: {},
      savedSteps: [],
      createdAt: receivedAt,
      updatedAt: receivedAt,
    },
    scopeId: random.next() < 0.8 ? random.oneOf(world.scopeIds) : null,
    ...{ specialHealth: random.next() < 0.2, specialCriminal: random.next() < 0.1 },
  };
}

async function writeOptions(tx: Transaction, { random }: AccountWorld, caseId: string) {
  const ids = [0, 1, 2].map(() => environment.newId());
  for (const [position, id] of ids.entries()) {
    await tx.insert(options).values({ id, caseId, position, title: id, level: position });
    for (let place = 0; place < random.below(3); place += 1) {
      await tx.insert(costLines).values({
        ...{ id: environment.newId(), optionId: id, post: "Post", bearer: random.oneOf(bearers) },
        recurrence: random.oneOf(["once", "yearly"] as const),
        ...{ certainty: "known", cents: random.below(90_000) - 20_000, position: place },
      });
    }
  }
  return ids;
}

type Written = { id: string; optionIds: string[]; receivedAt: number };

async function writeWeighing(tx: Transaction, world: AccountWorld, written: Written) {
  const { random, someone } = world;
  const [id, agendaItemId] = [environment.newId(), environment.newId()];
  await tx.insert(agendaItems).values({
    ...{ id: agendaItemId, sessionId: world.sessionId, caseId: written.id, position: world.count },
    ...{ phase: "concluded", weights: [], missing: [] },
  });
  const input = someInput(random, written.optionIds);
  const snapshot = { ...{ input, result: weighing(input) }, questionSet: world.snapshotSet };
  const createdAt = written.receivedAt + random.below(60) * day;
  await tx.insert(weighings).values({
    ...{ id, caseId: written.id, agendaItemId, number: 1, round: 1, createdAt },
    ...{ snapshot: { ...snapshot, options: [], people: [] }, createdBy: someone.person.id },
  });
  return id;
}

function someInput(random: Chance, optionIds: string[]): WeighingInput {
  const points = [1, 2, 3, 4, 5] as const;
  const assessors = ["a", "b", "c"];
  const criteria = ["1", "2", "3"].map((id) => ({ id, weight: 1 }));
  return {
    perspectives: perspectives.map((id) => {
      return { id, weight: 0.5, passMark: 3, criteria, gates: [], assessors };
    }),
    options: optionIds.map((id) => ({ id })),
    gateAnswers: [],
    ratings: perspectives.flatMap((perspective) =>
      criteria.flatMap((criterion) =>
        optionIds.flatMap((option) => {
          const middle = random.below(4);
          return assessors.map((assessor) => ({
            ...{ assessor, perspective, criterion: criterion.id, option },
            value: random.next() < 0.1 ? null : (points[middle + random.below(2)] ?? null),
          }));
        }),
      ),
    ),
  };
}

async function writeDecisions(
  tx: Transaction,
  world: AccountWorld,
  written: Written & { weighingId: string | null },
): Promise<void> {
  const { random, someone } = world;
  const versions = 1 + random.below(2);
  const claimId = environment.newId();
  await tx
    .insert(claims)
    .values({ id: claimId, caseId: written.id, label: "Vordering", position: 0 });
  let takenAt = written.receivedAt;
  for (let number = 1; number <= versions; number += 1) {
    takenAt += random.below(90) * day;
    const isLast = number === versions;
    const id = environment.newId();
    const isWithdrawn = number > 1 && random.next() < 0.3;
    const optionId = random.oneOf(written.optionIds);
    await tx.insert(decisions).values({
      ...{ id, organisationId: someone.organisation.id, caseId: written.id, number, takenAt },
      ...{ weighingId: written.weighingId, motivation: {}, reasonPro: [], reasonCon: [] },
      kind: isWithdrawn ? "withdrawal" : number > 1 ? "correction" : "initial",
      status: isLast ? "taken" : "replaced",
      optionId: isWithdrawn ? null : optionId,
      level: isWithdrawn ? null : written.optionIds.indexOf(optionId),
      equalTreatmentAnswer: random.next() < 0.8 ? random.oneOf(equalTreatmentAnswers) : null,
      ...{ preparedBy: someone.person.id, takenBy: someone.person.id },
      ...{ createdAt: takenAt, updatedAt: takenAt },
    });
    if (!isWithdrawn && random.next() < 0.3) {
      const row = { decisionId: id, claimId, optionId: random.oneOf(written.optionIds) };
      await tx.insert(decisionClaims).values(row);
    }
    await writeFollowUp(tx, world, { id, takenAt });
    await writeQuestionnaire(tx, world, { id, caseId: written.id, takenAt });
  }
}

async function writeQuestionnaire(
  tx: Transaction,
  { random, someone }: AccountWorld,
  { id, caseId, takenAt }: { id: string; caseId: string; takenAt: number },
): Promise<void> {
  if (random.next() < 0.4) return;
  const answer = () => random.oneOf([...citizenChoices, null]);
  const isAnswered = random.next() < 0.7;
  await tx.insert(questionnaires).values({
    ...{ id: environment.newId(), caseId, decisionId: id, moment: "after_decision" },
    ...{ secretHash: environment.newId(), createdBy: someone.person.id, createdAt: takenAt },
    ...{ expiresAt: takenAt + 30 * day, answeredAt: isAnswered ? takenAt + day : null },
    withdrawnAt: !isAnswered && random.next() < 0.3 ? takenAt + day : null,
    answers: isAnswered
      ? { heard: answer(), understood: answer(), fair: answer(), helped: answer(), words: "" }
      : null,
  });
}

async function writeFollowUp(
  tx: Transaction,
  { random, someone, precedentIds, now }: AccountWorld,
  { id: decisionId, takenAt }: { id: string; takenAt: number },
): Promise<void> {
  const ownerId = someone.person.id;
  for (let position = 0; position < random.below(3); position += 1) {
    const dueDate = now + (random.below(200) - 100) * day;
    await tx.insert(conditions).values({
      ...{ id: environment.newId(), decisionId, text: "Doen", ownerId, dueDate, position },
      doneAt: random.next() < 0.5 ? takenAt : null,
    });
  }
  for (let place = 0; place < random.below(3); place += 1) {
    const answer = () => random.oneOf(helpAnswers);
    const heldAt = random.next() < 0.6 ? takenAt + (100 + place) * day : null;
    await tx.insert(reviews).values({
      ...{ id: environment.newId(), decisionId, ownerId, dueDate: takenAt, heldAt },
      ...{ helpedCitizen: answer(), helpedProfessional: answer(), conditionsKept: answer() },
      costs: random.next() < 0.5 ? { [random.oneOf(bearers)]: random.below(9000) } : null,
    });
  }
  const named = precedentIds.filter(() => random.next() < 0.25);
  for (const precedentId of named) {
    const relation = random.oneOf(precedentRelations);
    await tx.insert(decisionPrecedents).values({ decisionId, precedentId, relation });
  }
}
