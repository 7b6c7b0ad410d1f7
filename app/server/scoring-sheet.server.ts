import { and, asc, eq, inArray } from "drizzle-orm";
import { caseFacts, db, facts } from "#db";
import type { LocalText } from "#app/domain/local-text.ts";
import type { ScoringSheet, SheetStep, StepState } from "#app/schemas/scoring-sheet.ts";
import type { Access } from "./access.server.ts";
import type { ItemAddress } from "./agenda-items.server.ts";
import { listOwnArguments } from "./arguments.server.ts";
import type { CaseRow } from "./case-access.server.ts";
import { cellKey, isReasonMissing, listOwnCells, type OwnCells } from "./ratings.server.ts";
import { getScorer, type PanelScorer, type ScoredOption } from "./scoring-access.server.ts";
import { checkStep, stepsOf, unfinished } from "./scoring.server.ts";

type Step = ReturnType<typeof stepsOf>[number];

/** What an assessor has in front: the case file, one question and the own answers. */
export async function getScoringSheet(
  access: Access<"session.score">,
  address: ItemAddress,
  askedStep: string | null,
): Promise<ScoringSheet> {
  const scorer = await getScorer(access, address);
  const { item, member, perspective, options } = scorer;
  const { row, session, caseFile, questionSet } = item;
  const cells = await listOwnCells(db.read, scorer);
  const steps = stepsOf(scorer);
  const current = steps.find(({ key }) => key === askedStep);
  const onCheck = askedStep === checkStep || (!askedStep && member.readyAt !== null);
  const shown = current ?? (onCheck ? undefined : firstOpen(steps, cells, options));
  return {
    session: { id: session.id, title: session.title, deadline: session.deadline },
    caseId: caseFile.id,
    phase: row.phase,
    ready: member.readyAt !== null,
    readsAlong: member.fromRound > row.round,
    perspective: { name: perspective.name, leadingQuestion: perspective.leadingQuestion },
    scale: questionSet.content.scale,
    levels: questionSet.content.levels,
    options,
    steps: steps.map(({ key, question, kind }) => ({
      key,
      question,
      kind,
      state: stepState(key, cells, options),
    })),
    step: shown ? asStep(shown, cells, options) : null,
    check: checkOf(scorer, cells),
    arguments: await listOwnArguments(scorer),
    file: await caseFileFor(caseFile),
  };
}

function firstOpen(steps: Step[], cells: OwnCells, options: ScoredOption[]): Step | undefined {
  return steps.find(({ key }) => stepState(key, cells, options) !== "done");
}

function stepState(key: string, cells: OwnCells, options: ScoredOption[]): StepState {
  const own = options.flatMap(({ id }) => cells.get(cellKey(key, id)) ?? []);
  if (own.some(isReasonMissing)) return "reason";
  if (own.length === 0) return "todo";
  return own.length < options.length ? "busy" : "done";
}

function asStep(step: Step, cells: OwnCells, options: ScoredOption[]): SheetStep {
  const { key, kind, question, meaning, source, mayNotApply } = step;
  const anchors: LocalText[] = step.kind === "criterion" ? step.anchors : [];
  return {
    ...{ key, kind, question, meaning, source, mayNotApply, anchors },
    cells: options.map(({ id, title, position }) => {
      const own = cells.get(cellKey(key, id));
      return {
        optionId: id,
        title,
        position,
        choice: own?.choice ?? "",
        reason: own?.reason ?? "",
      };
    }),
  };
}

/** Everything answered so far, with what is open, for the last page. */
function checkOf(scorer: PanelScorer, cells: OwnCells) {
  const { unanswered, withoutReason } = unfinished(scorer, cells);
  return {
    unanswered: unanswered.length,
    withoutReason: withoutReason.length,
    rows: stepsOf(scorer).map(({ key, question }) => ({
      key,
      question,
      cells: scorer.options.map(({ id }) => {
        const own = cells.get(cellKey(key, id));
        return {
          optionId: id,
          choice: own?.choice ?? null,
          reason: own?.reason ?? "",
          reasonMissing: own !== undefined && isReasonMissing(own),
        };
      }),
    })),
  };
}

async function caseFileFor(caseFile: CaseRow) {
  const answered = await db.read
    .select({
      key: facts.key,
      label: facts.label,
      direction: facts.direction,
      answer: caseFacts.answer,
      note: caseFacts.note,
      source: caseFacts.source,
    })
    .from(caseFacts)
    .innerJoin(facts, eq(facts.id, caseFacts.factId))
    .where(and(eq(caseFacts.caseId, caseFile.id), inArray(caseFacts.answer, ["yes", "unknown"])))
    .orderBy(asc(facts.direction), asc(facts.key));
  const { number, title, story, citizenWish, citizenFirstNeed, ownAttempts } = caseFile;
  const { pinch, pinchSource, lawPurpose, unease } = caseFile;
  return {
    ...{ number, title, story, citizenWish, citizenFirstNeed, ownAttempts },
    ...{ pinch, pinchSource, lawPurpose, unease },
    facts: answered,
  };
}
