/** Cases decided alike in one scope, written around the application. */
import {
  caseFacts,
  caseFiles,
  costLines,
  db,
  decisions,
  environment,
  facts,
  options,
  scopes,
  systemActor,
} from "#db";
import { asc } from "drizzle-orm";
import type { Someone } from "./case-world.ts";

export type SignalWorld = { someone: Someone; scopeId: string; factIds: string[]; count: number };

export async function signalWorld(someone: Someone): Promise<SignalWorld> {
  const rows = await db.read.select().from(facts).orderBy(asc(facts.number));
  const plain = rows.filter(({ direction, measure }) => direction === "pro" && measure === null);
  const scopeId = environment.newId();
  const organisationId = someone.organisation.id;
  await db.write(systemActor, async (tx) => {
    const row = { id: scopeId, organisationId, name: "Te laat", lawReferences: [], createdAt: 1 };
    await tx.insert(scopes).values(row);
    await tx.record({ kind: "scope.created", subject: { type: "scope", id: scopeId } });
  });
  return { someone, scopeId, factIds: plain.slice(0, 6).map(({ id }) => id), count: 0 };
}

type Decided = {
  /** Places of the facts of the world that hold. */
  holds: number[];
  level?: number;
  special?: boolean;
  /** Cents once, of strict application and of what was decided; null where nobody wrote it down. */
  costs?: [number | null, number | null];
};

/** Decides a case, as taking its decision does: the log tells of it. */
export async function decideCase(world: SignalWorld, decided: Decided): Promise<string> {
  const { someone, scopeId, factIds } = world;
  const { holds, level = 3, special = false, costs } = decided;
  const [id, now] = [environment.newId(), environment.now()];
  const optionIds = [environment.newId(), environment.newId()];
  const organisationId = someone.organisation.id;
  world.count += 1;
  await db.write(systemActor, async (tx) => {
    await tx.insert(caseFiles).values({
      ...{ id, organisationId, number: `2026-${String(world.count).padStart(4, "0")}` },
      ...{ title: `Casus ${world.count}`, status: "follow_up", submitterId: someone.person.id },
      ...{ receivedAt: now, lifeEvents: [], answers: {}, savedSteps: [] },
      ...{ createdAt: now, updatedAt: now, scopeId, specialHealth: special },
    });
    await tx.insert(caseFacts).values(
      factIds.map((factId, place) => ({
        ...{ caseId: id, factId, amount: null },
        answer: holds.includes(place) ? ("yes" as const) : ("no" as const),
      })),
    );
    for (const [position, optionId] of optionIds.entries()) {
      const at = position === 0 ? 0 : level;
      await tx
        .insert(options)
        .values({ id: optionId, caseId: id, position, title: `Optie ${position}`, level: at });
      const cents = costs?.[position] ?? null;
      if (cents === null) continue;
      await tx.insert(costLines).values({
        ...{ id: environment.newId(), optionId, post: "Post", bearer: "own_organisation" },
        ...{ recurrence: "once", certainty: "known", cents, position: 0 },
      });
    }
    const decisionId = environment.newId();
    await tx.insert(decisions).values({
      ...{ id: decisionId, organisationId, caseId: id, number: 1, kind: "initial" },
      ...{ status: "taken", optionId: optionIds[1], level, takenAt: now, createdAt: now },
      ...{ motivation: {}, reasonPro: [], reasonCon: [], updatedAt: now },
      ...{ preparedBy: someone.person.id, takenBy: someone.person.id },
    });
    await tx.record({
      ...{ kind: "decision.taken", subject: { type: "decision", id: decisionId } },
      ...{ organisationId, caseId: id },
    });
  });
  return id;
}
