/** What happens to imports in the background: checking, bringing in, and forgetting the rows. */
import { setImmediate as turn } from "node:timers/promises";
import { and, asc, eq, exists, inArray, lt, or } from "drizzle-orm";
import {
  db,
  environment,
  precedentImportRows,
  precedentImports,
  systemActor,
  type Actor,
  type Queries,
} from "#db";
import { dayInMs } from "#app/domain/day.ts";
import { DomainError, isDomainError } from "#app/domain/domain-error.ts";
import { log } from "./log.server.ts";
import { checkRows } from "./precedent-import-check.server.ts";
import { countRows, forgetRows, keepOutcomes, rowsWith } from "./precedent-import-rows.server.ts";
import {
  hasStaged,
  publishStaged,
  stage,
  unstageSome,
  type ImportRow,
} from "./precedent-import-staging.server.ts";
import { importWorld, type ImportWorld } from "./precedent-import-world.server.ts";
import { recordStep } from "./precedent-imports.server.ts";
import { repeating, type Repeating } from "./repeating.server.ts";

const lookEveryMs = 30_000;
/** Rows of people are not kept longer than this when nobody goes on with an import. */
const givenUpAfterMs = 30 * dayInMs;
const checkedAtOnce = 200;
const stagedAtOnce = 200;

/** Works on imports as long as there are any, and when somebody took a step. */
export function startImporting(): Pick<Repeating, "stop"> {
  let ending = false;
  const loop = repeating(lookEveryMs, () => workOnImports(() => ending));
  const unlisten = db.listen((notices) => {
    const isMissed = notices.length === 0;
    if (isMissed || notices.some(({ kind }) => kind.startsWith("precedent.import-"))) loop.now();
  });
  loop.now();
  const stop = async () => {
    ending = true;
    unlisten();
    await loop.stop();
  };
  return { stop };
}

/**
 * Takes every import as far as it can go. Each step is one change, so that after a stop at any moment
 * it goes on with the row where it was. Several processes may: a step is taken once.
 */
export async function workOnImports(isEnding: () => boolean = () => false): Promise<void> {
  await giveUpForgotten().catch(unlessOthersDid);
  for (const { id } of await listWork()) {
    try {
      while (!isEnding() && (await step(id))) await turn();
    } catch (error) {
      if (isTakenByOthers(error)) continue;
      log().error({ err: error, import: id }, "an import is stalled");
      await db.maintain((tx) =>
        tx.update(precedentImports).set({ problem: "stalled" }).where(eq(precedentImports.id, id)),
      );
    }
  }
}

/** Another process, or somebody who gave the import up, was first. */
function isTakenByOthers(error: unknown): boolean {
  return isDomainError(error) && error.code === "stale_version";
}

function unlessOthersDid(error: unknown): void {
  if (!isTakenByOthers(error)) throw error;
}

async function listWork() {
  const rowsLeft = db.read
    .select({ row: precedentImportRows.row })
    .from(precedentImportRows)
    .where(eq(precedentImportRows.importId, precedentImports.id));
  return db.read
    .select({ id: precedentImports.id })
    .from(precedentImports)
    .where(
      or(
        inArray(precedentImports.status, ["checking", "importing"]),
        and(inArray(precedentImports.status, ["imported", "cancelled"]), exists(rowsLeft)),
      ),
    )
    .orderBy(asc(precedentImports.createdAt), asc(precedentImports.id));
}

/** One change further; false when there is nothing to do now. */
async function step(id: string): Promise<boolean> {
  const [owner] = await db.read.select().from(precedentImports).where(eq(precedentImports.id, id));
  switch (owner?.status) {
    case "checking":
      return checkSome(owner);
    case "importing":
      return bringInSome(owner);
    case "imported":
    case "cancelled":
      return forgetSome(owner);
    default:
      return false;
  }
}

async function checkSome(owner: ImportRow): Promise<boolean> {
  const waiting = await rowsWith(owner, "waiting", checkedAtOnce);
  const checked = await checkRows(await worldOf(owner), waiting);
  await db.maintain(async (tx) => {
    const claimed = await advance(tx, owner);
    await keepOutcomes(tx, owner, checked);
    const counts = await countRows(tx, owner.id);
    const status = waiting.length < checkedAtOnce ? ("checked" as const) : owner.status;
    await advance(tx, claimed, { ...counts, status, done: owner.done + waiting.length });
  });
  return waiting.length === checkedAtOnce;
}

async function bringInSome(owner: ImportRow): Promise<boolean> {
  const good = await rowsWith(owner, "good", stagedAtOnce);
  // Looked at again: since the check a fact may have been merged, or the same precedent brought in.
  const checked = await checkRows(await worldOf(owner), good, { again: true });
  const fit = checked.flatMap(({ precedent }) => precedent ?? []);
  const isLast = good.length < stagedAtOnce;
  await db.write(actorOf(owner), async (tx) => {
    const claimed = await advance(tx, owner);
    await keepOutcomes(tx, owner, checked, "imported");
    await stage(tx, owner, fit);
    const counts = await countRows(tx, owner.id);
    const done = owner.done + good.length;
    const row = await advance(tx, claimed, {
      ...{ ...counts, done },
      ...(isLast ? { status: "imported" as const, importedAt: environment.now() } : {}),
    });
    await tx.record({
      kind: "precedent.imported",
      subject: { type: "precedent_import", id: owner.id },
      organisationId: owner.organisationId,
      details: { count: fit.length, done, good: counts.good },
      content: fit,
    });
    if (!isLast) return;
    await publishStaged(tx, row);
    await recordStep(tx, row, "finished");
  });
  return true;
}

/** Whoever let it in did it, through this process. */
function actorOf({ approvedBy, organisationId }: ImportRow): Actor {
  return { personId: approvedBy, roles: ["policy_advisor"], organisationId };
}

let worlds = new Map<string, ImportWorld>();
let worldsMadeAt = 0;

/** The catalogue as it was a moment ago: not looked up anew for every few rows. */
async function worldOf({ organisationId }: ImportRow): Promise<ImportWorld> {
  if (Math.abs(environment.now() - worldsMadeAt) > 2000) {
    worlds = new Map();
    worldsMadeAt = environment.now();
  }
  const world = worlds.get(organisationId) ?? (await importWorld(organisationId));
  worlds.set(organisationId, world);
  return world;
}

/**
 * The whole change is undone when another process took this step. Called as the first thing of it, so
 * that a second one waits for the first and then stops.
 */
async function advance(
  tx: Queries,
  owner: ImportRow,
  set: Partial<typeof precedentImports.$inferInsert> = {},
): Promise<ImportRow> {
  const [row] = await tx
    .update(precedentImports)
    .set({ ...set, problem: "", version: owner.version + 1 })
    .where(
      and(
        eq(precedentImports.id, owner.id),
        eq(precedentImports.version, owner.version),
        eq(precedentImports.status, owner.status),
      ),
    )
    .returning();
  if (!row) throw new DomainError("stale_version");
  return row;
}

/** The rows of an import that is over go, and what it had staged; the import itself stays. */
async function forgetSome(owner: ImportRow): Promise<boolean> {
  if (owner.status === "cancelled" && (await hasStaged(owner.id))) {
    await db.write(systemActor, async (tx) => {
      const count = await unstageSome(tx, owner.id);
      await tx.record({
        kind: "precedent.unstaged",
        subject: { type: "precedent_import", id: owner.id },
        organisationId: owner.organisationId,
        details: { count },
      });
    });
    return true;
  }
  return db.maintain((tx) => forgetRows(tx, owner.id));
}

async function giveUpForgotten(): Promise<void> {
  const forgotten = and(
    inArray(precedentImports.status, ["checked", "offered"]),
    lt(precedentImports.createdAt, environment.now() - givenUpAfterMs),
  );
  const found = await db.read
    .select({ id: precedentImports.id })
    .from(precedentImports)
    .where(forgotten);
  for (const { id } of found) {
    await db.write(systemActor, async (tx) => {
      const [row] = await tx
        .update(precedentImports)
        .set({ status: "cancelled" })
        .where(and(eq(precedentImports.id, id), forgotten))
        .returning();
      if (!row) throw new DomainError("stale_version");
      await recordStep(tx, row, "cancelled");
    });
  }
}
