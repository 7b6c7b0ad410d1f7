import { db, environment } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { compareCosts, dueState, type EstimatedCost } from "#app/domain/follow-up.ts";
import { hasRight } from "#app/domain/rights.ts";
import type {
  FollowUpCondition,
  FollowUpPage,
  FollowUpReview,
} from "#app/schemas/follow-up-view.ts";
import type { Access } from "./access.server.ts";
import { getCase } from "./case-access.server.ts";
import { moveCase } from "./case-status.server.ts";
import { listDecisionOwners } from "./decision-owners.server.ts";
import { namesOf } from "./decision-page.server.ts";
import { listDocuments } from "./documents.server.ts";
import {
  listAgreements,
  peopleIn,
  type AgreedCondition,
  type AgreedReview,
  type Agreements,
} from "./follow-up-agreements.server.ts";
import { estimatedCosts } from "./follow-up-costs.server.ts";
import { listOpenProceedings, listProceedings } from "./proceeding-rows.server.ts";
import { recordReading } from "./readings.server.ts";
import { listSignalsOfCase } from "./reviews.server.ts";

/** What was agreed with a decision and what became of it: conditions, reviews, whether it helped. */
export async function getFollowUp(
  access: Access<"case.read">,
  caseId: string,
): Promise<FollowUpPage> {
  const caseFile = await getCase(access, caseId);
  await recordReading(access, caseFile, "follow-up");
  const { id, number, title, status } = caseFile;
  const mayRecord = hasRight(access.roles, "follow-up.record");
  const agreed = await listAgreements(caseId);
  const names = await namesOf(peopleIn(agreed));
  const estimated = await estimatedCosts(agreed.reviews.map(({ decisionId }) => decisionId));
  const conditions = agreed.conditions.map((row) => conditionView(access, row, names));
  const proceedings = await listOpenProceedings(caseFile);
  return {
    caseFile: { id, number, title, status },
    decision: agreed.decision,
    conditions,
    reviews: agreed.reviews.map((row) =>
      reviewView(row, names, estimated.get(row.decisionId) ?? []),
    ),
    proceedings,
    proceedingCount: (await listProceedings(db.read, caseId)).length,
    signals: hasRight(access.roles, "signal.read") ? await listSignalsOfCase(caseId) : [],
    documents:
      mayRecord || conditions.some((one) => one.mayRecord)
        ? (await listDocuments(access, caseFile)).map((one) => ({ id: one.id, name: one.name }))
        : [],
    ...startOfCosts(agreed, estimated),
    owners: mayRecord ? await listDecisionOwners(access, caseId) : [],
    mayRecord: mayRecord && agreed.decision !== null,
    mayClose: status === "follow_up" && hasRight(access.roles, "case.manage"),
    open: { ...openWork(agreed), proceedings: proceedings.length },
    now: environment.now(),
  };
}

function conditionView(
  access: Access<"case.read">,
  row: AgreedCondition,
  names: Map<string, string>,
): FollowUpCondition {
  const { id, text, dueDate, doneAt, doneBy, doneNote, proof } = row;
  return {
    ...{ id, text, dueDate, doneAt, doneNote, proof },
    owner: names.get(row.ownerId) ?? "",
    state: dueState({ dueDate, doneAt, now: environment.now() }),
    doneBy: doneBy && (names.get(doneBy) ?? null),
    mayRecord: row.current && mayRecordCondition(access, row),
  };
}

function reviewView(
  row: AgreedReview,
  names: Map<string, string>,
  estimated: EstimatedCost[],
): FollowUpReview {
  const { id, dueDate, heldAt, heldBy, note, learned, costs, costLines } = row;
  const { helpedCitizen, helpedProfessional, conditionsKept, signalTakenUp } = row;
  return {
    ...{ id, dueDate, heldAt, note, costs },
    ...{ helpedCitizen, helpedProfessional, conditionsKept, signalTakenUp },
    learned: learned ?? "",
    owner: names.get(row.ownerId) ?? "",
    heldBy: heldBy && (names.get(heldBy) ?? null),
    state: dueState({ dueDate, doneAt: heldAt, now: environment.now() }),
    compared: costLines && compareCosts(estimated, costLines),
  };
}

/** A review corrects what the last one found, or else what was expected. */
function startOfCosts(
  { decision, reviews }: Agreements,
  estimated: Map<string, EstimatedCost[]>,
): Pick<FollowUpPage, "startLines" | "startsFromEstimate"> {
  const last = reviews
    .filter(({ decisionId, costLines }) => decisionId === decision?.id && costLines !== null)
    .sort((a, b) => (b.heldAt ?? 0) - (a.heldAt ?? 0))[0];
  const expected = (decision && estimated.get(decision.id)) ?? [];
  const lines = last?.costLines ?? expected;
  return {
    startLines: lines.map(({ post, bearer, cents }) => ({ post, bearer, cents })),
    startsFromEstimate: !last && expected.length > 0,
  };
}

/** A condition is recorded by who owns it, in whatever role, or by a coordinator. */
export function mayRecordCondition(
  access: Access<"case.read">,
  { ownerId }: { ownerId: string },
): boolean {
  return ownerId === access.person.id || access.roles.includes("coordinator");
}

/** A proceeding is recorded by who owns it, or by a coordinator. */
export function ownsOrCoordinates(
  access: Access<"case.read" | "follow-up.record">,
  { ownerId }: { ownerId: string },
): boolean {
  if (!hasRight(access.roles, "follow-up.record")) return false;
  return ownerId === access.person.id || access.roles.includes("coordinator");
}

function openWork(agreed: Agreements): Pick<FollowUpPage["open"], "conditions" | "reviewHeld"> {
  return {
    conditions: agreed.conditions.filter(({ doneAt }) => doneAt === null).length,
    reviewHeld: agreed.reviews.some(({ heldAt }) => heldAt !== null),
  };
}

/** Closes the case once its conditions are done, somebody looked back and no proceeding runs. */
export async function closeFollowUp(
  access: Access<"follow-up.record">,
  caseId: string,
  formKey?: string,
): Promise<void> {
  const caseFile = await getCase(access, caseId);
  if (!hasRight(access.roles, "case.manage")) throw new DomainError("forbidden");
  const open = openWork(await listAgreements(caseId));
  if (open.conditions > 0 || !open.reviewHeld) throw new DomainError("follow_up_open");
  await db.write(
    access.actor,
    async (tx) => {
      if (caseFile.status !== "follow_up") throw new DomainError("status_move_not_allowed");
      await moveCase(tx, caseFile, "closed", { personId: access.person.id });
    },
    { formKey },
  );
}
