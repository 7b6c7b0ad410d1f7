import { count, eq } from "drizzle-orm";
import { db, options, type MissingPeople } from "#db";
import type { PerspectiveTemplate } from "#app/domain/question-set.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { Who } from "#app/schemas/weighing-view.ts";
import type { Access } from "./access.server.ts";
import { getItem, type ItemAddress } from "./agenda-items.server.ts";
import { latestWeighing } from "./deliberation.server.ts";
import { listProgress, withoutNames, type MemberProgress } from "./panels-progress.server.ts";
import { sessionPosition } from "./session-events.server.ts";
import { isInsideSession } from "./session-access.server.ts";
import { namesOf } from "./sessions.server.ts";

/** One case on the agenda: where it stands, who is how far, and what this person can do now. */
export async function getItemPage(access: Access<"session.read">, address: ItemAddress) {
  // Before anything is read: what happens meanwhile is then heard of.
  const position = await sessionPosition(address.sessionId);
  const { row, session, caseFile, questionSet } = await getItem(access, address);
  const members = (await listProgress([row.id])).get(row.id) ?? [];
  const mine = members.find(({ personId }) => personId === access.person.id);
  const names = await namesOf(row.revealedBy ? [row.revealedBy] : []);
  const coordinates = hasRight(access.roles, "session.lead");
  const inside = coordinates || (await isInsideSession(session, row.id, access.person.id));
  const { perspectives } = questionSet.content;
  return {
    session: { id: session.id, title: session.title, deadline: session.deadline },
    position,
    caseFile: {
      id: caseFile.id,
      number: caseFile.number,
      title: caseFile.title,
      status: caseFile.status,
    },
    phase: row.phase,
    perspectives: perspectives.map(({ key, name }) => ({ key, name })),
    members: inside ? members : withoutNames(members),
    options: await countOptions(row.caseId),
    revealed: row.revealedAt && {
      at: row.revealedAt,
      by: row.revealedBy ? (names.get(row.revealedBy) ?? "") : "",
      missing: missingPeople({ missing: row.missing, members, perspectives, inside }),
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

/** Who was not ready at the reveal, by name for who takes part and by seat for others. */
function missingPeople(item: {
  missing: MissingPeople;
  members: MemberProgress[];
  perspectives: PerspectiveTemplate[];
  inside: boolean;
}): Who[] {
  const { missing, members, perspectives, inside } = item;
  return missing.map(({ personId, perspective }) => {
    const member = members.find((known) => known.personId === personId);
    const own = perspectives.find(({ key }) => key === perspective);
    return {
      name: inside ? (member?.name ?? null) : null,
      seat: member?.seat ?? 0,
      perspective: own?.name ?? { nl: perspective, en: perspective },
    };
  });
}

async function countOptions(caseId: string): Promise<number> {
  const [found] = await db.read
    .select({ options: count().mapWith(Number) })
    .from(options)
    .where(eq(options.caseId, caseId));
  return found?.options ?? 0;
}
