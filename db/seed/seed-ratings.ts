import { caseArguments, gateRatings, ratings } from "#db";
import type { PerspectiveTemplate } from "../../app/domain/question-set.ts";
import { exampleId } from "./example-id.ts";
import type { ExampleRating, RatingValue } from "./example/types.ts";
import { insertAll } from "./insert-all.ts";
import { noteEvent } from "./seed-discussions.ts";
import type { PanelSeat, SeededItem } from "./seed-sessions.ts";
import { known, type Seeding } from "./seeding.ts";

type RatingRow = typeof ratings.$inferInsert;
type GateRow = typeof gateRatings.$inferInsert;

/** Puts what each assessor scored and argued on an agenda item in the database. */
export async function seedRatings(seeding: Seeding, item: SeededItem): Promise<void> {
  const { tx } = seeding;
  const [scores, gates] = [ratingRows(seeding, item), gateRows(seeding, item)];
  await insertAll(tx, ratings, scores);
  await insertAll(tx, gateRatings, gates);
  await insertAll(tx, caseArguments, argumentRows(seeding, item));
  noteAnswers(seeding, item, { scores, gates });
}

/** Every answer is an event of its own, from which blindness is proved afterwards. */
export function noteAnswers(
  seeding: Seeding,
  item: SeededItem,
  { scores, gates }: { scores: RatingRow[]; gates: GateRow[] },
): void {
  const answers = [
    ...scores.map((row) => ({ row, kind: "rating.recorded", key: row.criterion })),
    ...gates.map((row) => ({ row, kind: "gate.recorded", key: row.gate })),
  ];
  for (const { row, kind, key } of answers) {
    const by = item.seats.find(({ person }) => person.id === row.personId)?.person;
    if (!by) throw new Error(`Somebody scored ${item.caseFile.caseFile.key} without a seat`);
    const details = { agendaItemId: item.id, key, optionId: row.optionId };
    noteEvent(seeding, item, { kind, at: row.updatedAt, by, details });
  }
}

/** Ratings of an item as rows; the weighing is computed from the same rows. */
export function ratingRows(seeding: Seeding, item: SeededItem): RatingRow[] {
  return given(seeding, item).flatMap(({ rating, seat, perspective, start, end }) =>
    rating.values.flatMap((value, place) => {
      const criterion = perspective.criteria[place]?.key ?? "";
      // From first to last criterion through the time the assessor took.
      const at = Math.floor(start + ((end - start) * (place + 1)) / (rating.values.length + 1));
      const row = {
        id: exampleId(at, `rating ${item.id} ${seat.person.key} ${rating.option} ${criterion}`),
        ...placeOf(item, rating, seat),
        criterion,
        ...kindAndValue(value),
        reason: rating.reasons[criterion] ?? "",
        updatedAt: at,
      };
      return [row];
    }),
  );
}

export function gateRows(seeding: Seeding, item: SeededItem): GateRow[] {
  return given(seeding, item).flatMap(({ rating, seat, perspective, start }) =>
    rating.gates.map((answer, place) => {
      const gate = perspective.gates[place]?.key ?? "";
      return {
        id: exampleId(start, `gate ${item.id} ${seat.person.key} ${rating.option} ${gate}`),
        ...placeOf(item, rating, seat),
        gate,
        answer,
        reason: rating.reasons[gate] ?? "",
        updatedAt: start,
      };
    }),
  );
}

type Given = {
  rating: ExampleRating;
  seat: PanelSeat;
  perspective: PerspectiveTemplate;
  start: number;
  end: number;
};

function given({ clock, questionSet }: Seeding, item: SeededItem): Given[] {
  const opened = item.openedAt ?? clock.now;
  return (item.assessment?.ratings ?? []).map((rating) => {
    const seat = item.seats.find(({ person }) => person.key === rating.assessor);
    const perspective = questionSet.content.perspectives.find(
      ({ key }) => key === seat?.perspective,
    );
    if (!seat || !perspective) {
      throw new Error(`"${rating.assessor}" scored ${item.caseFile.caseFile.key} without a seat`);
    }
    const end = seat.readyAt ?? item.revealedAt ?? clock.now;
    return { rating, seat, perspective, start: Math.floor(opened + (end - opened) / 2), end };
  });
}

function placeOf(item: SeededItem, rating: ExampleRating, seat: PanelSeat) {
  return {
    agendaItemId: item.id,
    round: 1,
    personId: seat.person.id,
    perspective: seat.perspective,
    optionId: item.caseFile.optionIds[rating.option] ?? "",
  };
}

export function kindAndValue(value: RatingValue) {
  if (value === "nvt") return { kind: "not_applicable" as const, value: null };
  if (value === null) return { kind: "no_judgement" as const, value: null };
  return { kind: "score" as const, value };
}

function argumentRows({ clock, people }: Seeding, item: SeededItem) {
  return (item.assessment?.arguments ?? []).map((argument, place) => {
    const person = known(people, argument.assessor);
    const seat = item.seats.find((taken) => taken.person.id === person.id);
    const at = seat?.readyAt ?? item.revealedAt ?? clock.now;
    return {
      id: exampleId(at, `argument ${item.id} ${place}`),
      agendaItemId: item.id,
      personId: person.id,
      perspective: seat?.perspective ?? "societal",
      optionId: item.caseFile.optionIds[argument.option] ?? "",
      side: argument.side,
      text: argument.text,
      carrying: argument.carrying,
      at,
    };
  });
}
