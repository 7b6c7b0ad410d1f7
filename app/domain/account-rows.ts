import {
  caseIdOf,
  noDay,
  noLevel,
  nothing,
  numberOf,
  takeRow,
  type AccountIndex,
  type CaseColumn,
} from "./account-index.ts";
import { addPart, removeParts } from "./account-parts.ts";
import { caseStatuses, legalTerm } from "./case-file.ts";
import { choiceKinds, type CaseFigures } from "./case-figures.ts";
import { dayNumber } from "./day.ts";
import { DomainError } from "./domain-error.ts";
import { helpAnswers } from "./follow-up.ts";
import { bearers } from "./option.ts";
import { equalTreatmentAnswers, precedentRelations } from "./precedent-relations.ts";
import { passingKinds } from "./weighing-figures.ts";

export type IndexedCase = { id: string; organisationId: string; figures: CaseFigures };

/** The row of a case, or -1. */
function rowOfCase(index: AccountIndex, id: string): number {
  const words = idWords(id);
  for (let slot = firstSlot(index, words); ; slot = (slot + 1) % index.slots.length) {
    const row = (index.slots[slot] ?? 0) - 1;
    if (row === -1) return -1;
    if (row >= 0 && words.every((word, place) => index.ids[row * 4 + place] === word)) return row;
  }
}

/** Takes in a case, in the place of what was known of it. */
export function putCase(index: AccountIndex, found: IndexedCase): void {
  const known = rowOfCase(index, found.id);
  const row = known < 0 ? newRow(index, found.id) : known;
  if (known >= 0) dropParts(index, row);
  writeCase(index, row, found);
  writeParts(index, row, found.figures);
}

/** Takes a case out; it may be unknown. */
export function removeCase(index: AccountIndex, id: string): void {
  const row = rowOfCase(index, id);
  if (row < 0) return;
  dropParts(index, row);
  index.columns.organisation[row] = noDay;
  const slot = index.slots.indexOf(row + 1);
  index.slots[slot] = -1;
  index.freeRows.push(row);
  index.count -= 1;
}

function newRow(index: AccountIndex, id: string): number {
  if (index.slotsUsed * 2 >= index.slots.length) rebuildSlots(index);
  const row = takeRow(index);
  index.ids.set(idWords(id), row * 4);
  fillSlot(index, row);
  return row;
}

function fillSlot(index: AccountIndex, row: number): void {
  let slot = firstSlot(index, index.ids.subarray(row * 4, row * 4 + 4));
  while (index.slots[slot] !== 0) slot = (slot + 1) % index.slots.length;
  index.slots[slot] = row + 1;
  index.slotsUsed += 1;
}

function rebuildSlots(index: AccountIndex): void {
  index.slots = new Int32Array(Math.max(64, index.count * 3));
  index.slotsUsed = 0;
  for (let row = 0; row < index.size; row += 1) {
    if (index.columns.organisation[row] !== noDay) fillSlot(index, row);
  }
}

/** The end of an id is chance; its beginning is the time. */
function firstSlot(index: AccountIndex, words: ArrayLike<number>): number {
  return ((words[3] ?? 0) >>> 0) % index.slots.length;
}

function idWords(id: string): number[] {
  const digits = id.replaceAll("-", "");
  if (!/^[0-9a-f]{32}$/i.test(digits)) throw new DomainError("id", { id });
  return [0, 8, 16, 24].map((from) => Number.parseInt(digits.slice(from, from + 8), 16));
}

function dropParts(index: AccountIndex, row: number): void {
  const { first } = index;
  removeParts(index.perspectives, first.perspectives[row] ?? -1);
  removeParts(index.failing, first.failing[row] ?? -1);
  removeParts(index.costs, first.costs[row] ?? -1);
  removeParts(index.uses, first.uses[row] ?? -1);
  for (const column of Object.values(first)) column[row] = -1;
}

function writeCase(index: AccountIndex, row: number, found: IndexedCase): void {
  const { status, scopeId, special, receivedAt, extendedUntil, ...figures } = found.figures;
  const { decidedAt, decision, weighing, review } = figures;
  const { dueAt } = legalTerm({ receivedAt, extendedUntil, now: receivedAt });
  const values: Record<CaseColumn, number> = {
    organisation: numberOf(index.organisations, found.organisationId),
    scope: numberOf(index.scopes, scopeId ?? ""),
    status: caseStatuses.indexOf(status),
    special: special ? 1 : 0,
    receivedDay: dayOf(receivedAt),
    dueDay: dayOf(dueAt),
    decidedDay: dayOf(decidedAt),
    takenDay: dayOf(decision?.takenAt ?? null),
    level: decision?.level ?? noLevel,
    choice: codeOf(choiceKinds, decision?.choice),
    answer: codeOf(equalTreatmentAnswers, decision?.answer),
    conditions: decision?.conditions.count ?? 0,
    conditionsOpen: (decision?.conditions.count ?? 0) - (decision?.conditions.done ?? 0),
    conditionsDue: dayOf(decision?.conditions.firstOpenDue ?? null),
    weighedDay: dayOf(weighing?.at ?? null),
    reviewDay: dayOf(review?.heldAt ?? null),
    helpedCitizen: codeOf(helpAnswers, review?.helpedCitizen),
    helpedProfessional: codeOf(helpAnswers, review?.helpedProfessional),
    conditionsKept: codeOf(helpAnswers, review?.conditionsKept),
    settledDay: dayOf(figures.settledAt),
    askedDay: dayOf(figures.asked?.answeredAt ?? null),
    helpedAsked: codeOf(helpAnswers, figures.asked?.helped),
  };
  for (const name of Object.keys(values) as CaseColumn[]) index.columns[name][row] = values[name];
}

function dayOf(moment: number | null): number {
  return moment === null ? noDay : Math.min(Math.max(dayNumber(moment), 0), noDay - 1);
}

function codeOf<Value>(values: readonly Value[], value: Value | null | undefined): number {
  if (value === null || value === undefined) return nothing;
  const place = values.indexOf(value);
  return place < 0 ? nothing : place;
}

function writeParts(index: AccountIndex, row: number, figures: CaseFigures): void {
  const { first } = index;
  const { decision, weighing } = figures;
  const perspectiveOf = (key: string) => numberOf(index.perspectiveKeys, key);
  for (const { key, passing, words, coincidences } of weighing?.perspectives ?? []) {
    const sums = [...coincidences.counts, ...coincidences.pairs];
    first.perspectives[row] = addPart(index.perspectives, first.perspectives[row] ?? -1, {
      ...{ perspective: perspectiveOf(key), passing: passingKinds.indexOf(passing) },
      ...{ eens: words[0] ?? 0, verschil: words[1] ?? 0, tegengesteld: words[2] ?? 0 },
      ...Object.fromEntries(sums.map((sum, place) => [`sum${place}`, sum])),
    });
  }
  for (const key of decision?.failing ?? []) {
    const part = { perspective: perspectiveOf(key) };
    first.failing[row] = addPart(index.failing, first.failing[row] ?? -1, part);
  }
  for (const { bearer, once, yearly, realised } of decision?.costs ?? []) {
    const part = { bearer: bearers.indexOf(bearer), once, yearly, realised: realised ?? NaN };
    first.costs[row] = addPart(index.costs, first.costs[row] ?? -1, part);
  }
  for (const { relation, ageDays } of decision?.uses ?? []) {
    const part = { relation: precedentRelations.indexOf(relation), age: ageClass(ageDays) };
    first.uses[row] = addPart(index.uses, first.uses[row] ?? -1, part);
  }
}

/** How old a precedent was when it was named: under one year, two, five, or older. */
export const ageClasses = ["under1", "under2", "under5", "older"] as const;
const ageDays = [365, 730, 1826];

function ageClass(days: number): number {
  const place = ageDays.findIndex((most) => days < most);
  return place < 0 ? ageClasses.length - 1 : place;
}

/** The ids of all cases, for those who check what is held. */
export function heldCases(index: AccountIndex): string[] {
  return Array.from({ length: index.size }, (_, row) => row)
    .filter((row) => index.columns.organisation[row] !== noDay)
    .map((row) => caseIdOf(index, row));
}
