import { asc, eq } from "drizzle-orm";
import { db, discussedCells, people, type WeighingSnapshot } from "#db";
import { discussionAgenda, type DiscussionCell } from "#app/domain/discussion.ts";
import type { DiscussionView, ReasonView, WeighingView } from "#app/schemas/weighing-view.ts";
import type { ReadableItem } from "./agenda-items.server.ts";
import { listFlagged } from "./flagged-cells.server.ts";
import { cellKey } from "./reopened-cells.server.ts";

type Revealed = {
  item: ReadableItem;
  snapshot: WeighingSnapshot;
  view: WeighingView;
  reasons: Record<string, ReasonView[]>;
};
type Place = { perspective: string; key: string; optionId: string };
type Marks = {
  ticked: Awaited<ReturnType<typeof listTicked>>;
  byHand: Awaited<ReturnType<typeof listFlagged>>;
};

/**
 * What there is to talk about, the widest difference first: what the figures flag, what was put there
 * by hand, what was talked about already and what lies on the table.
 */
export async function listDiscussion(revealed: Revealed): Promise<DiscussionView[]> {
  const { item, snapshot } = revealed;
  const ticked = await listTicked(item.row.id);
  const byHand = await listFlagged(db.read, item.row.id);
  const criteria = discussionAgenda(snapshot.result, snapshot.input.perspectives).map((cell) => ({
    ...{ perspective: cell.perspective, key: cell.criterion, optionId: cell.option },
    figures: cell,
  }));
  return [...criteria, ...gatesOf(snapshot)]
    .map((cell) => discussionView(revealed, { ticked, byHand }, cell))
    .filter(({ flagged, byHand: by, discussed, tabled }) => flagged || by || discussed || tabled);
}

function gatesOf({ questionSet, options }: WeighingSnapshot) {
  return questionSet.content.perspectives.flatMap(({ key: perspective, gates }) =>
    gates.flatMap(({ key }) =>
      options.map(({ id }) => ({ perspective, key, optionId: id, figures: null })),
    ),
  );
}

function discussionView(
  revealed: Revealed,
  { ticked, byHand }: Marks,
  cell: Place & { figures: DiscussionCell | null },
): DiscussionView {
  const { view, item, reasons } = revealed;
  const { key, optionId, figures } = cell;
  const perspective = view.perspectives.find((own) => own.key === cell.perspective);
  const questions = [...(perspective?.gates ?? []), ...(perspective?.criteria ?? [])];
  const done = ticked.find((row) => row.criterion === key && row.optionId === optionId);
  const hand = byHand.find((row) => row.key === key && row.optionId === optionId);
  const { tabledKey, tabledOptionId, phase } = item.row;
  return {
    criterion: key,
    kind: figures ? "criterion" : "gate",
    question: questions.find((own) => own.key === key)?.question ?? { nl: key, en: key },
    perspective: perspective?.name ?? { nl: cell.perspective, en: cell.perspective },
    optionId,
    optionTitle: view.options.find(({ id }) => id === optionId)?.title ?? "",
    median: figures?.median ?? null,
    word: figures?.word ?? null,
    ...givenIn(view, cell),
    reasons: reasons[cellKey(key, optionId)] ?? [],
    flagged: figures?.flagged ?? false,
    byHand: hand?.by ?? null,
    tabled: phase === "revealed" && tabledKey === key && tabledOptionId === optionId,
    discussed: done ? { note: done.note, by: done.by, at: done.at } : null,
  };
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

function givenIn(view: WeighingView, { perspective, key, optionId }: Place) {
  const option = view.options.find(({ id }) => id === optionId);
  const own = option?.perspectives.find((outcome) => outcome.key === perspective);
  const gate = own?.gates.find((cell) => cell.key === key);
  return {
    values: own?.criteria.find((cell) => cell.key === key)?.values ?? [],
    answers: gate?.answers ?? [],
    outcome: gate?.outcome ?? null,
  };
}
