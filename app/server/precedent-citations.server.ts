import { and, asc, count, desc, eq, inArray, isNotNull, or } from "drizzle-orm";
import { caseFiles, db, decisionPrecedents, decisions, facts, precedents } from "#db";
import type { LocalText } from "#app/domain/local-text.ts";
import type { Citation, PrecedentCitations } from "#app/schemas/precedent-view.ts";
import type { Access } from "./access.server.ts";
import { visibleCaseIds, visibleCases } from "./case-access.server.ts";
import { visiblePrecedents, type ReadablePrecedent } from "./precedent-access.server.ts";

const mostShown = 20;

/** Which decisions name a precedent, and which it names itself: citation both ways. */
export async function citationsOf(
  access: Access<"precedent.read">,
  precedent: ReadablePrecedent,
): Promise<PrecedentCitations> {
  const isOf = eq(decisionPrecedents.precedentId, precedent.id);
  const totals = await db.read
    .select({ relation: decisionPrecedents.relation, total: count() })
    .from(decisionPrecedents)
    .innerJoin(decisions, eq(decisions.id, decisionPrecedents.decisionId))
    .where(and(isOf, isTaken))
    .groupBy(decisionPrecedents.relation);
  const totalOf = (relation: Citation["relation"]) =>
    totals.find((row) => row.relation === relation)?.total ?? 0;
  const counts = {
    followed: totalOf("followed"),
    distinguished: totalOf("distinguished"),
    departed: totalOf("departed"),
  };
  return { counts, by: await namedBy(access, precedent.id), names: await named(access, precedent) };
}

/** A decision that was replaced names nothing any more: its new version does. */
const isTaken = eq(decisions.status, "taken");

const shown = {
  decisionId: decisions.id,
  caseId: caseFiles.id,
  caseNumber: caseFiles.number,
  caseTitle: caseFiles.title,
  relation: decisionPrecedents.relation,
  differences: decisionPrecedents.differences,
  decisionLevel: decisions.level,
  takenAt: decisions.takenAt,
  precedentId: precedents.id,
  number: precedents.number,
  title: precedents.title,
  status: precedents.status,
  level: precedents.level,
  decidedAt: precedents.decidedAt,
};

/** The decisions that name it, as far as this person may see the case or the precedent made from it. */
async function namedBy(access: Access<"precedent.read">, precedentId: string) {
  const rows = await db.read
    .select(shown)
    .from(decisionPrecedents)
    .innerJoin(decisions, eq(decisions.id, decisionPrecedents.decisionId))
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .leftJoin(precedents, and(eq(precedents.decisionId, decisions.id), visiblePrecedents(access)))
    .where(
      and(
        eq(decisionPrecedents.precedentId, precedentId),
        isTaken,
        or(visibleCases(access), isNotNull(precedents.id)),
      ),
    )
    .orderBy(desc(decisions.takenAt), desc(decisions.id))
    .limit(mostShown);
  const readable = await visibleCaseIds(access, [...new Set(rows.map(({ caseId }) => caseId))]);
  const labels = await labelsOf(rows);
  return rows.map((row): Citation => {
    const { decisionId, caseId, caseNumber, caseTitle, relation } = row;
    return {
      relation,
      level: row.decisionLevel,
      at: row.takenAt,
      differences: labels(row.differences),
      decision: readable.includes(caseId)
        ? { id: decisionId, caseId, number: caseNumber, title: caseTitle }
        : null,
      precedent: precedentIn(row),
    };
  });
}

/** The precedents that its own decision named. */
async function named(access: Access<"precedent.read">, { decisionId }: ReadablePrecedent) {
  if (decisionId === null) return [];
  const rows = await db.read
    .select(shown)
    .from(decisionPrecedents)
    .innerJoin(decisions, eq(decisions.id, decisionPrecedents.decisionId))
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .innerJoin(precedents, eq(precedents.id, decisionPrecedents.precedentId))
    .where(and(eq(decisionPrecedents.decisionId, decisionId), visiblePrecedents(access)))
    .orderBy(asc(decisionPrecedents.relation), desc(precedents.decidedAt), desc(precedents.id))
    .limit(mostShown);
  const labels = await labelsOf(rows);
  return rows.map((row): Citation => {
    const { relation, level, decidedAt: at, differences } = row;
    const precedent = precedentIn(row);
    return { relation, level, at, differences: labels(differences), decision: null, precedent };
  });
}

type Cited = {
  precedentId: string | null;
  number: string | null;
  title: string | null;
  status: ReadablePrecedent["status"] | null;
};

function precedentIn({ precedentId: id, number, title, status }: Cited): Citation["precedent"] {
  if (id === null || number === null || title === null || status === null) return null;
  return { id, number, title, status };
}

/** The words of the facts on which decisions differ. */
async function labelsOf(
  rows: { differences: string[] | null }[],
): Promise<(ids: string[] | null) => LocalText[]> {
  const ids = [...new Set(rows.flatMap(({ differences }) => differences ?? []))];
  const known =
    ids.length === 0
      ? []
      : await db.read
          .select({ id: facts.id, label: facts.label })
          .from(facts)
          .where(inArray(facts.id, ids));
  const labels = new Map(known.map(({ id, label }) => [id, label]));
  return (asked) => (asked ?? []).flatMap((id) => labels.get(id) ?? []);
}
