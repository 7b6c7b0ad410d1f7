import { and, eq } from "drizzle-orm";
import {
  caseArguments,
  discussedCells,
  environment,
  gateRatings,
  ratings,
  type Transaction,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { ResultsInput } from "#app/schemas/results.ts";
import type { Access } from "./access.server.ts";
import type { ItemAddress, LedItem } from "./agenda-items.server.ts";
import { concludeItem, recordedOn } from "./agenda-items-moves.server.ts";
import { discuss, flagCell, knownCell, unflagCell } from "./flagged-cells.server.ts";
import type { Submission } from "./forms.server.ts";
import { openSecondRound } from "./second-round.server.ts";
import { tableCell, untableCell } from "./tabled-cell.server.ts";
import { weighAgain } from "./weighings.server.ts";

type Leader = Access<"session.lead">;
type Discussed = { criterion: string; optionId: string; note: string; discussed: boolean };

/** Every act of the facilitator on the results: what to say, and where on the page to go on. */
export async function handleResults(
  access: Leader,
  address: ItemAddress,
  { input, formKey }: Submission<ResultsInput>,
): Promise<{ flash: string; anchor: string }> {
  switch (input.intent) {
    case "discuss":
      await tickDiscussed(access, address, input);
      return { flash: "saved", anchor: "#bespreken" };
    case "carry":
    case "drop":
      await tagArgument(access, address, { ...input, carrying: input.intent === "carry" });
      return { flash: "saved", anchor: "#redenen" };
    case "carry_reason":
      await carryReason(access, address, input.ratingId);
      return { flash: "saved", anchor: "#redenen" };
    case "weigh":
      await weighAgain(access, address, termsOf(input), formKey);
      return { flash: "weighing_made", anchor: "" };
    case "conclude":
      await concludeItem(access, address);
      return { flash: "item_concluded", anchor: "" };
    case "second_round":
      await openSecondRound(access, address);
      return { flash: "second_round_opened", anchor: "" };
    default:
      return handleAgenda(access, address, input);
  }
}

function termsOf({
  perspectives,
  method,
  answers,
  reason,
}: Extract<ResultsInput, { intent: "weigh" }>) {
  return { weights: perspectives, weighed: { method, answers }, reason };
}

type AgendaInput = Extract<ResultsInput, { intent: "flag" | "unflag" | "table" | "untable" }>;

/** What is on the agenda of the discussion, and what of it lies on the table. */
async function handleAgenda(access: Leader, address: ItemAddress, input: AgendaInput) {
  switch (input.intent) {
    case "flag":
      await flagCell(access, address, input);
      return { flash: "cell_flagged", anchor: "#bespreken" };
    case "unflag":
      await unflagCell(access, address, input);
      return { flash: "cell_unflagged", anchor: "#bespreken" };
    case "table":
      await tableCell(access, address, input);
      return { flash: "cell_tabled", anchor: "" };
    case "untable":
      await untableCell(access, address);
      return { flash: "cell_untabled", anchor: "" };
  }
}

/** Ticks a cell as talked about, with a note of what was said; or takes the tick away. */
export async function tickDiscussed(
  access: Leader,
  address: ItemAddress,
  input: Discussed,
): Promise<void> {
  const { criterion, optionId, note, discussed } = input;
  await discuss(access, address, async (tx, item) => {
    await knownCell(tx, item, { key: criterion, optionId });
    const place = { agendaItemId: item.row.id, criterion, optionId };
    const kept = { note, discussedBy: access.person.id, discussedAt: environment.now() };
    if (discussed) await keepTick(tx, { ...place, ...kept });
    else await dropTick(tx, place);
    await tx.record({
      ...recordedOn(item),
      kind: discussed ? "cell.discussed" : "cell.reopened",
      details: place,
      content: input,
    });
  });
}

async function keepTick(tx: Transaction, tick: typeof discussedCells.$inferInsert): Promise<void> {
  const { note, discussedBy, discussedAt } = tick;
  await tx
    .insert(discussedCells)
    .values(tick)
    .onConflictDoUpdate({
      target: [discussedCells.agendaItemId, discussedCells.criterion, discussedCells.optionId],
      set: { note, discussedBy, discussedAt },
    });
}

async function dropTick(
  tx: Transaction,
  place: { agendaItemId: string; criterion: string; optionId: string },
): Promise<void> {
  await tx
    .delete(discussedCells)
    .where(
      and(
        eq(discussedCells.agendaItemId, place.agendaItemId),
        eq(discussedCells.criterion, place.criterion),
        eq(discussedCells.optionId, place.optionId),
      ),
    );
}

/** Marks an argument as carrying the decision, or not. */
export async function tagArgument(
  access: Leader,
  address: ItemAddress,
  input: { argumentId: string; carrying: boolean },
): Promise<void> {
  const { argumentId, carrying } = input;
  await discuss(access, address, async (tx, item) => {
    const changed = await tx
      .update(caseArguments)
      .set({ carrying })
      .where(and(eq(caseArguments.id, argumentId), eq(caseArguments.agendaItemId, item.row.id)))
      .returning({ id: caseArguments.id });
    if (changed.length === 0) throw new DomainError("not_found");
    await tx.record({
      ...recordedOn(item),
      kind: carrying ? "argument.tagged" : "argument.untagged",
      subject: { type: "argument", id: argumentId },
      details: { agendaItemId: item.row.id },
    });
  });
}

/** Takes the reason of a rating over as an argument of its author that carries the decision. */
export async function carryReason(
  access: Leader,
  address: ItemAddress,
  ratingId: string,
): Promise<void> {
  await discuss(access, address, async (tx, item) => {
    const reason = await findReason(tx, item, ratingId);
    if (!reason || reason.text === "") throw new DomainError("not_found");
    const id = environment.newId();
    const same = await tx
      .update(caseArguments)
      .set({ carrying: true })
      .where(
        and(
          eq(caseArguments.agendaItemId, item.row.id),
          eq(caseArguments.personId, reason.personId),
          eq(caseArguments.optionId, reason.optionId),
          eq(caseArguments.text, reason.text),
        ),
      )
      .returning({ id: caseArguments.id });
    if (same.length === 0) {
      const made = { id, agendaItemId: item.row.id, ...reason, carrying: true };
      await tx.insert(caseArguments).values({ ...made, at: environment.now() });
    }
    await tx.record({
      ...recordedOn(item),
      kind: "argument.tagged",
      subject: { type: "argument", id: same[0]?.id ?? id },
      details: { agendaItemId: item.row.id, ratingId },
      content: reason,
    });
  });
}

/** A rating of 3 or more pleads for the option, a lower one and a gate that is not open against. */
async function findReason(tx: Transaction, item: LedItem, ratingId: string) {
  const [rating] = await tx
    .select()
    .from(ratings)
    .where(and(eq(ratings.id, ratingId), eq(ratings.agendaItemId, item.row.id)));
  if (rating) {
    const { personId, perspective, optionId, value, reason } = rating;
    const side = (value ?? 3) >= 3 ? ("for" as const) : ("against" as const);
    return { personId, perspective, optionId, side, text: reason };
  }
  const [gate] = await tx
    .select()
    .from(gateRatings)
    .where(and(eq(gateRatings.id, ratingId), eq(gateRatings.agendaItemId, item.row.id)));
  if (!gate) return undefined;
  const { personId, perspective, optionId, answer, reason } = gate;
  const side = answer === "yes" ? ("for" as const) : ("against" as const);
  return { personId, perspective, optionId, side, text: reason };
}
