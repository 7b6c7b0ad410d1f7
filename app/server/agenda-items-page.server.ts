import { count, eq } from "drizzle-orm";
import { db, options } from "#db";
import { hasRight } from "#app/domain/rights.ts";
import type { Access } from "./access.server.ts";
import { getItem, type ItemAddress } from "./agenda-items.server.ts";
import { latestWeighing } from "./deliberation.server.ts";
import { listProgress } from "./panels-progress.server.ts";
import { namesOf } from "./sessions.server.ts";

/** One case on the agenda: where it stands, who is how far, and what this person can do now. */
export async function getItemPage(access: Access<"session.read">, address: ItemAddress) {
  const { row, session, caseFile, questionSet } = await getItem(access, address);
  const members = (await listProgress([row.id])).get(row.id) ?? [];
  const mine = members.find(({ personId }) => personId === access.person.id);
  const missing = row.missing.map(({ personId }) => personId);
  const names = await namesOf([...missing, ...(row.revealedBy ? [row.revealedBy] : [])]);
  const coordinates = hasRight(access.roles, "session.lead");
  return {
    session: { id: session.id, title: session.title, deadline: session.deadline },
    caseFile: {
      id: caseFile.id,
      number: caseFile.number,
      title: caseFile.title,
      status: caseFile.status,
    },
    phase: row.phase,
    perspectives: questionSet.content.perspectives.map(({ key, name }) => ({ key, name })),
    members,
    options: await countOptions(row.caseId),
    revealed: row.revealedAt && {
      at: row.revealedAt,
      by: row.revealedBy ? (names.get(row.revealedBy) ?? "") : "",
      missing: missing.map((id) => names.get(id) ?? ""),
      reason: row.revealReason,
    },
    weighingId: row.revealedAt ? await latestWeighing(row.caseId) : null,
    scores: mine !== undefined && !mine.readsAlong && hasRight(access.roles, "session.score"),
    readsAlong: mine?.readsAlong ?? false,
    ready: mine?.status === "ready",
    leads: coordinates && session.facilitatorId === access.person.id,
    deputises: coordinates && session.deputyId === access.person.id,
    plans: coordinates,
  };
}

async function countOptions(caseId: string): Promise<number> {
  const [found] = await db.read
    .select({ options: count().mapWith(Number) })
    .from(options)
    .where(eq(options.caseId, caseId));
  return found?.options ?? 0;
}
