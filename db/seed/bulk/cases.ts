import { caseRoad, caseSteps, lifeEvents, type CaseStatus } from "../../../app/domain/case-file.ts";
import { bearers, type GroundKey } from "../../../app/domain/option.ts";
import { writeEvent } from "./events.ts";
import { nextNumber, someOf, type BulkFact, type BulkOrganisation, type World } from "./world.ts";

const dayInMs = 86_400_000;
/** The cases of so many days up to now; the younger ones are still open. */
const spanDays = 5 * 365;
const openDays = 120;

const grounds: GroundKey[] = [
  "room_in_norm",
  "policy_rule_departure",
  "hardship_clause",
  "proportionality_test",
];

export type BulkCase = {
  id: string;
  organisation: BulkOrganisation;
  status: CaseStatus;
  submitterId: string;
  coordinatorId: string;
  title: string;
  story: string;
  scope: BulkOrganisation["scopes"][number];
  lawReferences: string[];
  lifeEvents: string[];
  facts: (BulkFact & { answer: "yes" | "no" | "unknown" })[];
  options: { id: string; title: string; level: number; ground: GroundKey | null }[];
  claimIds: string[];
  moments: Map<CaseStatus, number>;
};

/** Writes one case with all of its file; `place` from 0 to 1 is where in time it stands. */
export function writeCase(world: World, place: number): BulkCase {
  const { random, now } = world;
  const receivedAt = Math.floor(now - spanDays * dayInMs * (1 - place) - random.next() * dayInMs);
  const caseFile = newCase(world, receivedAt);
  writeFile(world, caseFile, receivedAt);
  writeStatusChanges(world, caseFile);
  writeFactsAndLaw(world, caseFile);
  writeOptions(world, caseFile);
  return caseFile;
}

function newCase(world: World, receivedAt: number): BulkCase {
  const { random, words, organisations } = world;
  const [agency, ...others] = organisations;
  // Four in five belong to the agency, so that one organisation has a very long list.
  const organisation = agency && random.next() < 0.8 ? agency : random.oneOf(others);
  const scope = random.oneOf(organisation.scopes);
  const status = statusOf(world, receivedAt);
  return {
    id: world.newId(receivedAt),
    organisation,
    status,
    submitterId: random.oneOf(organisation.submitters),
    coordinatorId: random.oneOf(organisation.coordinators),
    title: words.text(random, 6 + random.below(5)).slice(0, -1),
    story: words.text(random, 90 + random.below(80)),
    scope,
    lawReferences: someOf(random, scope.laws, 1 + random.below(2)),
    lifeEvents: someOf(random, lifeEvents, random.below(3)),
    facts: someOf(random, scope.facts, 3 + random.below(5)).map((fact) => ({
      ...fact,
      answer: random.byShare([
        ["yes", 0.7],
        ["no", 0.2],
        ["unknown", 0.1],
      ] as const),
    })),
    options: newOptions(world, receivedAt),
    claimIds: Array.from({ length: 1 + random.below(2) }, () => world.newId(receivedAt)),
    moments: momentsOf(world, status, receivedAt),
  };
}

function statusOf({ random, now }: World, receivedAt: number): CaseStatus {
  const isYoung = now - receivedAt < openDays * dayInMs;
  return isYoung
    ? random.byShare([
        ["registered", 0.3],
        ["intake", 0.25],
        ["facts_and_options", 0.2],
        ["scoring", 0.1],
        ["deliberation", 0.08],
        ["decision", 0.07],
      ] as const)
    : random.byShare([
        ["closed", 0.33],
        ["follow_up", 0.1],
        ["standard_route", 0.27],
        ["referred", 0.18],
        ["withdrawn", 0.12],
      ] as const);
}

/** Each status some days after the one before it, none later than now. */
function momentsOf({ random, now }: World, status: CaseStatus, receivedAt: number) {
  const place = caseRoad.findIndex((step) => step === status);
  const road: readonly CaseStatus[] =
    place < 0 ? [...caseRoad.slice(0, 2), status] : caseRoad.slice(0, place + 1);
  const moments = new Map<CaseStatus, number>();
  let at = receivedAt;
  for (const step of road) {
    moments.set(step, Math.min(at, now));
    at += Math.floor((1 + random.next() * 12) * dayInMs);
  }
  return moments;
}

function newOptions({ random, words, newId }: World, receivedAt: number): BulkCase["options"] {
  return [0, 1 + random.below(2), 3].map((level) => ({
    id: newId(receivedAt),
    title: level === 0 ? "Strikte toepassing" : words.text(random, 5).slice(0, -1),
    level,
    ground: level === 0 ? null : random.oneOf(grounds),
  }));
}

export function updatedAt({ moments }: BulkCase): number {
  return Math.max(...moments.values());
}

function writeFile(world: World, caseFile: BulkCase, receivedAt: number): void {
  const { random, words, write } = world;
  const { organisation, id, facts, title, story, status, coordinatorId } = caseFile;
  const written = writtenParts((length) => words.text(random, length));
  write.caseFile({
    ...written,
    id,
    organisationId: organisation.id,
    number: nextNumber(organisation, "", receivedAt),
    status,
    submitterId: caseFile.submitterId,
    coordinatorId: status === "registered" ? null : coordinatorId,
    receivedAt,
    title,
    story,
    citizenHeardAt: receivedAt,
    urgencyKind: random.next() < 0.1 ? "eviction" : null,
    lifeEvents: caseFile.lifeEvents,
    scopeId: caseFile.scope.id,
    pinchPlace: "law_article",
    specialHealth: random.next() < 0.15,
    specialCriminal: random.next() < 0.03,
    savedSteps: [...caseSteps],
    createdAt: receivedAt,
    updatedAt: updatedAt(caseFile),
  });
  const labels = facts.filter(({ answer }) => answer === "yes").map(({ label }) => label);
  const summary = `${written.pinch}\n${written.citizenWish}`;
  write.search.add("case", { id, title, facts: labels.join("\n"), summary, motivation: story });
}

function writtenParts(text: (length: number) => string) {
  return {
    citizenWish: text(14),
    citizenFirstNeed: text(8),
    ownAttempts: text(25),
    unease: text(15),
    pinch: text(24),
    pinchSource: text(6),
    lawPurpose: text(25),
    organisationsInvolved: text(8),
    contactPerson: text(6),
    sharingConsent: text(12),
    answers: { incident_or_structural: text(10) },
  };
}

function writeStatusChanges(world: World, caseFile: BulkCase): void {
  const { id, submitterId, coordinatorId, organisation } = caseFile;
  let fromStatus: CaseStatus | null = null;
  for (const [toStatus, at] of caseFile.moments) {
    const personId = fromStatus === null ? submitterId : coordinatorId;
    const isExit = !caseRoad.some((step) => step === toStatus);
    const reason = isExit ? world.words.text(world.random, 10) : "";
    world.write.statusChange({
      id: world.newId(at),
      caseId: id,
      fromStatus,
      toStatus,
      reason,
      personId,
      at,
    });
    writeEvent(world, organisation, {
      at,
      actorId: personId,
      kind: fromStatus === null ? "case.created" : "case.status_changed",
      subject: { type: "case", id },
      caseId: id,
      details: { to: toStatus },
    });
    fromStatus = toStatus;
  }
}

function writeFactsAndLaw(world: World, caseFile: BulkCase): void {
  const { random, words, write } = world;
  for (const { id: factId, answer } of caseFile.facts) {
    const [note, source] = [words.text(random, 8), words.text(random, 3)];
    write.caseFact({ caseId: caseFile.id, factId, answer, note, source });
  }
  for (const [position, value] of caseFile.lawReferences.entries()) {
    const kind = value.startsWith("jci") ? "jci" : "bwb";
    const id = world.newId(updatedAt(caseFile));
    write.caseLaw({ id, caseId: caseFile.id, kind, value, position });
  }
}

function writeOptions(world: World, caseFile: BulkCase): void {
  const { random, words, write } = world;
  for (const [position, id] of caseFile.claimIds.entries()) {
    const label = words.text(random, 5).slice(0, -1);
    write.claim({ id, caseId: caseFile.id, label, cents: random.below(2_000_000), position });
  }
  for (const [position, option] of caseFile.options.entries()) {
    write.option({
      ...option,
      caseId: caseFile.id,
      position,
      description: words.text(random, 22),
      groundReference: option.ground === null ? "" : "Awb 4:84",
    });
    writeCosts(world, option.id, updatedAt(caseFile));
  }
}

function writeCosts({ random, words, write, newId }: World, optionId: string, at: number): void {
  const count = 1 + random.below(2);
  for (let position = 0; position < count; position += 1) {
    write.costLine({
      id: newId(at),
      optionId,
      post: words.text(random, 4).slice(0, -1),
      bearer: random.oneOf(bearers),
      recurrence: random.next() < 0.7 ? "once" : "yearly",
      certainty: random.next() < 0.5 ? "known" : "estimate",
      source: words.text(random, 4),
      cents: random.below(1_500_000) - 200_000,
      position,
    });
  }
}
