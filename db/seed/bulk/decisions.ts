import { reviewDate } from "../../../app/domain/precedent-rules.ts";
import { packFacts } from "../../precedent-words.ts";
import type { precedentWords } from "../../schema.ts";
import type { BulkCase } from "./cases.ts";
import { writeEvent } from "./events.ts";
import type { BulkRound } from "./rounds.ts";
import { nextNumber, someOf, type World } from "./world.ts";

const dayInMs = 86_400_000;
/** Of so many earlier precedents a decision may name one. */
const remembered = 500;
const namedShare = 0.3;
const reviewDays = 180;

type Taken = {
  id: string;
  caseFile: BulkCase;
  option: BulkCase["options"][number];
  takenAt: number;
  motivation: Record<string, string>;
  reasons: { pro: string[]; con: string[] };
};

/** Writes the decision on a case with its follow-up, and the precedent made from it. */
export function writeDecision(world: World, caseFile: BulkCase, round: BulkRound | null): void {
  const taken = newDecision(world, caseFile, round);
  writeDecisionRow(world, taken, round);
  writeFollowUp(world, taken);
  writePrecedent(world, taken);
}

function newDecision(world: World, caseFile: BulkCase, round: BulkRound | null): Taken {
  const { random, words } = world;
  const takenAt = caseFile.moments.get("follow_up") ?? world.now;
  const proposed = caseFile.options.find(({ id }) => round?.proposed.includes(id));
  const present = caseFile.facts.filter(({ answer }) => answer === "yes");
  const side = (direction: "pro" | "con") =>
    present.filter((fact) => fact.direction === direction).map(({ id }) => id);
  return {
    id: world.newId(takenAt),
    caseFile,
    option: proposed ?? random.oneOf(caseFile.options),
    takenAt,
    motivation: Object.fromEntries(
      world.questionSet.content.perspectives.map(({ key }) => [key, words.text(random, 40)]),
    ),
    reasons: { pro: someOf(random, side("pro"), 2), con: someOf(random, side("con"), 1) },
  };
}

function writeDecisionRow(world: World, taken: Taken, round: BulkRound | null): void {
  const { random, write } = world;
  const { id, caseFile, option, takenAt } = taken;
  const { organisation } = caseFile;
  const earlier = organisation.precedentIds.at(-1 - random.below(remembered));
  const named = random.next() < namedShare ? earlier : undefined;
  const takenBy = random.oneOf(organisation.decisionMakers);
  write.decision({
    ...writtenParts(world, taken),
    id,
    organisationId: organisation.id,
    caseId: caseFile.id,
    weighingId: round?.weighingId ?? null,
    number: 1,
    kind: "initial",
    status: "taken",
    optionId: option.id,
    level: option.level,
    precedentCheck: named === undefined ? "not_found" : "found",
    citizenToldAt: takenAt,
    reviewDate: takenAt + reviewDays * dayInMs,
    preparedBy: caseFile.coordinatorId,
    takenBy,
    takenAt,
    createdAt: takenAt,
    updatedAt: takenAt,
  });
  for (const claimId of caseFile.claimIds) {
    write.decisionClaim({ decisionId: id, claimId, optionId: option.id });
  }
  if (named !== undefined) write.decisionPrecedent({ decisionId: id, precedentId: named });
  writeEvent(world, organisation, {
    at: takenAt,
    actorId: takenBy,
    kind: "decision.taken",
    subject: { type: "decision", id },
    caseId: caseFile.id,
  });
}

function writtenParts({ random, words }: World, { option, motivation, reasons }: Taken) {
  return {
    ground: option.ground,
    groundReference: option.ground === null ? "" : "Awb 4:84",
    motivation,
    reasonPro: reasons.pro,
    reasonCon: reasons.con,
    departure: words.text(random, 12),
    coverageReason: words.text(random, 8),
    undiscussedReason: words.text(random, 8),
    precedentCheckText: words.text(random, 12),
    dignityRespected: true,
    citizenTold: words.text(random, 15),
  };
}

function writeFollowUp(world: World, { id: decisionId, caseFile, takenAt }: Taken): void {
  const { random, words, write } = world;
  const closedAt = caseFile.moments.get("closed") ?? null;
  const count = random.below(3);
  for (let position = 0; position < count; position += 1) {
    const dueDate = takenAt + (30 + random.below(300)) * dayInMs;
    const doneAt = closedAt ?? (dueDate < world.now && random.next() < 0.97 ? dueDate : null);
    const ownerId = random.oneOf(caseFile.organisation.coordinators);
    write.condition({
      id: world.newId(takenAt),
      decisionId,
      text: words.text(random, 9),
      ownerId,
      dueDate,
      position,
      doneAt,
      doneBy: doneAt === null ? null : ownerId,
    });
  }
  const dueDate = takenAt + reviewDays * dayInMs;
  const heldAt = closedAt ?? (dueDate < world.now && random.next() < 0.97 ? dueDate : null);
  write.review({
    id: world.newId(takenAt),
    decisionId,
    ownerId: caseFile.coordinatorId,
    dueDate,
    heldAt,
    heldBy: heldAt === null ? null : caseFile.coordinatorId,
    helpedCitizen: heldAt === null ? null : "yes",
    note: heldAt === null ? "" : words.text(random, 15),
  });
}

const statuses = [
  ["valid", 0.9],
  ["outdated", 0.05],
  ["in_review", 0.03],
  ["draft", 0.02],
] as const;
const visibilities = [
  ["organisation", 0.6],
  ["network", 0.3],
  ["public", 0.1],
] as const;

function writePrecedent(world: World, taken: Taken): void {
  const { random, words, write } = world;
  const { caseFile, takenAt, motivation } = taken;
  const { organisation, scope, title } = caseFile;
  const [editorId = "", publisherId = ""] = someOf(random, organisation.advisors, 2);
  const status = random.byShare(statuses);
  const isPublished = status === "valid" || status === "outdated";
  const publishedAt = isPublished ? Math.min(takenAt + 20 * dayInMs, world.now) : null;
  const [id, summary] = [world.newId(takenAt), words.text(random, 55)];
  const row = {
    id,
    organisationId: organisation.id,
    decisionId: taken.id,
    number: nextNumber(organisation, "P-", takenAt),
    title,
    summary,
    motivation,
    lawReferences: caseFile.lawReferences,
    lifeEvents: caseFile.lifeEvents,
    scopeId: scope.id,
    level: taken.option.level,
    status,
    endReason: status === "outdated" ? words.text(random, 8) : "",
    endedAt: status === "outdated" ? world.now : null,
    catalogueSize: world.facts.length,
    visibility: random.byShare(visibilities),
    ownerId: editorId,
    editorId,
    publisherId: isPublished ? publisherId : null,
    decidedAt: takenAt,
    publishedAt,
    reviewDate: publishedAt === null ? null : reviewDate(publishedAt),
    createdAt: takenAt,
    updatedAt: publishedAt ?? takenAt,
  };
  write.precedent(row);
  if (status === "valid") organisation.precedentIds.push(id);
  if (isPublished) writePacked(world, taken, row);
  writePrecedentFacts(world, id, taken, summary);
}

type Packed = Pick<
  typeof precedentWords.$inferInsert,
  "visibility" | "level" | "decidedAt" | "catalogueSize"
> & { id: string; scopeId: string; status: string };

function writePacked(world: World, { caseFile, reasons }: Taken, row: Packed): void {
  const named = [...reasons.pro, ...reasons.con];
  const own = caseFile.facts
    .filter(({ answer }) => answer === "yes")
    .map(({ id, number, direction }) => ({
      number,
      side: direction,
      inReason: named.includes(id),
    }));
  const { id, status, scopeId, visibility, level, decidedAt, catalogueSize } = row;
  world.packed += 1;
  world.write.precedentWords({
    precedentId: id,
    changed: world.packed,
    ...{ scopeId, visibility, level, decidedAt, catalogueSize },
    packed: status === "valid" ? packFacts(own) : "",
  });
}

function writePrecedentFacts(world: World, id: string, taken: Taken, summary: string): void {
  const { caseFile, motivation, reasons } = taken;
  const present = caseFile.facts.filter(({ answer }) => answer === "yes");
  for (const { id: factId, direction } of present) {
    const inReason = [...reasons.pro, ...reasons.con].includes(factId) ? 1 : 0;
    world.write.precedentFact({ precedentId: id, factId, side: direction, inReason });
  }
  world.write.search.add("precedent", {
    id,
    title: caseFile.title,
    facts: present.flatMap(({ label, synonyms }) => [label, ...synonyms]).join("\n"),
    summary,
    motivation: Object.values(motivation).join("\n"),
  });
}
