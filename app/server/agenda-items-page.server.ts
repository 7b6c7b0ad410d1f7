import { count, eq } from "drizzle-orm";
import { db, options, secondRounds, type MissingPeople } from "#db";
import type { LocalText } from "#app/domain/local-text.ts";
import type { PerspectiveTemplate } from "#app/domain/question-set.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { Who } from "#app/schemas/weighing-view.ts";
import type { Access } from "./access.server.ts";
import { getItem, type AgendaItem, type ItemAddress } from "./agenda-items.server.ts";
import { latestWeighing } from "./deliberation.server.ts";
import { listProgress, withoutNames, type MemberProgress } from "./panels-progress.server.ts";
import { recordReading } from "./readings.server.ts";
import { getReminding } from "./reminders.server.ts";
import { sessionPosition } from "./session-events.server.ts";
import { isInsideSession } from "./session-access.server.ts";
import { getMeeting, namesOf } from "./sessions.server.ts";

/** One case on the agenda: where it stands, who is how far, and what this person can do now. */
export async function getItemPage(access: Access<"session.read">, address: ItemAddress) {
  // Before anything is read: what happens meanwhile is then heard of.
  const position = await sessionPosition(address.sessionId);
  const item = await getItem(access, address);
  await recordReading(access, item.caseFile, "session");
  const { row, session, caseFile, questionSet } = item;
  const members = (await listProgress([row.id])).get(row.id) ?? [];
  const mine = members.find(({ personId }) => personId === access.person.id);
  const plans = hasRight(access.roles, "session.lead");
  const inside = plans || (await isInsideSession(session, row.id, access.person.id));
  const { perspectives } = questionSet.content;
  const meeting = await getMeeting(access, session);
  return {
    ...meeting,
    session: { id: session.id, title: session.title, deadline: session.deadline },
    position,
    caseFile: {
      id: caseFile.id,
      number: caseFile.number,
      title: caseFile.title,
      status: caseFile.status,
    },
    phase: row.phase,
    round: row.round,
    perspectives: perspectives.map(({ key, name }) => ({ key, name })),
    members: inside ? members : withoutNames(members),
    reminding: meeting.leads && row.phase === "scoring" ? await getReminding(row.id) : null,
    weighed: { method: row.weightMethod, answers: row.weightAnswers },
    options: await countOptions(row.caseId),
    tabled: await tabledCell(item),
    revealed: await lastReveal(item, { members, inside }),
    weighingId: row.revealedAt ? await latestWeighing(row.caseId) : null,
    scores: mine !== undefined && !mine.readsAlong && hasRight(access.roles, "session.score"),
    readsAlong: mine?.readsAlong ?? false,
    ready: mine?.status === "ready",
    plans,
  };
}

export type TabledCell = {
  key: string;
  question: LocalText;
  option: { position: number; title: string };
};

/** What the group talks about now. */
async function tabledCell({ row, questionSet }: AgendaItem): Promise<TabledCell | null> {
  const { tabledKey: key, tabledOptionId, phase } = row;
  if (key === null || tabledOptionId === null || phase !== "revealed") return null;
  const asked = questionSet.content.perspectives
    .flatMap(({ criteria, gates }) => [...criteria, ...gates])
    .find((question) => question.key === key);
  const [option] = await db.read
    .select({ position: options.position, title: options.title })
    .from(options)
    .where(eq(options.id, tabledOptionId));
  return asked && option ? { key, question: asked.question, option } : null;
}

type Readers = { members: MemberProgress[]; inside: boolean };

/** The reveal of the last round that was revealed. */
async function lastReveal({ row, questionSet }: AgendaItem, readers: Readers) {
  if (!row.revealedAt) return null;
  const [second] = await db.read
    .select()
    .from(secondRounds)
    .where(eq(secondRounds.agendaItemId, row.id));
  const [round, reveal] = second?.revealedAt ? [2, second] : [1, row];
  const names = await namesOf(reveal.revealedBy ? [reveal.revealedBy] : []);
  const { perspectives } = questionSet.content;
  return {
    round,
    at: reveal.revealedAt ?? row.revealedAt,
    by: reveal.revealedBy ? (names.get(reveal.revealedBy) ?? "") : "",
    missing: missingPeople({ missing: reveal.missing, perspectives, ...readers }),
    reason: reveal.revealReason,
  };
}

/** Who was not ready at the reveal, by name for who takes part and by seat for others. */
function missingPeople(
  item: Readers & {
    missing: MissingPeople;
    perspectives: PerspectiveTemplate[];
  },
): Who[] {
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
