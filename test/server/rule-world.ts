/** Cases decided by chance beside the precedents of `precedent-world`, and what a rule would do, from the rows themselves. */
import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import {
  caseFacts,
  caseFiles,
  costLines,
  db,
  decisions,
  environment,
  facts,
  options,
  precedents,
  type Transaction,
} from "#db";
import { bearers } from "#app/domain/option.ts";
import { tryOut, type DecidedSituation, type RuleConditions } from "#app/domain/policy-rule.ts";
import { resolvedAnswers } from "#app/domain/merged-facts.ts";
import { comparedCatalogue, readPrecedents } from "#app/server/comparable-precedents.server.ts";
import { countsNow } from "#app/server/precedent-access.server.ts";
import { repackPrecedent } from "#app/server/precedent-words.server.ts";
import { change, levels, type PrecedentWorld } from "./precedent-world.ts";

/** Decides a case in the first scope; sometimes its precedent is published too. */
export async function decideOne(world: PrecedentWorld, special = false): Promise<string> {
  const { random, someone, scopeIds } = world;
  const [id, now] = [environment.newId(), environment.now()];
  world.count += 1;
  await change(async (tx) => {
    await tx.insert(caseFiles).values({
      ...{ id, organisationId: someone.organisation.id, number: `2026-${world.count}`, title: id },
      ...{ status: "follow_up" as const, submitterId: someone.person.id, receivedAt: now },
      ...{ lifeEvents: [], answers: {}, savedSteps: [], createdAt: now, updatedAt: now },
      ...{ scopeId: scopeIds[0], specialHealth: special },
    });
    await answerFacts(tx, world, id);
    const optionIds = await writeOptions(tx, world, id);
    const decisionId = await decide(tx, world, { id, optionIds });
    if (random.next() < 0.3) await publishDecision(tx, world, decisionId);
    await tx.record({ kind: "test.prepared", subject: { type: "case", id }, caseId: id });
  });
  return id;
}

export async function answerFacts(tx: Transaction, world: PrecedentWorld, caseId: string) {
  const { random, facts } = world;
  const share = random.next() * 0.6;
  await tx.delete(caseFacts).where(eq(caseFacts.caseId, caseId));
  const rows = facts.flatMap(({ id: factId, measure }) => {
    const isYes = random.next() < share;
    if (!isYes && random.next() < 0.4) return [];
    const answer = isYes ? ("yes" as const) : random.oneOf(["no", "unknown"] as const);
    const amount = isYes && measure !== null && random.next() < 0.8 ? random.below(6) : null;
    return [{ caseId, factId, answer, amount }];
  });
  if (rows.length > 0) await tx.insert(caseFacts).values(rows);
}

async function writeOptions(tx: Transaction, { random }: PrecedentWorld, caseId: string) {
  const ids = Array.from({ length: 2 + random.below(2) }, () => environment.newId());
  for (const [position, id] of ids.entries()) {
    const level = position === 0 ? 0 : random.below(levels);
    await tx.insert(options).values({ id, caseId, position, title: id, level });
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

async function decide(
  tx: Transaction,
  { random, someone }: PrecedentWorld,
  { id: caseId, optionIds }: { id: string; optionIds: string[] },
): Promise<string> {
  const [id, now] = [environment.newId(), environment.now()];
  const optionId = random.oneOf(optionIds);
  const [option] = await tx.select().from(options).where(eq(options.id, optionId));
  await tx.insert(decisions).values({
    ...{ id, organisationId: someone.organisation.id, caseId, number: 1, kind: "initial" },
    ...{ status: "taken", optionId, level: option?.level ?? 0, takenAt: now, createdAt: now },
    ...{ motivation: { legal: `Omdat ${caseId}` }, reasonPro: [], reasonCon: [], updatedAt: now },
    ...{ preparedBy: someone.person.id, takenBy: someone.person.id },
  });
  return id;
}

async function publishDecision(tx: Transaction, world: PrecedentWorld, decisionId: string) {
  const { someone, scopeIds, random } = world;
  const [id, now] = [environment.newId(), environment.now()];
  await tx.insert(precedents).values({
    ...{ id, organisationId: someone.organisation.id, decisionId, number: `P-${id}`, title: id },
    ...{ summary: "", motivation: {}, lawReferences: [], lifeEvents: [], scopeId: scopeIds[0] },
    ...{ level: random.below(levels), status: "valid", visibility: "organisation" },
    ...{ catalogueSize: 1000, ownerId: someone.person.id, editorId: someone.person.id },
    ...{ decidedAt: now, publishedAt: now, createdAt: now, updatedAt: now },
  });
  await repackPrecedent(tx, id);
}

export function someConditions({ random, facts }: PrecedentWorld): RuleConditions {
  const some = (share: number) => facts.filter(() => random.next() < share).map(({ id }) => id);
  const bounds = facts
    .filter(({ measure }) => measure !== null && random.next() < 0.3)
    .map(({ id: fact }) => ({
      fact,
      least: random.next() < 0.4 ? random.below(3) : null,
      most: random.next() < 0.6 ? 1 + random.below(5) : null,
    }));
  return { mustHold: some(0.05), mustNotHold: some(0.1), bounds, level: random.below(levels) };
}

type Tables = { decided: (DecidedSituation & { at: number })[]; inForce: DecidedSituation[] };

/** What was decided in a scope, by the rows of the database. */
export async function decidedInTables(scopeId: string): Promise<Tables> {
  const own = and(
    eq(precedents.scopeId, scopeId),
    isNull(precedents.decisionId),
    isNotNull(precedents.publishedAt),
  );
  const counting = and(eq(precedents.scopeId, scopeId), countsNow(environment.now()));
  return {
    decided: [...(await casesOf(scopeId)), ...(await precedentsThat(own))],
    inForce: await precedentsThat(counting),
  };
}

async function precedentsThat(which: ReturnType<typeof and>) {
  const catalogue = await comparedCatalogue();
  const rows = await db.read.select().from(precedents).where(which);
  const known = await readPrecedents(db.read, catalogue, which);
  const everything = [...new Set([...catalogue.byId.values()].map(({ id }) => id))];
  return known.map(({ id, level, pro, con, ordered, known: seen = [] }) => ({
    ...{ id, level, pro, con, at: rows.find((row) => row.id === id)?.decidedAt ?? 0 },
    unknown: everything.filter((fact) => ![...seen, ...pro, ...con].includes(fact)),
    amounts: Object.entries({ ...ordered?.pro, ...ordered?.con }).map(([fact, amount]) => {
      return { fact, amount };
    }),
  }));
}

async function casesOf(scopeId: string) {
  const catalogue = await comparedCatalogue();
  const all = await db.read.select().from(facts);
  const first = Math.min(...all.map(({ createdAt }) => createdAt));
  const rows = await db.read
    .select({
      id: caseFiles.id,
      level: decisions.level,
      at: decisions.takenAt,
      optionId: decisions.optionId,
    })
    .from(caseFiles)
    .innerJoin(decisions, and(eq(decisions.caseId, caseFiles.id), eq(decisions.status, "taken")))
    .where(and(eq(caseFiles.scopeId, scopeId), isNotNull(decisions.level)));
  return Promise.all(
    rows.map(async ({ id, level, at, optionId }) => {
      const given = await db.read.select().from(caseFacts).where(eq(caseFacts.caseId, id));
      const numbers = all.filter((fact) => given.some(({ factId }) => factId === fact.id));
      const highest = Math.max(0, ...numbers.map(({ number }) => number));
      const later = all.filter(
        (fact) => fact.createdAt > Math.max(first, at ?? 0) && fact.number > highest,
      );
      const early = all.filter((fact) => !later.includes(fact));
      const known = new Set(early.map((fact) => catalogue.resolved.get(fact.id) ?? fact.id));
      const answered = resolvedAnswers(given, catalogue.resolved);
      const having = (answer: string) => answered.filter((each) => each.answer === answer);
      const yes = having("yes");
      const side = (direction: string) =>
        yes
          .map(({ factId }) => factId)
          .filter((fact) => catalogue.byId.get(fact)?.direction === direction);
      const late = later
        .map((fact) => catalogue.resolved.get(fact.id) ?? fact.id)
        .filter((fact) => !known.has(fact) && !yes.some(({ factId }) => factId === fact));
      return {
        ...{ id, level: level ?? 0, at: at ?? 0, pro: side("pro"), con: side("con") },
        unknown: [...new Set([...having("unknown").map(({ factId }) => factId), ...late])],
        amounts: yes.flatMap(({ factId, amount }) =>
          amount === null || !catalogue.byId.get(factId)?.measure ? [] : [{ fact: factId, amount }],
        ),
        costs: await costsOf(id, { level: level ?? 0, optionId }),
      };
    }),
  );
}

async function costsOf(caseId: string, decided: { level: number; optionId: string | null }) {
  const own = await db.read.select().from(options).where(eq(options.caseId, caseId));
  own.sort((a, b) => a.position - b.position);
  const ids = own.map(({ id }) => id);
  const lines = await db.read.select().from(costLines).where(inArray(costLines.optionId, ids));
  const borne = [...new Set(lines.map(({ bearer }) => bearer))];
  return [0, 1, 2, 3].flatMap((level) => {
    const chosen = own.find(({ id }) => id === decided.optionId);
    const option = level === decided.level ? chosen : own.find((each) => each.level === level);
    if (!option) return [];
    return borne.map((bearer) => ({
      ...{ level, bearer },
      cents: lines
        .filter((line) => line.optionId === option.id && line.bearer === bearer)
        .reduce((sum, { recurrence, cents }) => sum + cents * (recurrence === "yearly" ? 5 : 1), 0),
    }));
  });
}

/** What the readable rules say on the rows of the database. */
export async function triedOutOnTables(scopeId: string, conditions: RuleConditions) {
  const { decided, inForce } = await decidedInTables(scopeId);
  const { resolved } = await comparedCatalogue();
  const now = (ids: string[]) => ids.map((id) => resolved.get(id) ?? id);
  const { mustHold, mustNotHold, ...rest } = conditions;
  const rule = { ...rest, mustHold: now(mustHold), mustNotHold: now(mustNotHold) };
  const { settledIds, openIds, disagreements, groups, replacedIds, ...numbers } = tryOut(
    rule,
    decided,
    inForce,
  );
  if (settledIds.length !== numbers.settled) throw new Error("The readable rules miscount");
  const at = new Map(decided.map((each) => [each.id, each.at]));
  const newest = disagreements
    .sort((a, b) => (at.get(b.id) ?? 0) - (at.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, 20);
  return { numbers, open: openIds.length, newest, groups, replacedIds };
}
