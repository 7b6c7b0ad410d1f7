import { agendaItems, flaggedCells, minorityViews } from "#db";
import { eq } from "drizzle-orm";
import { insertAll } from "./insert-all.ts";
import type { SeededItem } from "./seed-sessions.ts";
import { happened, known, type Seeding } from "./seeding.ts";

const minuteInMs = 60_000;

/** What people put on the agenda by hand, what lies on the table, and what a minority holds. */
export async function seedDiscussion(seeding: Seeding, item: SeededItem): Promise<void> {
  const { tx, clock } = seeding;
  const { flagged = [], tabled, minorityViews: views = [] } = item.assessment ?? {};
  const revealedAt = item.revealedAt ?? clock.now;
  const flaggedAt = Math.min(revealedAt + 2 * minuteInMs, clock.now);
  const optionId = (option: number) => item.caseFile.optionIds[option] ?? "";
  const cells = flagged.map(({ key, option }) => ({ key, optionId: optionId(option) }));
  const by = { flaggedBy: item.facilitator.id, flaggedAt };
  await insertAll(
    tx,
    flaggedCells,
    cells.map((cell) => ({ agendaItemId: item.id, ...cell, ...by })),
  );
  for (const details of cells)
    noteEvent(seeding, item, { kind: "cell.flagged", at: flaggedAt, details });
  if (tabled) {
    const { key, option } = tabled;
    const place = { tabledKey: key, tabledOptionId: optionId(option) };
    await tx.update(agendaItems).set(place).where(eq(agendaItems.id, item.id));
    const details = { key, optionId: optionId(option) };
    noteEvent(seeding, item, { kind: "cell.tabled", at: flaggedAt, details });
  }
  const at = (item.concludedAt ?? clock.now) - minuteInMs;
  for (const { assessor, option, text } of views) {
    const person = known(seeding.people, assessor);
    const perspective = item.seats.find((seat) => seat.person.id === person.id)?.perspective;
    await tx.insert(minorityViews).values({
      ...{ agendaItemId: item.id, personId: person.id, text, at },
      perspective: perspective ?? "societal",
      optionId: option === null ? null : optionId(option),
    });
    const details = { agendaItemId: item.id };
    noteEvent(seeding, item, { kind: "minority.recorded", at, details, by: person });
  }
}

type Details = NonNullable<Seeding["history"][number]["details"]>;
type Noted = {
  kind: string;
  at: number;
  details?: Details;
  by?: SeededItem["facilitator"];
};

/** Something that happened to a case on an agenda, by the facilitator unless somebody else is named. */
export function noteEvent(seeding: Seeding, item: SeededItem, noted: Noted): void {
  happened(seeding, {
    by: item.facilitator,
    ...noted,
    subject: { type: "agenda_item", id: item.id },
    organisationId: item.caseFile.organisationId,
    caseId: item.caseFile.id,
    sessionId: item.sessionId,
  });
}
