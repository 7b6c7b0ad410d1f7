import { and, asc, desc, eq, inArray, lte, max } from "drizzle-orm";
import {
  environment,
  gateRatings,
  options,
  panelMembers,
  people,
  ratings,
  weighings,
  type ItemWeights,
  type Queries,
  type Transaction,
  type WeighingSnapshot,
} from "#db";
import { scalePoints, type PerspectiveTemplate } from "#app/domain/question-set.ts";
import { cellsNotAsked, effectiveAnswers } from "#app/domain/rounds.ts";
import { weighing, type WeighingInput, type WeighingPerspective } from "#app/domain/weighing.ts";
import { currentItem, type AgendaItem, type ItemRow } from "./agenda-items.server.ts";
import { recordedOn } from "./agenda-items-moves.server.ts";
import { listInterested } from "./panels.server.ts";
import { listReopened } from "./reopened-cells.server.ts";

export type ScoringMember = {
  id: string;
  name: string;
  perspective: string;
  fromRound: number;
  readyAt: number | null;
};

/**
 * Whose ratings count: members of the panel in this round. Somebody who declared an interest is
 * out of the panel, also when ratings were given before.
 */
export async function listScoringMembers(
  read: Queries,
  item: AgendaItem,
): Promise<ScoringMember[]> {
  const interested = await listInterested(read, item.row.caseId);
  const rows = await read
    .select({
      id: panelMembers.personId,
      name: people.name,
      perspective: panelMembers.perspective,
      fromRound: panelMembers.fromRound,
      readyAt: panelMembers.readyAt,
    })
    .from(panelMembers)
    .innerJoin(people, eq(people.id, panelMembers.personId))
    .where(
      and(eq(panelMembers.agendaItemId, item.row.id), lte(panelMembers.fromRound, item.row.round)),
    )
    .orderBy(asc(people.name), asc(people.id));
  return rows.filter(({ id }) => !interested.includes(id) && id !== item.caseFile.submitterId);
}

type NewWeighing = {
  item: AgendaItem;
  weights: ItemWeights;
  /** How the weights came about, when otherwise than on the agenda. */
  weighed?: WeighingSnapshot["weighed"];
  reason: string;
  personId: string;
};

/**
 * The weights for the next weighing: those of the latest, with the reason when they were changed
 * after the scoring; before there is one, those of the item.
 */
export async function latestTerms(
  read: Queries,
  { id, weights }: ItemRow,
): Promise<Pick<NewWeighing, "weights" | "weighed" | "reason">> {
  const [latest] = await read
    .select({ snapshot: weighings.snapshot, reason: weighings.reason })
    .from(weighings)
    .where(eq(weighings.agendaItemId, id))
    .orderBy(desc(weighings.number))
    .limit(1);
  if (!latest) return { weights, reason: "" };
  const { weighed } = latest.snapshot;
  const { perspectives } = latest.snapshot.input;
  return {
    reason: latest.reason,
    ...(weighed ? { weighed } : {}),
    weights: perspectives.map(({ id: perspective, weight, passMark }) => ({
      ...{ perspective, weight, passMark },
    })),
  };
}

/** Computes and keeps a weighing, with everything it was computed from. */
export async function makeWeighing(tx: Transaction, made: NewWeighing): Promise<string> {
  const { weights, reason, personId } = made;
  const item = { ...made.item, row: await currentItem(tx, made.item.row.id) };
  const { weightMethod: method, weightAnswers: answers } = item.row;
  const snapshot = {
    ...(await snapshotOf(tx, item, weights)),
    weighed: made.weighed ?? { method, answers },
  };
  const [last] = await tx
    .select({ number: max(weighings.number) })
    .from(weighings)
    .where(eq(weighings.caseId, item.row.caseId));
  const id = environment.newId();
  const number = (last?.number ?? 0) + 1;
  await tx.insert(weighings).values({
    id,
    caseId: item.row.caseId,
    agendaItemId: item.row.id,
    number,
    round: item.row.round,
    snapshot,
    reason,
    createdBy: personId,
    createdAt: environment.now(),
  });
  await tx.record({
    ...recordedOn(item),
    kind: "weighing.made",
    subject: { type: "weighing", id },
    details: { number, agendaItemId: item.row.id, proposed: snapshot.result.proposed },
    content: { snapshot, reason },
  });
  return id;
}

async function snapshotOf(
  tx: Transaction,
  item: AgendaItem,
  weights: ItemWeights,
): Promise<WeighingSnapshot> {
  const members = await listScoringMembers(tx, item);
  const scored = await tx
    .select({
      id: options.id,
      position: options.position,
      title: options.title,
      level: options.level,
    })
    .from(options)
    .where(eq(options.caseId, item.row.caseId))
    .orderBy(asc(options.position));
  const { content, ...questionSet } = item.questionSet;
  const perspectives = content.perspectives.map((perspective) =>
    weightedPerspective(perspective, weights, members),
  );
  const asked = { members, perspectives, options: scored };
  const notAsked = cellsNotAsked({ ...asked, reopened: await listReopened(tx, item.row.id) });
  const input: WeighingInput = {
    perspectives,
    options: scored.map((option) => ({ id: option.id })),
    ratings: await givenRatings(tx, item, members),
    gateAnswers: await givenAnswers(tx, item, members),
    margin: content.margin,
    ...(notAsked.length > 0 ? { notAsked } : {}),
  };
  return {
    input,
    result: weighing(input),
    questionSet: { ...questionSet, content },
    options: scored,
    people: members.map(({ id, name, perspective }) => ({ id, name, perspective })),
  };
}

function weightedPerspective(
  perspective: PerspectiveTemplate,
  weights: ItemWeights,
  members: ScoringMember[],
): WeighingPerspective {
  const own = weights.find((weighted) => weighted.perspective === perspective.key);
  return {
    id: perspective.key,
    weight: own?.weight ?? perspective.weight,
    passMark: own?.passMark ?? perspective.passMark,
    criteria: perspective.criteria.map(({ key, weight }) => ({ id: key, weight })),
    gates: perspective.gates.map(({ key }) => ({ id: key })),
    assessors: idsOf(members.filter((member) => member.perspective === perspective.key)),
  };
}

/** What counts now: of the second round where given, else of the first. */
async function givenRatings(
  tx: Transaction,
  item: AgendaItem,
  members: ScoringMember[],
): Promise<WeighingInput["ratings"]> {
  const rows = await tx
    .select()
    .from(ratings)
    .where(
      and(
        eq(ratings.agendaItemId, item.row.id),
        lte(ratings.round, item.row.round),
        inArray(ratings.personId, idsOf(members)),
      ),
    )
    .orderBy(asc(ratings.personId), asc(ratings.criterion), asc(ratings.optionId));
  const given = rows
    .filter((row) => sitsThere(members, row))
    .map((row) => ({ ...answerOf(row), key: row.criterion, value: row.value }));
  return effectiveAnswers(given).map(({ assessor, perspective, key, option, value }) => ({
    ...{ assessor, perspective, criterion: key, option },
    value: scalePoints.find((point) => point === value) ?? null,
  }));
}

async function givenAnswers(
  tx: Transaction,
  item: AgendaItem,
  members: ScoringMember[],
): Promise<WeighingInput["gateAnswers"]> {
  const rows = await tx
    .select()
    .from(gateRatings)
    .where(
      and(
        eq(gateRatings.agendaItemId, item.row.id),
        lte(gateRatings.round, item.row.round),
        inArray(gateRatings.personId, idsOf(members)),
      ),
    )
    .orderBy(asc(gateRatings.personId), asc(gateRatings.gate), asc(gateRatings.optionId));
  const given = rows
    .filter((row) => sitsThere(members, row))
    .map((row) => ({ ...answerOf(row), key: row.gate, answer: row.answer }));
  return effectiveAnswers(given).map(({ assessor, perspective, key, option, answer }) => ({
    ...{ assessor, perspective, gate: key, option, answer },
  }));
}

function answerOf(row: { personId: string; perspective: string; optionId: string; round: number }) {
  const { personId, perspective, optionId, round } = row;
  return { assessor: personId, perspective, option: optionId, round };
}

function idsOf(members: ScoringMember[]): string[] {
  return members.map(({ id }) => id);
}

function sitsThere(members: ScoringMember[], row: { personId: string; perspective: string }) {
  return members.some(
    ({ id, perspective }) => id === row.personId && perspective === row.perspective,
  );
}
