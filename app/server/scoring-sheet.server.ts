import { db } from "#db";
import type { LocalText } from "#app/domain/local-text.ts";
import type { ScoringSheet, SheetStep, StepState } from "#app/schemas/scoring-sheet.ts";
import type { Access } from "./access.server.ts";
import type { ItemAddress } from "./agenda-items.server.ts";
import { listOwnArguments } from "./arguments.server.ts";
import type { CaseRow } from "./case-access.server.ts";
import { shownFacts } from "./case-facts.server.ts";
import {
  isReasonMissing,
  listOwnBefore,
  listOwnCells,
  type OwnCell,
  type OwnCells,
} from "./ratings-own.server.ts";
import { recordReading } from "./readings.server.ts";
import { cellKey } from "./reopened-cells.server.ts";
import { getScorer, type PanelScorer } from "./scoring-access.server.ts";
import { getFirstRoundCell } from "./scoring-first-round.server.ts";
import { sessionPosition } from "./session-events.server.ts";
import { timerOf } from "./session-timer.server.ts";
import { checkStep, stepsOf, unfinished } from "./scoring.server.ts";

type Step = ReturnType<typeof stepsOf>[number];
/** The own answers of this round, and of the first one beside those of the second. */
type Own = { cells: OwnCells; before: OwnCells };

/** What an assessor has in front: the case file, one question and the own answers. */
export async function getScoringSheet(
  access: Access<"session.score">,
  address: ItemAddress,
  askedStep: string | null,
): Promise<ScoringSheet> {
  // Before anything is read: what happens meanwhile is then heard of.
  const position = await sessionPosition(address.sessionId);
  const scorer = await getScorer(access, address);
  const { item, member, perspective, options } = scorer;
  const { row, session, caseFile, questionSet } = item;
  await recordReading(access, item.caseFile, "scoring");
  const own = { cells: await listOwnCells(db.read, scorer), before: await listOwnBefore(scorer) };
  const steps = stepsOf(scorer);
  const current = steps.find(({ id }) => id === askedStep);
  const onCheck = askedStep === checkStep || (!askedStep && member.readyAt !== null);
  const shown = current ?? (onCheck ? undefined : firstOpen(steps, own));
  return {
    session: { id: session.id, title: session.title, deadline: session.deadline },
    caseId: caseFile.id,
    position,
    timer: timerOf(session),
    phase: row.phase,
    round: row.round,
    ready: member.readyAt !== null,
    readsAlong: member.fromRound > row.round,
    perspective: { name: perspective.name, leadingQuestion: perspective.leadingQuestion },
    scale: questionSet.content.scale,
    levels: questionSet.content.levels,
    options,
    steps: steps.map((step) => ({
      ...{ id: step.id, key: step.key, question: step.question, kind: step.kind },
      option: scorer.reopened === null ? null : (step.options[0]?.title ?? null),
      state: stepState(step, own),
    })),
    ...{ step: shown ? asStep(shown, own) : null, stepId: shown?.id ?? null },
    firstRound: shown ? await firstRoundOf(scorer, shown) : null,
    check: checkOf(scorer, own),
    arguments: await listOwnArguments(scorer),
    file: await caseFileFor(caseFile),
  };
}

function firstOpen(steps: Step[], own: Own): Step | undefined {
  return steps.find((step) => stepState(step, own) !== "done");
}

function stepState({ key, options }: Step, { cells, before }: Own): StepState {
  const given = options.flatMap(({ id }) => {
    const cell = cells.get(cellKey(key, id));
    return cell ? [{ ...cell, first: firstChoice(before, key, id) }] : [];
  });
  if (given.some((cell) => isReasonMissing(cell, cell.first))) return "reason";
  if (given.length === 0) return "todo";
  return given.length < options.length ? "busy" : "done";
}

function firstChoice(before: OwnCells, key: string, optionId: string): OwnCell["choice"] | null {
  return before.get(cellKey(key, optionId))?.choice ?? null;
}

async function firstRoundOf(scorer: PanelScorer, { key, options }: Step) {
  const [option] = options;
  if (scorer.reopened === null || !option) return null;
  return getFirstRoundCell(scorer, key, option.id);
}

function asStep(step: Step, { cells }: Own): SheetStep {
  const { key, kind, question, meaning, source, mayNotApply, options } = step;
  const anchors: LocalText[] = step.kind === "criterion" ? step.anchors : [];
  return {
    ...{ key, kind, question, meaning, source, mayNotApply, anchors },
    cells: options.map(({ id: optionId, title, position }) => {
      const own = cells.get(cellKey(key, optionId));
      return { optionId, title, position, choice: own?.choice ?? "", reason: own?.reason ?? "" };
    }),
  };
}

/** Everything answered so far, with what is open, for the last page. */
function checkOf(scorer: PanelScorer, { cells, before }: Own) {
  const { unanswered, withoutReason } = unfinished(scorer, cells, before);
  return {
    unanswered: unanswered.length,
    withoutReason: withoutReason.length,
    rows: stepsOf(scorer).map(({ key, question, options }) => ({
      ...{ key, question },
      cells: options.map(({ id: optionId }) => {
        const own = cells.get(cellKey(key, optionId));
        return {
          optionId,
          choice: own?.choice ?? null,
          reason: own?.reason ?? "",
          reasonMissing:
            own !== undefined && isReasonMissing(own, firstChoice(before, key, optionId)),
        };
      }),
    })),
  };
}

async function caseFileFor(caseFile: CaseRow) {
  const known = await shownFacts(caseFile.id);
  const answered = known
    .filter(({ answer }) => answer !== "no")
    .map(({ key, label, direction, answer, note, source }) => {
      return { key, label, direction, answer, note, source };
    });
  const { number, title, story, citizenWish, citizenFirstNeed, ownAttempts } = caseFile;
  const { pinch, pinchSource, lawPurpose, unease } = caseFile;
  return {
    ...{ number, title, story, citizenWish, citizenFirstNeed, ownAttempts },
    ...{ pinch, pinchSource, lawPurpose, unease },
    facts: answered,
  };
}
