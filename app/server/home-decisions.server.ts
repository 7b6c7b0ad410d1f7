import { and, asc, eq, exists, not, sql } from "drizzle-orm";
import { agendaItems, caseFiles, db, decisions, environment, panelMembers } from "#db";
import { legalTerm } from "#app/domain/case-file.ts";
import type { WaitingDecision, Work } from "#app/schemas/home.ts";
import type { Access } from "./access.server.ts";
import { visibleCases } from "./case-access.server.ts";
import { firstRows, shownRows } from "./home-work.server.ts";

/** Cases that wait for a decision which this person may take: nobody decides what one scored. */
export async function listWaitingDecisions(
  access: Access<"home.read">,
): Promise<Work<WaitingDecision>> {
  const now = environment.now();
  const prepared = db.read
    .select({ one: sql`1` })
    .from(decisions)
    .where(and(eq(decisions.caseId, caseFiles.id), eq(decisions.status, "draft")));
  const rows = await db.read
    .select({
      id: caseFiles.id,
      number: caseFiles.number,
      title: caseFiles.title,
      receivedAt: caseFiles.receivedAt,
      extendedUntil: caseFiles.extendedUntil,
      prepared: sql<boolean>`${exists(prepared)}`.mapWith(Boolean),
    })
    .from(caseFiles)
    .where(
      and(
        eq(caseFiles.organisationId, access.organisation.id),
        eq(caseFiles.status, "decision"),
        visibleCases(access),
        not(exists(seatOf(access.person.id))),
      ),
    )
    .orderBy(asc(caseFiles.receivedAt), asc(caseFiles.id))
    .limit(firstRows + 1);
  return shownRows(
    rows.map(({ id, number, title, receivedAt, extendedUntil, ...row }) => {
      const { ageDays, daysLeft } = legalTerm({ receivedAt, extendedUntil, now });
      return { caseFile: { id, number, title }, ...row, ageDays, daysLeft };
    }),
  );
}

function seatOf(personId: string) {
  return db.read
    .select({ one: sql`1` })
    .from(panelMembers)
    .innerJoin(agendaItems, eq(agendaItems.id, panelMembers.agendaItemId))
    .where(and(eq(agendaItems.caseId, caseFiles.id), eq(panelMembers.personId, personId)));
}
