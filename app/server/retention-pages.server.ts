/** The pages about keeping and destroying cases. */
import { and, desc, eq, lt, or, type SQL } from "drizzle-orm";
import { auditEvents, db, destructions, dialect, environment } from "#db";
import { caseRows } from "#db/case-rows.ts";
import { keptBackups } from "#db/kept-backups.ts";
import {
  caseRowKinds,
  destructionGrounds,
  destructionObstacle,
  type DestructionCounts,
  type DestructionGround,
} from "#app/domain/retention.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { DestructionItem, KindCount } from "#app/schemas/retention.ts";
import type { Access } from "./access.server.ts";
import { findCase, getCase } from "./case-access.server.ts";
import { countCase, countPrecedentsOf } from "./case-removal.server.ts";
import { namesOf } from "./decision-page.server.ts";
import { getDestruction, type DestructionRow } from "./destructions.server.ts";
import { isHeld, listHolds } from "./legal-holds.server.ts";
import { blindSince } from "./log-search.server.ts";
import { hasOpenProceeding } from "./proceeding-rows.server.ts";
import { recordReading } from "./readings.server.ts";
import { endingOf, listOverdue, listPeriods } from "./retention-periods.server.ts";

const perPage = 25;
const inProgress = ["proposed", "executing"];

/** How long this organisation keeps what, and what it has kept long enough. */
export async function getRetentionPage(access: Access<"retention.manage">, after: string | null) {
  const periods = await listPeriods(db.read, access.organisation.id);
  const mayPropose = hasRight(access.roles, "destruction.propose");
  return { periods, mayPropose, ...(await listOverdue(access, after)) };
}

/** What keeps one case, and whether it may go. */
export async function getCaseRetention(access: Access<"destruction.propose">, caseId: string) {
  const caseFile = await getCase(access, caseId);
  await recordReading(access, caseFile, "retention");
  const { id, number, title, status } = caseFile;
  const ending = await endingOf(db.read, caseId);
  const proposals = await itemsOf(eq(destructions.caseId, caseId));
  const held = await isHeld(db.read, caseId);
  const isContested = await hasOpenProceeding(db.read, caseId);
  const isProposed = proposals.some((item) => inProgress.includes(item.status));
  const now = environment.now();
  const obstacleOf = (ground: DestructionGround) =>
    destructionObstacle({
      ...{ status, ground, isContested, isProposed, now },
      isHeld: held,
      destroyFrom: ending?.destroyFrom ?? Infinity,
    });
  return {
    caseFile: { id, number, title },
    ending,
    holds: await listHolds(caseId),
    proposals,
    grounds: destructionGrounds.filter((ground) => obstacleOf(ground) === null),
    obstacle: obstacleOf("erasure_request"),
  };
}

/** The destructions of the own organisation, newest first. */
export async function listDestructions(access: Access<"destruction.read">, after: string | null) {
  const own = eq(destructions.organisationId, access.organisation.id);
  const [last] = after
    ? await db.read
        .select()
        .from(destructions)
        .where(and(own, eq(destructions.id, after)))
    : [];
  const { proposedAt, id } = destructions;
  const earlier = last
    ? or(lt(proposedAt, last.proposedAt), and(eq(proposedAt, last.proposedAt), lt(id, last.id)))
    : undefined;
  const items = await itemsOf(and(own, earlier), perPage + 1);
  const shown = items.slice(0, perPage);
  return { items: shown, next: items.length > perPage ? (shown.at(-1)?.id ?? null) : null };
}

async function itemsOf(which: SQL | undefined, most = perPage): Promise<DestructionItem[]> {
  const rows = await db.read
    .select()
    .from(destructions)
    .where(which)
    .orderBy(desc(destructions.proposedAt), desc(destructions.id))
    .limit(most);
  const names = await namesOf([...new Set(rows.flatMap(peopleIn))]);
  return rows.map((row) => itemOf(row, names));
}

function peopleIn({ proposedBy, decidedBy }: DestructionRow): string[] {
  return decidedBy === null ? [proposedBy] : [proposedBy, decidedBy];
}

function itemOf(row: DestructionRow, names: Map<string, string>): DestructionItem {
  const { id, caseNumber, status, proposedAt, decidedAt, completedAt } = row;
  return {
    ...{ id, caseNumber, status, proposedAt, decidedAt, completedAt },
    ground: row.ground as DestructionGround,
    proposedBy: names.get(row.proposedBy) ?? "",
    decidedBy: row.decidedBy && (names.get(row.decidedBy) ?? ""),
  };
}

/** One destruction: what would go, or what went, with the proof. */
export async function getDestructionPage(access: Access<"destruction.read">, id: string) {
  const row = await getDestruction(access, id);
  const isOpen = row.status === "proposed";
  const isOwn = row.proposedBy === access.person.id;
  const caseFile = isOpen ? await findCase(access, row.caseId) : null;
  const counts = isOpen ? await countCase(db.read, row.caseId) : row.counts;
  return {
    destruction: itemOf(row, await namesOf(peopleIn(row))),
    version: row.version,
    caseFile: caseFile && { id: caseFile.id, title: caseFile.title },
    isHeld: isOpen && (await isHeld(db.read, row.caseId)),
    counts: counts ? byKind(counts) : [],
    documents: counts?.documents ?? 0,
    precedents: isOpen ? await countPrecedentsOf(db.read, row.caseId) : null,
    proof: row.status === "completed" ? await proofOf(row) : null,
    mayApprove: isOpen && !isOwn && hasRight(access.roles, "destruction.approve"),
    mayWithdraw: isOpen && isOwn,
  };
}

/** Rows by what they are to people, in a fixed order. */
function byKind({ rows }: DestructionCounts): KindCount[] {
  const counts = caseRowKinds.map((kind) => {
    const names = caseRows.filter((place) => place.kind === kind).map(({ name }) => name);
    return { kind, rows: names.reduce((sum, name) => sum + (rows[name] ?? 0), 0) };
  });
  return counts.filter(({ rows: found }) => found > 0);
}

async function proofOf(row: DestructionRow) {
  const [event] = await db.read
    .select({ sequence: auditEvents.sequence, at: auditEvents.at })
    .from(auditEvents)
    .where(and(eq(auditEvents.caseId, row.caseId), eq(auditEvents.kind, "case.destroyed")))
    .orderBy(desc(auditEvents.sequence))
    .limit(1);
  const destroyedAt = event?.at ?? row.decidedAt ?? row.proposedAt;
  const blind = await blindSince();
  return {
    destroyedAt,
    sequence: event && (blind === null || event.at < blind) ? event.sequence : null,
    engine: dialect,
    backups: keptBackups().filter(({ madeAt }) => madeAt <= destroyedAt),
  };
}
