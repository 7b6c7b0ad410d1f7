import { and, eq } from "drizzle-orm";
import { db, environment, panelMembers, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { RatingInput, ScoringInput, StepInput } from "#app/schemas/rating.ts";
import type { Access } from "./access.server.ts";
import type { ItemAddress } from "./agenda-items.server.ts";
import { addArgument, withdrawArgument } from "./arguments.server.ts";
import type { Submission } from "./forms.server.ts";
import { recordedOn } from "./agenda-items-moves.server.ts";
import {
  cellKey,
  isReasonMissing,
  listOwnCells,
  recordCells,
  type OwnCells,
} from "./ratings.server.ts";
import {
  assertScoring,
  assertScoringOpen,
  getScorer,
  type PanelScorer,
} from "./scoring-access.server.ts";

type Assessor = Access<"session.score">;

export const checkStep = "controle";

/** The gates, then the criteria of a perspective: one page each. */
export function stepsOf({ perspective }: PanelScorer) {
  return [
    ...perspective.gates.map((gate) => ({ kind: "gate" as const, mayNotApply: false, ...gate })),
    ...perspective.criteria.map((criterion) => ({ kind: "criterion" as const, ...criterion })),
  ];
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
      return { step: await saveStep(access, address, input), flash: "saved" };
    case "ready":
      await setReady(access, address, input.confirmed !== undefined);
      return { step: checkStep, flash: "ratings_ready" };
    case "not_ready":
      await undoReady(access, address);
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
  input: StepInput,
): Promise<string> {
  const scorer = await getScorer(access, address);
  const cells = input.cells.flatMap(({ choice, ...cell }): RatingInput[] =>
    choice === "" ? [] : [{ ...cell, key: input.key, choice }],
  );
  if (input.intent === "next") assertReasons(input);
  await recordCells(access, scorer, cells);
  const keys = [...stepsOf(scorer).map(({ key }) => key), checkStep];
  const place = keys.indexOf(input.key) + (input.intent === "next" ? 1 : -1);
  return keys[Math.max(0, place)] ?? checkStep;
}

/** Going on asks for the reasons that belong to the answers; going back does not. */
function assertReasons({ cells }: StepInput): void {
  cells.forEach(({ choice, reason }, place) => {
    if (choice !== "" && isReasonMissing({ choice, reason })) {
      throw new DomainError("rating_reason_required", { field: `cells.${place}.reason` });
    }
  });
}

export type Unfinished = { unanswered: string[]; withoutReason: string[] };

/** Cells (see `cellKey`) that are still open, and those whose answer lacks its reason. */
export function unfinished(scorer: PanelScorer, cells: OwnCells): Unfinished {
  const expected = stepsOf(scorer).flatMap(({ key }) =>
    scorer.options.map(({ id }) => cellKey(key, id)),
  );
  return {
    unanswered: expected.filter((key) => !cells.has(key)),
    withoutReason: expected.filter((key) => {
      const cell = cells.get(key);
      return cell !== undefined && isReasonMissing(cell);
    }),
  };
}

/** Says that this person is done. Open cells must be confirmed, missing reasons cannot be. */
export async function setReady(
  access: Assessor,
  address: ItemAddress,
  confirmed: boolean,
): Promise<void> {
  const scorer = await getScorer(access, address);
  await db.write(access.actor, async (tx) => {
    await assertScoring(tx, scorer);
    const { unanswered, withoutReason } = unfinished(scorer, await listOwnCells(tx, scorer));
    if (withoutReason.length > 0) throw new DomainError("reasons_missing");
    if (unanswered.length > 0 && !confirmed) {
      throw new DomainError("confirm_unanswered", { field: "confirmed" });
    }
    await markReady(tx, scorer, environment.now());
    await tx.record({ ...recordedOn(scorer.item), kind: "panel.ready" });
  });
}

/** Takes ready back; possible until the reveal. */
export async function undoReady(access: Assessor, address: ItemAddress): Promise<void> {
  const scorer = await getScorer(access, address);
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
