import { and, eq } from "drizzle-orm";
import { db, environment, panelMembers, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { changeNeedsReason } from "#app/domain/rounds.ts";
import type {
  RatingInput,
  ScoringInput,
  SentRating,
  StayInput,
  StepInput,
} from "#app/schemas/rating.ts";
import type { Access } from "./access.server.ts";
import type { ItemAddress } from "./agenda-items.server.ts";
import { addArgument, withdrawArgument } from "./arguments.server.ts";
import type { Submission } from "./forms.server.ts";
import { recordedOn } from "./agenda-items-moves.server.ts";
import {
  isReasonMissing,
  listOwnBefore,
  listOwnCells,
  settled,
  type OwnCells,
} from "./ratings-own.server.ts";
import { recordCells } from "./ratings.server.ts";
import { cellKey } from "./reopened-cells.server.ts";
import {
  assertRound,
  assertScoring,
  assertScoringOpen,
  getScorer,
  isAskedCell,
  type PanelScorer,
} from "./scoring-access.server.ts";

type Assessor = Access<"session.score">;

export const checkStep = "controle";

/**
 * The pages of a round, the gates before the criteria: in the first round one per question over all
 * options, in the second one per reopened cell.
 */
export function stepsOf(scorer: PanelScorer) {
  const { perspective, options, reopened } = scorer;
  const questions = [
    ...perspective.gates.map((gate) => ({ kind: "gate" as const, mayNotApply: false, ...gate })),
    ...perspective.criteria.map((criterion) => ({ kind: "criterion" as const, ...criterion })),
  ];
  if (reopened === null) return questions.map((asked) => ({ ...asked, id: asked.key, options }));
  return questions.flatMap((asked) =>
    options
      .filter(({ id }) => isAskedCell(scorer, asked.key, id))
      .map((option) => ({ ...asked, id: cellKey(asked.key, option.id), options: [option] })),
  );
}

type Answer = { step: string; flash: string };

/** Every act of the scoring page: what to show next, and what to say there. */
export async function handleScoring(
  access: Assessor,
  address: ItemAddress,
  { input, formKey }: Submission<ScoringInput>,
): Promise<Answer> {
  switch (input.intent) {
    case "next":
    case "previous":
    case "stay":
      return { step: await saveStep(access, address, input), flash: "saved" };
    case "ready":
      await setReady(access, address, input.confirmed !== undefined, input.round);
      return { step: checkStep, flash: "ratings_ready" };
    case "not_ready":
      await undoReady(access, address, input.round);
      return { step: checkStep, flash: "ratings_reopened" };
    case "argue":
      await addArgument(access, address, input, formKey);
      return { step: input.key || checkStep, flash: "argument_added" };
    case "withdraw_argument":
      await withdrawArgument(access, address, input.argumentId);
      return { step: input.key || checkStep, flash: "argument_withdrawn" };
  }
}

/** Keeps a page of answers and tells the step that follows (or came before). */
export async function saveStep(
  access: Assessor,
  address: ItemAddress,
  input: StepInput | StayInput,
): Promise<string> {
  const scorer = await getScorer(access, address);
  assertRound(scorer, input.round);
  const before = await listOwnBefore(scorer);
  const cells = sentCells(input).map((cell) => settled(cell, before));
  if (input.intent !== "previous") assertReasons(input, cells, before);
  await recordCells(access, scorer, cells);
  return besides(scorer, input);
}

function sentCells({ intent, key, cells }: StepInput | StayInput): SentRating[] {
  if (intent === "stay") return cells.map((cell) => ({ ...cell, key, choice: "stay" }));
  return cells.flatMap(({ choice, ...cell }) => (choice === "" ? [] : [{ ...cell, key, choice }]));
}

/** The page after this one, or the one before it. */
function besides(scorer: PanelScorer, { intent, key, cells }: StepInput | StayInput): string {
  const steps = stepsOf(scorer);
  const ids = [...steps.map(({ id }) => id), checkStep];
  const place = steps.findIndex(
    (step) => step.key === key && (step.id === key || step.options[0]?.id === cells[0]?.optionId),
  );
  return ids[Math.max(0, place + (intent === "previous" ? -1 : 1))] ?? checkStep;
}

/** Going on asks for the reasons that belong to the answers; going back does not. */
function assertReasons(
  { cells: sent }: StepInput | StayInput,
  cells: RatingInput[],
  before: OwnCells,
): void {
  for (const cell of cells) {
    const first = before.get(cellKey(cell.key, cell.optionId))?.choice ?? null;
    if (!isReasonMissing(cell, first)) continue;
    const place = sent.findIndex(({ optionId }) => optionId === cell.optionId);
    const changed = changeNeedsReason(first, cell.choice);
    throw new DomainError(changed ? "change_reason_required" : "rating_reason_required", {
      field: `cells.${place}.reason`,
    });
  }
}

export type Unfinished = { unanswered: string[]; withoutReason: string[] };

/** Cells (see `cellKey`) that are still open, and those whose answer lacks its reason. */
export function unfinished(scorer: PanelScorer, cells: OwnCells, before: OwnCells): Unfinished {
  const expected = stepsOf(scorer).flatMap(({ key, options }) =>
    options.map(({ id }) => cellKey(key, id)),
  );
  return {
    unanswered: expected.filter((key) => !cells.has(key)),
    withoutReason: expected.filter((key) => {
      const cell = cells.get(key);
      return cell !== undefined && isReasonMissing(cell, before.get(key)?.choice ?? null);
    }),
  };
}

/** Says that this person is done. Open cells must be confirmed, missing reasons cannot be. */
export async function setReady(
  access: Assessor,
  address: ItemAddress,
  confirmed: boolean,
  round?: number,
): Promise<void> {
  const scorer = await getScorer(access, address);
  assertRound(scorer, round);
  const before = await listOwnBefore(scorer);
  await db.write(access.actor, async (tx) => {
    await assertScoring(tx, scorer);
    const own = await listOwnCells(tx, scorer);
    const { unanswered, withoutReason } = unfinished(scorer, own, before);
    if (withoutReason.length > 0) throw new DomainError("reasons_missing");
    if (unanswered.length > 0 && !confirmed) {
      throw new DomainError("confirm_unanswered", { field: "confirmed" });
    }
    await markReady(tx, scorer, environment.now());
    await tx.record({ ...recordedOn(scorer.item), kind: "panel.ready" });
  });
}

/** Takes ready back; possible until the reveal. */
export async function undoReady(
  access: Assessor,
  address: ItemAddress,
  round?: number,
): Promise<void> {
  const scorer = await getScorer(access, address);
  assertRound(scorer, round);
  await db.write(access.actor, async (tx) => {
    await assertScoringOpen(tx, scorer);
    await markReady(tx, scorer, null);
    await tx.record({ ...recordedOn(scorer.item), kind: "panel.ready-undone" });
  });
}

async function markReady(tx: Transaction, scorer: PanelScorer, readyAt: number | null) {
  await tx
    .update(panelMembers)
    .set({ readyAt })
    .where(
      and(
        eq(panelMembers.agendaItemId, scorer.item.row.id),
        eq(panelMembers.personId, scorer.member.personId),
      ),
    );
}
