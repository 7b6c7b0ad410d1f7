import { and, asc, eq, inArray, lte, max } from "drizzle-orm";
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
import { weighing, type WeighingInput, type WeighingPerspective } from "#app/domain/weighing.ts";
import type { AgendaItem } from "./agenda-items.server.ts";
import { recordedOn } from "./agenda-items-moves.server.ts";
import { listInterested } from "./panels.server.ts";

export type ScoringMember = {
  id: string;
  name: string;
  perspective: string;
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

/** Computes and keeps a weighing, with everything it was computed from. */
export async function makeWeighing(tx: Transaction, made: NewWeighing): Promise<string> {
  const { item, weights, reason, personId } = made;
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
  const { content, id, key, number } = item.questionSet;
  const input: WeighingInput = {
    perspectives: content.perspectives.map((perspective) =>
      weightedPerspective(perspective, weights, members),
    ),
    options: scored.map((option) => ({ id: option.id })),
    ratings: await givenRatings(tx, item, members),
    gateAnswers: await givenAnswers(tx, item, members),
    margin: content.margin,
  };
  return {
    input,
    result: weighing(input),
    questionSet: { id, key, number, content },
    options: scored,
    people: members.map((member) => ({
      id: member.id,
      name: member.name,
      perspective: member.perspective,
    })),
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
        eq(ratings.round, item.row.round),
        inArray(ratings.personId, idsOf(members)),
      ),
    )
    .orderBy(asc(ratings.personId), asc(ratings.criterion), asc(ratings.optionId));
  return rows
    .filter((row) => sitsThere(members, row))
    .map(({ personId, perspective, criterion, optionId, value }) => ({
      assessor: personId,
      perspective,
      criterion,
      option: optionId,
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
        eq(gateRatings.round, item.row.round),
        inArray(gateRatings.personId, idsOf(members)),
      ),
    )
    .orderBy(asc(gateRatings.personId), asc(gateRatings.gate), asc(gateRatings.optionId));
  return rows
    .filter((row) => sitsThere(members, row))
    .map(({ personId, perspective, gate, optionId, answer }) => ({
      assessor: personId,
      perspective,
      gate,
      option: optionId,
      answer,
    }));
}

function idsOf(members: ScoringMember[]): string[] {
  return members.map(({ id }) => id);
}

function sitsThere(members: ScoringMember[], row: { personId: string; perspective: string }) {
  return members.some(
    ({ id, perspective }) => id === row.personId && perspective === row.perspective,
  );
}
