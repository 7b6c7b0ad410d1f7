import { weighing, type WeighingInput } from "../../../app/domain/weighing.ts";
import type { PerspectiveTemplate } from "../../../app/domain/question-set.ts";
import type { ItemPhase } from "../../../app/domain/session.ts";
import type { BulkCase } from "./cases.ts";
import { writeEvent } from "./events.ts";
import { someOf, type World } from "./world.ts";

const assessorsPerPanel = 2;
const casesPerAgenda = 6;
const dayInMs = 86_400_000;

export type BulkRound = { weighingId: string | null; proposed: string[]; assessors: string[] };

type Item = {
  id: string;
  sessionId: string;
  caseFile: BulkCase;
  phase: ItemPhase;
  openedAt: number;
  revealedAt: number | null;
  panels: { perspective: PerspectiveTemplate; assessors: string[] }[];
};

/** A blind round of a panel of six on a case: complete once revealed, half way while scoring. */
export function writeRound(world: World, caseFile: BulkCase): BulkRound {
  const item = newItem(world, caseFile);
  writeItem(world, item);
  const given = writeScores(world, item);
  const assessors = item.panels.flatMap((panel) => panel.assessors);
  if (item.revealedAt === null) return { weighingId: null, proposed: [], assessors };
  const input = weighingInput(world, item, given);
  const result = weighing(input);
  const weighingId = world.newId(item.revealedAt);
  writeWeighing(world, item, { id: weighingId, input, result });
  return { weighingId, proposed: result.proposed, assessors };
}

function newItem(world: World, caseFile: BulkCase): Item {
  const { moments, organisation } = caseFile;
  const openedAt = moments.get("scoring") ?? world.now;
  const revealedAt = moments.get("deliberation") ?? null;
  const isConcluded = moments.has("decision");
  const phase = isConcluded ? "concluded" : revealedAt === null ? "scoring" : "revealed";
  return {
    id: world.newId(openedAt),
    sessionId: agendaFor(world, caseFile, { phase, openedAt }),
    caseFile,
    phase,
    openedAt,
    revealedAt,
    panels: world.questionSet.content.perspectives.map((perspective) => ({
      perspective,
      assessors: someOf(
        world.random,
        organisation.panels.find(({ key }) => key === perspective.key)?.assessors ?? [],
        assessorsPerPanel,
      ),
    })),
  };
}

/** A session with room on its agenda for a case in this phase; a new one when there is none. */
function agendaFor(
  world: World,
  { organisation, coordinatorId }: BulkCase,
  { phase, openedAt }: { phase: ItemPhase; openedAt: number },
): string {
  const current = organisation.agendas.get(phase);
  if (current && current.cases < casesPerAgenda) {
    current.cases += 1;
    return current.id;
  }
  const id = world.newId(openedAt - 7 * dayInMs);
  organisation.agendas.set(phase, { id, cases: 1 });
  world.write.session({
    id,
    organisationId: organisation.id,
    title: world.words.text(world.random, 4).slice(0, -1),
    kind: "spread",
    status: phase === "concluded" ? "closed" : "open",
    questionSetId: world.questionSet.id,
    facilitatorId: coordinatorId,
    startsAt: openedAt,
    deadline: openedAt + 7 * dayInMs,
    createdAt: openedAt - 7 * dayInMs,
  });
  return id;
}

function writeItem(world: World, item: Item): void {
  const { caseFile, panels, phase, openedAt, revealedAt } = item;
  world.write.agendaItem({
    id: item.id,
    sessionId: item.sessionId,
    caseId: caseFile.id,
    position: 1 + world.random.below(casesPerAgenda),
    phase,
    weights: panels.map(({ perspective: { key, weight, passMark } }) => ({
      perspective: key,
      weight,
      passMark,
    })),
    openedAt,
    revealedAt,
    revealedBy: revealedAt === null ? null : caseFile.coordinatorId,
    missing: [],
    concludedAt: phase === "concluded" ? (caseFile.moments.get("decision") ?? null) : null,
  });
  for (const { perspective, assessors } of panels) {
    for (const personId of assessors) {
      const seat = { agendaItemId: item.id, personId, perspective: perspective.key };
      world.write.panelMember({ ...seat, readyAt: revealedAt });
    }
  }
  const kinds = ["item.scoring-opened", ...(revealedAt === null ? [] : ["item.revealed"])];
  for (const kind of kinds) {
    writeEvent(world, caseFile.organisation, {
      at: kind === "item.revealed" ? (revealedAt ?? openedAt) : openedAt,
      actorId: caseFile.coordinatorId,
      kind,
      subject: { type: "agenda_item", id: item.id },
      caseId: caseFile.id,
      sessionId: item.sessionId,
    });
  }
}

type Given = Pick<WeighingInput, "ratings" | "gateAnswers">;

function writeScores(world: World, item: Item): Given {
  const given: Given = { ratings: [], gateAnswers: [] };
  for (const panel of item.panels) {
    for (const assessor of panel.assessors) {
      for (const option of item.caseFile.options) {
        // While scoring is open about half of it is there.
        if (item.revealedAt === null && world.random.next() < 0.5) continue;
        scoreOption(world, { item, given, assessor, perspective: panel.perspective, option });
      }
    }
  }
  return given;
}

function scoreOption(
  world: World,
  cell: {
    item: Item;
    given: Given;
    assessor: string;
    perspective: PerspectiveTemplate;
    option: BulkCase["options"][number];
  },
): void {
  const { random, words, write } = world;
  const { item, given, assessor, perspective, option } = cell;
  const updatedAt = item.revealedAt ?? world.now;
  const place = {
    agendaItemId: item.id,
    round: 1,
    personId: assessor,
    perspective: perspective.key,
    optionId: option.id,
    updatedAt,
  };
  const where = { assessor, perspective: perspective.key, option: option.id };
  for (const { key: criterion } of perspective.criteria) {
    const value = valueFor(world, option.level);
    const reason = value !== null && value <= 2 ? words.text(random, 9) : "";
    const kind = value === null ? ("no_judgement" as const) : ("score" as const);
    write.rating({ id: world.newId(updatedAt), ...place, criterion, kind, value, reason });
    given.ratings.push({ ...where, criterion, value });
  }
  for (const { key: gate } of perspective.gates) {
    const answer = random.next() < 0.93 ? ("yes" as const) : ("unsure" as const);
    const reason = answer === "yes" ? "" : words.text(random, 9);
    write.gateRating({ id: world.newId(updatedAt), ...place, gate, answer, reason });
    given.gateAnswers.push({ ...where, gate, answer });
  }
}

/** Relief scores somewhat better than strict application; now and then someone has no judgement. */
function valueFor({ random }: World, level: number): 1 | 2 | 3 | 4 | 5 | null {
  if (random.next() < 0.03) return null;
  const around = 2.4 + level * 0.45 + (random.next() + random.next() - 1) * 2;
  const points = [1, 2, 3, 4, 5] as const;
  return points[Math.min(5, Math.max(1, Math.round(around))) - 1] ?? 3;
}

function weighingInput(world: World, { caseFile, panels }: Item, given: Given): WeighingInput {
  return {
    perspectives: panels.map(({ perspective, assessors }) => ({
      id: perspective.key,
      weight: perspective.weight,
      passMark: perspective.passMark,
      criteria: perspective.criteria.map(({ key, weight }) => ({ id: key, weight })),
      gates: perspective.gates.map(({ key }) => ({ id: key })),
      assessors,
    })),
    options: caseFile.options.map(({ id }) => ({ id })),
    ...given,
    margin: world.questionSet.content.margin,
  };
}

function writeWeighing(
  world: World,
  { id: agendaItemId, caseFile, panels, revealedAt }: Item,
  made: { id: string; input: WeighingInput; result: ReturnType<typeof weighing> },
): void {
  const options = caseFile.options.map(({ id, title, level }, position) => ({
    id,
    position,
    title,
    level,
  }));
  const people = panels.flatMap(({ perspective, assessors }) =>
    assessors.map((id) => ({ id, name: id.slice(-6), perspective: perspective.key })),
  );
  const parts = { input: made.input, result: made.result, options, people };
  const snapshot = `${JSON.stringify(parts).slice(0, -1)},"questionSet":${world.questionSetJson}}`;
  world.write.weighing({
    id: made.id,
    caseId: caseFile.id,
    agendaItemId,
    number: 1,
    round: 1,
    // The writer takes JSON as text; the question set in it is the same every time.
    snapshot: snapshot as never,
    createdBy: caseFile.coordinatorId,
    createdAt: revealedAt ?? world.now,
  });
}
