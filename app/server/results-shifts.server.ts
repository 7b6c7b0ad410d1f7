import { asc, eq } from "drizzle-orm";
import { db, gateRatings, ratings, weighings, type WeighingSnapshot } from "#db";
import { roundMove, type Cell } from "#app/domain/rounds.ts";
import type { CellPicture, CellShift, PersonShift, Shifts } from "#app/schemas/rounds-view.ts";
import type { WeighingView } from "#app/schemas/weighing-view.ts";
import type { ReadableItem } from "./agenda-items.server.ts";
import { listReopened } from "./reopened-cells.server.ts";
import type { Callers } from "./weighings-view.server.ts";

type Given = {
  personId: string;
  round: number;
  key: string;
  optionId: string;
  choice: string;
  reason: string;
};
type Rounds = { before: WeighingSnapshot; after: WeighingSnapshot };

/** What moved between the two rounds, per reopened cell; null unless both were revealed and weighed. */
export async function listShifts(
  item: ReadableItem,
  view: WeighingView,
  who: Callers,
): Promise<Shifts | null> {
  const rounds = await weighedRounds(item.row.id);
  if (!rounds) return null;
  const given = await listGiven(item.row.id);
  const reopened = inOrder(await listReopened(db.read, item.row.id), view);
  const cells = reopened.map((cell) => cellShift({ cell, view, who, given, rounds }));
  const moves = cells.flatMap(({ people }) => people.map(({ move }) => move));
  return {
    cells,
    moved: moves.filter((move) => move === "moved").length,
    compared: moves.filter((move) => move === "moved" || move === "stayed").length,
    proposedBefore: rounds.before.result.proposed,
    proposedAfter: rounds.after.result.proposed,
  };
}

/** The last weighing of the first round and the first of the second: of the same weights. */
async function weighedRounds(agendaItemId: string): Promise<Rounds | null> {
  const rows = await db.read
    .select({ round: weighings.round, snapshot: weighings.snapshot })
    .from(weighings)
    .where(eq(weighings.agendaItemId, agendaItemId))
    .orderBy(asc(weighings.number));
  const before = rows.findLast(({ round }) => round === 1)?.snapshot;
  const after = rows.find(({ round }) => round === 2)?.snapshot;
  return before && after ? { before, after } : null;
}

async function listGiven(agendaItemId: string): Promise<Given[]> {
  const scores = await db.read
    .select()
    .from(ratings)
    .where(eq(ratings.agendaItemId, agendaItemId))
    .orderBy(asc(ratings.round), asc(ratings.id));
  const answers = await db.read
    .select()
    .from(gateRatings)
    .where(eq(gateRatings.agendaItemId, agendaItemId))
    .orderBy(asc(gateRatings.round), asc(gateRatings.id));
  return [
    ...scores.map(({ criterion: key, kind, value, ...row }) => ({
      ...{ ...row, key, choice: kind === "score" ? String(value) : kind },
    })),
    ...answers.map(({ gate: key, answer: choice, ...row }) => ({ ...row, key, choice })),
  ];
}

/** By perspective and question as the question set has them, then by option. */
function inOrder(cells: Cell[], view: WeighingView): Cell[] {
  const keys = view.perspectives.flatMap(({ gates, criteria }) =>
    [...gates, ...criteria].map(({ key }) => key),
  );
  const ids = view.options.map(({ id }) => id);
  return [...cells].sort(
    (a, b) =>
      keys.indexOf(a.key) - keys.indexOf(b.key) || ids.indexOf(a.option) - ids.indexOf(b.option),
  );
}

function cellShift(about: {
  cell: Cell;
  view: WeighingView;
  who: Callers;
  given: Given[];
  rounds: Rounds;
}): CellShift {
  const { cell, view, who, given, rounds } = about;
  const perspective = view.perspectives.find(({ key }) => key === cell.perspective);
  const gate = perspective?.gates.find(({ key }) => key === cell.key);
  const criterion = perspective?.criteria.find(({ key }) => key === cell.key);
  const own = given.filter((row) => row.key === cell.key && row.optionId === cell.option);
  const panel = rounds.after.people.filter((person) => person.perspective === cell.perspective);
  return {
    key: cell.key,
    kind: gate ? "gate" : "criterion",
    question: (gate ?? criterion)?.question ?? { nl: cell.key, en: cell.key },
    perspective: perspective?.name ?? { nl: cell.perspective, en: cell.perspective },
    optionId: cell.option,
    optionTitle: view.options.find(({ id }) => id === cell.option)?.title ?? "",
    people: panel.flatMap(({ id }) => personShift(own, id, who) ?? []),
    before: pictureOf(rounds.before, cell),
    after: pictureOf(rounds.after, cell),
  };
}

function personShift(own: Given[], personId: string, who: Callers): PersonShift | null {
  const in1 = own.find((row) => row.personId === personId && row.round === 1);
  const in2 = own.find((row) => row.personId === personId && row.round === 2);
  const move = roundMove(in1?.choice ?? null, in2?.choice ?? null);
  return (
    move && {
      who: who(personId),
      move,
      before: in1?.choice ?? null,
      after: in2?.choice ?? null,
      beforeReason: in1?.reason ?? "",
      reason: in2?.reason ?? "",
    }
  );
}

function pictureOf({ result }: WeighingSnapshot, { perspective, key, option }: Cell): CellPicture {
  const own = result.options
    .find(({ id }) => id === option)
    ?.perspectives.find(({ id }) => id === perspective);
  const criterion = own?.criteria.find(({ id }) => id === key);
  return {
    median: criterion?.median ?? null,
    word: criterion?.word ?? null,
    outcome: own?.gates.find(({ id }) => id === key)?.outcome ?? null,
  };
}
