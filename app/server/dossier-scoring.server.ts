/** What a dossier says of the scoring: the seats, the raw ratings of every round, and what was said of them. */
import { and, asc, eq, lte } from "drizzle-orm";
import {
  agendaItems,
  caseArguments,
  discussedCells,
  gateRatings,
  minorityViews,
  panelMembers,
  people,
  ratings,
  secondRounds,
  weighings,
  type MissingPeople,
  type Queries,
} from "#db";
import type { Dossier, DossierRound, DossierSeat } from "#app/domain/dossier.ts";
import { dossierWeighingInput } from "#app/domain/dossier-weighing.ts";
import { defaultMargin } from "#app/domain/question-set.ts";
import { weighingRobustness } from "#app/domain/weighing-robustness.ts";
import { order } from "./dossier-case.server.ts";
import { filePeople, type FilePeople } from "./dossier-people.server.ts";
import { listReopened } from "./reopened-cells.server.ts";

type Scoring = Pick<
  Dossier,
  | "questionSet"
  | "weighing"
  | "panel"
  | "rounds"
  | "ratings"
  | "gateAnswers"
  | "arguments"
  | "discussed"
  | "minorityViews"
>;
type Weighed = { weighing: typeof weighings.$inferSelect; item: typeof agendaItems.$inferSelect };

const nothing: Scoring = {
  ...{ questionSet: null, weighing: null, panel: [], rounds: [], ratings: [], gateAnswers: [] },
  ...{ arguments: [], discussed: [], minorityViews: [] },
};

/**
 * The scoring behind a weighing, and the names that people have from then on. Nothing of a later round is read, which
 * may still be blind.
 */
export async function dossierScoring(
  read: Queries,
  weighingId: string | null,
): Promise<{ scoring: Scoring; people: FilePeople }> {
  const [found] = await read
    .select({ weighing: weighings, item: agendaItems })
    .from(weighings)
    .innerJoin(agendaItems, eq(agendaItems.id, weighings.agendaItemId))
    .where(eq(weighings.id, weighingId ?? ""));
  if (!found) return { scoring: nothing, people: filePeople([]) };
  const { snapshot } = found.weighing;
  const named = filePeople(snapshot.people);
  const raw = {
    questionSet: snapshot.questionSet,
    panel: await panelOf(read, found, named),
    rounds: await roundsOf(read, found, named),
    ratings: await ratingsOf(read, found, named),
    gateAnswers: await gateAnswersOf(read, found, named),
  };
  return {
    scoring: {
      ...raw,
      weighing: weighingOf(found, raw, named),
      arguments: await argumentsOf(read, found, named),
      discussed: await discussedIn(read, found),
      minorityViews: await minorityViewsIn(read, found, named),
    },
    people: named,
  };
}

type Raw = Pick<Scoring, "questionSet" | "panel" | "rounds" | "ratings" | "gateAnswers">;

function weighingOf({ weighing }: Weighed, raw: Raw, named: FilePeople): Scoring["weighing"] {
  const { id, number, round, reason, createdAt, createdBy, snapshot } = weighing;
  const { input, result, options, weighed = null } = snapshot;
  const kept = {
    ...{ id, number, round, reason, createdAt, weighed, options },
    createdBy: named.other(createdBy),
    weights: input.perspectives.map(({ id: perspective, weight, passMark }) => ({
      ...{ perspective, weight, passMark },
    })),
    margin: input.margin ?? defaultMargin,
  };
  const again = dossierWeighingInput({ ...raw, weighing: kept });
  return again && { ...kept, result, robustness: weighingRobustness(again, result) };
}

async function panelOf(
  read: Queries,
  { item, weighing }: Weighed,
  named: FilePeople,
): Promise<DossierSeat[]> {
  const { people: counted } = weighing.snapshot;
  const rows = await read
    .select({
      personId: panelMembers.personId,
      perspective: panelMembers.perspective,
      fromRound: panelMembers.fromRound,
    })
    .from(panelMembers)
    .innerJoin(people, eq(people.id, panelMembers.personId))
    .where(eq(panelMembers.agendaItemId, item.id))
    .orderBy(asc(people.name), asc(people.id));
  const seats = counted.map(({ id, perspective }) => ({
    person: named.seat(id, perspective),
    perspective,
    fromRound: rows.find(({ personId }) => personId === id)?.fromRound ?? 1,
    counts: true,
  }));
  const others = rows
    .filter(({ personId }) => !counted.some(({ id }) => id === personId))
    .map(({ personId, perspective, fromRound }) => ({
      ...{ person: named.seat(personId, perspective), perspective, fromRound, counts: false },
    }));
  return [...seats, ...others].sort((a, b) => order(a.person, b.person));
}

async function roundsOf(
  read: Queries,
  { item, weighing }: Weighed,
  named: FilePeople,
): Promise<DossierRound[]> {
  const first = { round: 1, cells: null, ...revealOf(item, named) };
  if (weighing.round === 1) return [first];
  const [second] = await read
    .select()
    .from(secondRounds)
    .where(eq(secondRounds.agendaItemId, item.id));
  if (!second) return [first];
  const cells = await listReopened(read, item.id);
  return [first, { round: 2, cells, ...revealOf(second, named) }];
}

type Revealed = {
  openedAt: number | null;
  revealedAt: number | null;
  revealedBy: string | null;
  revealReason: string;
  missing: MissingPeople;
};

function revealOf({ openedAt, revealedAt, revealedBy, ...row }: Revealed, named: FilePeople) {
  return {
    ...{ openedAt, revealedAt, revealReason: row.revealReason },
    revealedBy: revealedBy === null ? null : named.other(revealedBy),
    missing: row.missing.map(({ personId, perspective }) => ({
      ...{ person: named.seat(personId, perspective), perspective },
    })),
  };
}

async function ratingsOf(read: Queries, { item, weighing }: Weighed, named: FilePeople) {
  const rows = await read
    .select()
    .from(ratings)
    .where(and(eq(ratings.agendaItemId, item.id), lte(ratings.round, weighing.round)))
    .orderBy(asc(ratings.personId), asc(ratings.criterion), asc(ratings.optionId));
  return rows
    .map(({ personId, round, perspective, optionId, reason, criterion, kind, value }) => ({
      ...{ round, person: named.seat(personId, perspective), perspective, optionId, reason },
      ...{ criterion, kind, value },
    }))
    .sort((a, b) => bySeat(a, b) || order(a.criterion, b.criterion) || byOption(a, b));
}

async function gateAnswersOf(read: Queries, { item, weighing }: Weighed, named: FilePeople) {
  const rows = await read
    .select()
    .from(gateRatings)
    .where(and(eq(gateRatings.agendaItemId, item.id), lte(gateRatings.round, weighing.round)))
    .orderBy(asc(gateRatings.personId), asc(gateRatings.gate), asc(gateRatings.optionId));
  return rows
    .map(({ personId, round, perspective, optionId, reason, gate, answer }) => ({
      ...{ round, person: named.seat(personId, perspective), perspective, optionId, reason },
      ...{ gate, answer },
    }))
    .sort((a, b) => bySeat(a, b) || order(a.gate, b.gate) || byOption(a, b));
}

type Given = { round: number; person: string; optionId: string };

function bySeat(a: Given, b: Given): number {
  return a.round - b.round || order(a.person, b.person);
}

function byOption(a: Given, b: Given): number {
  return order(a.optionId, b.optionId);
}

async function argumentsOf(read: Queries, { item }: Weighed, named: FilePeople) {
  const rows = await read
    .select()
    .from(caseArguments)
    .where(eq(caseArguments.agendaItemId, item.id))
    .orderBy(asc(caseArguments.at), asc(caseArguments.id));
  return rows.map(({ personId, perspective, text, optionId, side, carrying }) => ({
    ...{ person: named.seat(personId, perspective), perspective, text, optionId, side, carrying },
  }));
}

async function discussedIn(read: Queries, { item }: Weighed) {
  return read
    .select({
      criterion: discussedCells.criterion,
      optionId: discussedCells.optionId,
      note: discussedCells.note,
    })
    .from(discussedCells)
    .where(eq(discussedCells.agendaItemId, item.id))
    .orderBy(asc(discussedCells.criterion), asc(discussedCells.optionId));
}

async function minorityViewsIn(read: Queries, { item }: Weighed, named: FilePeople) {
  const rows = await read
    .select()
    .from(minorityViews)
    .where(eq(minorityViews.agendaItemId, item.id))
    .orderBy(asc(minorityViews.at), asc(minorityViews.personId));
  return rows.map(({ personId, perspective, text, optionId }) => ({
    ...{ person: named.seat(personId, perspective), perspective, text, optionId },
  }));
}
