import { asc, desc, eq } from "drizzle-orm";
import { db, discussedCells, people, weighings, type WeighingSnapshot } from "#db";
import { discussionAgenda, perspectiveRankings } from "#app/domain/discussion.ts";
import type { ArgumentView, DiscussionView, WeighingView } from "#app/schemas/weighing-view.ts";
import type { Access } from "./access.server.ts";
import { getItem, type ItemAddress, type ReadableItem } from "./agenda-items.server.ts";
import { conflict } from "./http.server.ts";
import { cellKey } from "./ratings.server.ts";
import { carriedKey, listArguments, listReasons } from "./results-reasons.server.ts";
import { robustnessView } from "./robustness.server.ts";
import { sessionPosition } from "./session-events.server.ts";
import { isInsideSession } from "./session-access.server.ts";
import { callersOf, weighingView } from "./weighings-view.server.ts";
import { listWeighings } from "./weighings.server.ts";

/** Everything that was given and what comes out of it; only after the reveal. */
export async function getResults(access: Access<"session.read">, address: ItemAddress) {
  const position = await sessionPosition(address.sessionId);
  const item = await getItem(access, address);
  const { row, session, caseFile } = item;
  assertRevealed(item);
  const inside = await isInsideSession(session, row.id, access.person.id);
  const { id, number, snapshot } = await getLatest(row.id);
  const who = callersOf(snapshot, inside);
  const revealed = {
    agendaItemId: row.id,
    round: row.round,
    personIds: snapshot.people.map((person) => person.id),
    who,
  };
  const given = await listArguments(revealed);
  const carried = new Set(given.filter(({ carrying }) => carrying).map(carriedKey));
  const reasons = await listReasons(revealed, carried);
  const view = weighingView(snapshot, who);
  return {
    session: { id: session.id, title: session.title },
    position,
    caseFile: { id: caseFile.id, number: caseFile.number, title: caseFile.title },
    phase: row.phase,
    revealedAt: row.revealedAt,
    revealReason: row.revealReason,
    missing: row.missing.map(({ personId }) => who(personId)),
    inside,
    leads: session.facilitatorId === access.person.id && access.roles.includes("coordinator"),
    weighing: { id, number },
    weighings: await listWeighings(row.id),
    view,
    robustness: robustnessView(snapshot, who),
    reasons,
    arguments: given.map(({ personId: _, ...argument }): ArgumentView => argument),
    firstChoices: firstChoices(snapshot),
    discussion: await listDiscussion({ item, snapshot, view, reasons }),
  };
}

export type Results = Awaited<ReturnType<typeof getResults>>;

/** Until the reveal there is nothing to see, for nobody. */
export function assertRevealed({ row }: ReadableItem): void {
  if (row.phase === "prepare" || row.phase === "scoring") conflict("not_revealed");
}

async function getLatest(agendaItemId: string) {
  const [latest] = await db.read
    .select({ id: weighings.id, number: weighings.number, snapshot: weighings.snapshot })
    .from(weighings)
    .where(eq(weighings.agendaItemId, agendaItemId))
    .orderBy(desc(weighings.number))
    .limit(1);
  return latest ?? conflict("not_revealed");
}

/** What every perspective puts first, and whether they all put the same there. */
function firstChoices(snapshot: WeighingSnapshot) {
  const rankings = perspectiveRankings(snapshot.result);
  const firsts = rankings.map(({ first }) => [...first].sort().join());
  return {
    rankings,
    agree: rankings.length > 1 && firsts[0] !== "" && new Set(firsts).size === 1,
  };
}

async function listDiscussion(revealed: {
  item: ReadableItem;
  snapshot: WeighingSnapshot;
  view: WeighingView;
  reasons: Awaited<ReturnType<typeof listReasons>>;
}): Promise<DiscussionView[]> {
  const { item, snapshot, view, reasons } = revealed;
  const ticked = await listTicked(item.row.id);
  return discussionAgenda(snapshot.result, snapshot.input.perspectives)
    .filter(({ count }) => count > 0)
    .map((cell) => {
      const perspective = view.perspectives.find(({ key }) => key === cell.perspective);
      const question = perspective?.criteria.find(({ key }) => key === cell.criterion)?.question;
      const option = view.options.find(({ id }) => id === cell.option);
      const done = ticked.find(
        (row) => row.criterion === cell.criterion && row.optionId === cell.option,
      );
      return {
        criterion: cell.criterion,
        question: question ?? { nl: cell.criterion, en: cell.criterion },
        perspective: perspective?.name ?? { nl: cell.perspective, en: cell.perspective },
        optionId: cell.option,
        optionTitle: option?.title ?? "",
        median: cell.median,
        word: cell.word,
        values: valuesOf(view, cell),
        reasons: reasons[cellKey(cell.criterion, cell.option)] ?? [],
        flagged: cell.flagged,
        discussed: done ? { note: done.note, by: done.by, at: done.at } : null,
      };
    });
}

async function listTicked(agendaItemId: string) {
  return db.read
    .select({
      criterion: discussedCells.criterion,
      optionId: discussedCells.optionId,
      note: discussedCells.note,
      by: people.name,
      at: discussedCells.discussedAt,
    })
    .from(discussedCells)
    .innerJoin(people, eq(people.id, discussedCells.discussedBy))
    .where(eq(discussedCells.agendaItemId, agendaItemId))
    .orderBy(asc(discussedCells.criterion), asc(discussedCells.optionId));
}

function valuesOf(
  view: WeighingView,
  cell: { perspective: string; criterion: string; option: string },
) {
  const option = view.options.find(({ id }) => id === cell.option);
  const perspective = option?.perspectives.find(({ key }) => key === cell.perspective);
  return perspective?.criteria.find(({ key }) => key === cell.criterion)?.values ?? [];
}
