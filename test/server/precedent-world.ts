/** Precedents made by chance, changed as the application changes them: with their packed facts in the same change. */
import {
  db,
  environment,
  facts,
  organisations,
  precedentFacts,
  precedents,
  scopeLinks,
  scopes,
  systemActor,
  type Transaction,
} from "#db";
import { asc, eq } from "drizzle-orm";
import type { FactAnswer } from "#app/domain/case-file.ts";
import { precedentVisibilities } from "#app/domain/precedent-rules.ts";
import type { CaseSituation } from "#app/server/comparing.server.ts";
import { situationFrom } from "#app/server/comparing.server.ts";
import { repackPrecedent } from "#app/server/precedent-words.server.ts";
import { chance, type Chance } from "../../db/seed/bulk/chance.ts";
import type { Someone } from "./case-world.ts";

export const levels = 4;
/** Of the catalogue so many facts take part, those with a measure among them. */
const factCount = 12;

type FactRow = { id: string; number: number; direction: "pro" | "con"; measure: string | null };

export type PrecedentWorld = {
  random: Chance;
  someone: Someone;
  facts: FactRow[];
  /** Two of the own organisation, one of another that the first is linked to. */
  scopeIds: [string, string, string];
  otherId: string;
  ids: string[];
  count: number;
};

export async function precedentWorld(someone: Someone, seed: number): Promise<PrecedentWorld> {
  const rows = await db.read
    .select({
      id: facts.id,
      number: facts.number,
      direction: facts.direction,
      measure: facts.measure,
    })
    .from(facts)
    .orderBy(asc(facts.number));
  const measured = rows.filter(({ measure }) => measure !== null);
  const plain = (side: "pro" | "con") =>
    rows.filter(({ direction, measure }) => direction === side && measure === null);
  const [otherId, ...scopeIds] = Array.from({ length: 4 }, () => environment.newId());
  const [own = "", second = "", linked = ""] = scopeIds;
  await change(async (tx) => {
    const createdAt = environment.now();
    await tx.insert(organisations).values({ id: otherId ?? "", name: `o ${otherId}`, createdAt });
    for (const id of [own, second, linked]) {
      const organisationId = id === linked ? (otherId ?? "") : someone.organisation.id;
      const row = { id, organisationId, name: `s ${id}`, lawReferences: [], createdAt };
      await tx.insert(scopes).values(row);
    }
    await tx.insert(scopeLinks).values({ scopeId: own, otherScopeId: linked });
  });
  return {
    random: chance(seed),
    someone,
    facts: [...measured, ...plain("pro").slice(0, factCount), ...plain("con").slice(0, factCount)],
    scopeIds: [own, second, linked],
    otherId: otherId ?? "",
    ids: [],
    count: 0,
  };
}

export async function change(make: (tx: Transaction) => Promise<void>): Promise<void> {
  await db.write(systemActor, async (tx) => {
    await make(tx);
    await tx.record({ kind: "test.prepared", subject: { type: "test", id: "precedents" } });
  });
}

/** Publishes a new precedent with facts by chance. */
export async function publishOne(world: PrecedentWorld): Promise<string> {
  const { random, scopeIds } = world;
  const id = environment.newId();
  const scopeId = random.oneOf(scopeIds);
  const now = environment.now();
  world.count += 1;
  const row = {
    id,
    organisationId: scopeId === scopeIds[2] ? world.otherId : world.someone.organisation.id,
    source: "import" as const,
    number: `P-${world.count}`,
    title: `Precedent ${world.count}`,
    summary: "",
    motivation: {},
    lawReferences: [],
    lifeEvents: [],
    scopeId,
    level: random.below(levels),
    status: "valid" as const,
    visibility: random.oneOf(precedentVisibilities),
    catalogueSize: random.oneOf([20, 60, 1000]),
    ownerId: world.someone.person.id,
    editorId: world.someone.person.id,
    decidedAt: now - random.below(1000) * 86_400_000,
    publishedAt: now,
    createdAt: now,
    updatedAt: now,
  };
  await change(async (tx) => {
    await tx.insert(precedents).values(row);
    await writeFacts(tx, world, id);
    await repackPrecedent(tx, id);
  });
  world.ids.push(id);
  return id;
}

async function writeFacts(tx: Transaction, { random, facts }: PrecedentWorld, id: string) {
  const share = random.next() * 0.5;
  const own = facts.filter(() => random.next() < share);
  const rows = own.map(({ id: factId, direction: side, measure }) => ({
    ...{ precedentId: id, factId, side },
    inReason: random.next() < 0.4 ? 1 : 0,
    amount: measure !== null && random.next() < 0.8 ? 1 + random.below(5) : null,
  }));
  if (rows.length > 0) await tx.insert(precedentFacts).values(rows);
}

/** Changes something of a precedent by chance: its status, scope, level, visibility, facts or validity. */
export async function changeOne(world: PrecedentWorld): Promise<void> {
  const { random, scopeIds, ids } = world;
  const id = random.oneOf(ids);
  const [own, second] = scopeIds;
  const [row] = await db.read.select().from(precedents).where(eq(precedents.id, id));
  const isOwn = row?.organisationId === world.someone.organisation.id;
  const set = random.oneOf([
    { status: random.oneOf(["valid", "outdated", "withdrawn"] as const) },
    { scopeId: isOwn ? random.oneOf([own, second, null]) : (row?.scopeId ?? null) },
    { level: random.below(levels) },
    { visibility: random.oneOf(precedentVisibilities) },
    { validUntil: random.oneOf([null, environment.now() - 1, environment.now() + 3_600_000]) },
    {},
  ]);
  await change(async (tx) => {
    await tx
      .update(precedents)
      .set({ ...set, updatedAt: environment.now() })
      .where(eq(precedents.id, id));
    if (Object.keys(set).length === 0) {
      await tx.delete(precedentFacts).where(eq(precedentFacts.precedentId, id));
      await writeFacts(tx, world, id);
    }
    await repackPrecedent(tx, id);
  });
}

/** The facts of a case by chance, in one of the own scopes. */
export async function someSituation(world: PrecedentWorld): Promise<CaseSituation> {
  const { random, facts, scopeIds, someone } = world;
  const share = random.next();
  const answers = Object.fromEntries(
    facts.map(({ id, measure }) => {
      const no = random.next() < 0.5 ? ("no" as const) : ("unknown" as const);
      const answer: FactAnswer = random.next() < share ? "yes" : no;
      const amount = answer === "yes" && measure !== null ? random.below(6) : null;
      return [id, { answer, amount }];
    }),
  );
  const scopeId = random.oneOf([scopeIds[0], scopeIds[1]]);
  return situationFrom({ organisationId: someone.organisation.id, scopeId }, answers);
}
