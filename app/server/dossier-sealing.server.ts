/** Committing to the dossiers of decisions that are older than that: once each, at a moment that nobody chooses. */
import { setTimeout as pause } from "node:timers/promises";
import { and, asc, desc, eq, gt, inArray, isNotNull, ne, notExists, sql } from "drizzle-orm";
import {
  auditEvents,
  caseFiles,
  db,
  decisions,
  environment,
  systemActor,
  type Actor,
  type AuditRow,
  type Queries,
} from "#db";
import { dossierEventKinds } from "#app/domain/decision-file.ts";
import { DomainError, isDomainError } from "#app/domain/domain-error.ts";
import { dossierOf } from "./dossier.server.ts";
import { log } from "./log.server.ts";
import { repeating, type Repeating } from "./repeating.server.ts";

const againAfterMs = 10 * 60_000;
const lookedAtOnce = 500;
const leastPauseMs = 10;

type Older = { id: string; caseId: string; number: number };

/** The event by which the log commits to the dossier; none where the decision is older than that. */
export async function committingEvent(
  { id, caseId }: Pick<Older, "id" | "caseId">,
  read: Queries = db.read,
): Promise<AuditRow | null> {
  const [row] = await read
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.caseId, caseId), eq(auditEvents.subjectId, id), commits))
    .orderBy(desc(auditEvents.sequence))
    .limit(1);
  return row ?? null;
}

const commits = and(
  inArray(auditEvents.kind, [...dossierEventKinds]),
  isNotNull(auditEvents.sealed),
);

/** Commits to the dossier as it is found now. False where somebody was first, or the decision is gone. */
export async function sealDossier(actor: Actor, decision: Older): Promise<boolean> {
  const { id, caseId, number } = decision;
  const change = db.write(actor, async (tx) => {
    const there = await tx.select({ id: decisions.id }).from(decisions).where(eq(decisions.id, id));
    if (there.length === 0 || (await committingEvent(decision, tx))) {
      throw new DomainError("already_done");
    }
    const making = { at: environment.now(), moment: "afterwards" } as const;
    const takenRoles = await rolesOfTaker(tx, decision);
    await tx.record({
      kind: "decision.dossier_sealed",
      subject: { type: "decision", id },
      caseId,
      details: { number },
      content: await dossierOf(tx, id, { ...making, takenRoles }),
    });
    return true;
  });
  return change.catch((error: unknown) => {
    if (isDomainError(error) && error.code === "already_done") return false;
    throw error;
  });
}

async function rolesOfTaker(read: Queries, { id, caseId }: Older): Promise<string[]> {
  const [event] = await read
    .select({ roles: auditEvents.actorRoles })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.caseId, caseId),
        eq(auditEvents.subjectId, id),
        eq(auditEvents.kind, "decision.taken"),
      ),
    )
    .orderBy(desc(auditEvents.sequence))
    .limit(1);
  return event?.roles ?? [];
}

/**
 * Commits to all dossiers that nothing commits to, each in a change of its own with room for others
 * in between. Begun again it goes on with what is left; several processes may. What can not be
 * committed to is passed over. Gives back how many there were.
 */
export async function sealOlderDossiers(signal?: AbortSignal): Promise<number> {
  let sealed = 0;
  let after = "";
  for (;;) {
    const found = await olderAfter(after);
    for (const { organisationId, ...decision } of found) {
      if (signal?.aborted) return sealed;
      const begun = performance.now();
      if (await sealedOrPassed({ ...systemActor, organisationId }, decision)) sealed += 1;
      // Four fifths of the time are for what people do meanwhile.
      const took = performance.now() - begun;
      await pause(Math.max(leastPauseMs, 4 * took), undefined, { signal }).catch(() => undefined);
    }
    after = found.at(-1)?.id ?? "";
    if (found.length < lookedAtOnce) return sealed;
  }
}

async function olderAfter(after: string) {
  const committing = db.read
    .select({ one: sql`1` })
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, decisions.id), commits));
  return db.read
    .select({
      id: decisions.id,
      caseId: decisions.caseId,
      number: decisions.number,
      organisationId: caseFiles.organisationId,
    })
    .from(decisions)
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .where(and(ne(decisions.status, "draft"), gt(decisions.id, after), notExists(committing)))
    .orderBy(asc(decisions.id))
    .limit(lookedAtOnce);
}

async function sealedOrPassed(actor: Actor, decision: Older): Promise<boolean> {
  try {
    return await sealDossier(actor, decision);
  } catch (error) {
    if (isDomainError(error) && error.code.startsWith("storage_")) throw error;
    log().error({ err: error, decision: decision.id }, "a dossier can not be put in the log");
    return false;
  }
}

/** Once after a start; again after a while where the storage did not let it. */
export function startSealingDossiers(): Pick<Repeating, "stop"> {
  const ending = new AbortController();
  let isDone = false;
  const work = repeating(againAfterMs, async () => {
    if (isDone) return;
    const sealed = await sealOlderDossiers(ending.signal);
    isDone = true;
    if (sealed > 0) log().info({ sealed }, "older dossiers were put in the log");
  });
  work.now();
  const stop = () => {
    ending.abort();
    return work.stop();
  };
  return { stop };
}
