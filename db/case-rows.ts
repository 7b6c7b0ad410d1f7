/**
 * Where a case is: every table that hangs on it, in an order in which foreign keys let the rows go.
 * What of a case is in none of these stays when it is destroyed; `stayingTables` says why.
 */
import { and, eq, getTableName, inArray, isNull, or, type SQL } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { CaseRowKind } from "../app/domain/retention.ts";
import * as schema from "./schema.ts";
import type { Queries } from "./sqlite/connection.ts";

export type CaseRows = {
  name: string;
  table: SQLiteTable;
  kind: CaseRowKind;
  /** The rows of this case. */
  of: (tx: Queries, caseId: string) => SQL | undefined;
};

const {
  agendaItems: items,
  decisions,
  handoverCases,
  handovers,
  lineChanges,
  options,
  precedents,
  precedentAdoptions,
  decisionPrecedents,
  lineChangePrecedents,
} = schema;

/** Children before their parents. */
export const caseRows: CaseRows[] = [
  rows(schema.precedentWords, "precedentDrafts", ofDrafts(schema.precedentWords.precedentId)),
  rows(schema.signalPrecedents, "precedentDrafts", ofDrafts(schema.signalPrecedents.precedentId)),
  rows(schema.precedentFacts, "precedentDrafts", ofDrafts(schema.precedentFacts.precedentId)),
  rows(decisionPrecedents, "decisions", (tx, caseId) =>
    or(
      inArray(decisionPrecedents.decisionId, decisionsOf(tx, caseId)),
      inArray(decisionPrecedents.precedentId, draftsOf(tx, caseId)),
    ),
  ),
  rows(lineChangePrecedents, "lines", (tx, caseId) =>
    or(
      inArray(lineChangePrecedents.lineChangeId, lineChangesOf(tx, caseId)),
      inArray(lineChangePrecedents.precedentId, draftsOf(tx, caseId)),
    ),
  ),
  rows(precedentAdoptions, "decisions", (tx, caseId) =>
    or(
      eq(precedentAdoptions.caseId, caseId),
      inArray(precedentAdoptions.precedentId, draftsOf(tx, caseId)),
    ),
  ),
  rows(precedents, "precedentDrafts", (tx, caseId) => inArray(precedents.id, draftsOf(tx, caseId))),
  rows(lineChanges, "lines", (_, caseId) => eq(lineChanges.caseId, caseId)),
  rows(schema.questionnaires, "followUp", (_, caseId) => eq(schema.questionnaires.caseId, caseId)),
  rows(schema.letters, "followUp", (_, caseId) => eq(schema.letters.caseId, caseId)),
  rows(schema.proceedings, "followUp", (_, caseId) => eq(schema.proceedings.caseId, caseId)),
  rows(handoverCases, "followUp", (tx, caseId) =>
    or(
      eq(handoverCases.caseId, caseId),
      inArray(
        handoverCases.handoverId,
        tx.select({ id: handovers.id }).from(handovers).where(eq(handovers.caseId, caseId)),
      ),
    ),
  ),
  rows(handovers, "followUp", (_, caseId) => eq(handovers.caseId, caseId)),
  rows(schema.wrongDoors, "records", (_, caseId) => eq(schema.wrongDoors.caseId, caseId)),
  rows(schema.signalCases, "records", (_, caseId) => eq(schema.signalCases.caseId, caseId)),
  rows(schema.ruleSettlements, "records", (_, caseId) => eq(schema.ruleSettlements.caseId, caseId)),
  rows(schema.reviews, "followUp", ofDecisions(schema.reviews.decisionId)),
  rows(schema.conditions, "followUp", ofDecisions(schema.conditions.decisionId)),
  rows(schema.decisionClaims, "decisions", ofDecisions(schema.decisionClaims.decisionId)),
  rows(decisions, "decisions", (_, caseId) => eq(decisions.caseId, caseId)),
  rows(schema.weighings, "decisions", (_, caseId) => eq(schema.weighings.caseId, caseId)),
  rows(schema.reminders, "scoring", ofItems(schema.reminders.agendaItemId)),
  rows(schema.caseArguments, "discussion", ofItems(schema.caseArguments.agendaItemId)),
  rows(schema.minorityViews, "discussion", ofItems(schema.minorityViews.agendaItemId)),
  rows(schema.flaggedCells, "discussion", ofItems(schema.flaggedCells.agendaItemId)),
  rows(schema.discussedCells, "discussion", ofItems(schema.discussedCells.agendaItemId)),
  rows(schema.secondRoundCells, "scoring", ofItems(schema.secondRoundCells.agendaItemId)),
  rows(schema.secondRounds, "scoring", ofItems(schema.secondRounds.agendaItemId)),
  rows(schema.ratings, "scoring", ofItems(schema.ratings.agendaItemId)),
  rows(schema.gateRatings, "scoring", ofItems(schema.gateRatings.agendaItemId)),
  rows(schema.panelMembers, "scoring", ofItems(schema.panelMembers.agendaItemId)),
  rows(items, "scoring", (_, caseId) => eq(items.caseId, caseId)),
  rows(schema.costLines, "options", ofOptions(schema.costLines.optionId)),
  rows(schema.optionClaims, "options", ofOptions(schema.optionClaims.optionId)),
  rows(options, "options", (_, caseId) => eq(options.caseId, caseId)),
  rows(schema.claims, "options", (_, caseId) => eq(schema.claims.caseId, caseId)),
  rows(schema.documents, "file", (_, caseId) => eq(schema.documents.caseId, caseId)),
  rows(schema.caseLawReferences, "file", (_, caseId) =>
    eq(schema.caseLawReferences.caseId, caseId),
  ),
  rows(schema.caseFacts, "file", (_, caseId) => eq(schema.caseFacts.caseId, caseId)),
  rows(schema.conflictsOfInterest, "records", (_, caseId) =>
    eq(schema.conflictsOfInterest.caseId, caseId),
  ),
  rows(schema.statusChanges, "records", (_, caseId) => eq(schema.statusChanges.caseId, caseId)),
  rows(schema.legalHolds, "records", (_, caseId) => eq(schema.legalHolds.caseId, caseId)),
  rows(schema.caseFigures, "records", (_, caseId) => eq(schema.caseFigures.caseId, caseId)),
  rows(schema.caseFiles, "file", (_, caseId) => eq(schema.caseFiles.id, caseId)),
];

/** Tables that name a case and keep doing so, with the reason. */
export const stayingTables: Record<string, string> = {
  audit_events: "the log only grows; what it says of the case is encrypted with the key that goes",
  destructions: "the proof of the destruction",
};

/** Precedents that were made from the case and published: anonymised, they stay on their own. */
export function publishedFrom(tx: Queries, caseId: string) {
  return inArray(precedents.decisionId, decisionsOf(tx, caseId));
}

/** Precedents that a change of line of this case ended. */
export function endedBy(tx: Queries, caseId: string) {
  return inArray(precedents.lineChangeId, lineChangesOf(tx, caseId));
}

/** A precedent that was never published holds the text of the case as it was. */
export function draftsOf(tx: Queries, caseId: string) {
  return tx
    .select({ id: precedents.id })
    .from(precedents)
    .where(
      and(inArray(precedents.decisionId, decisionsOf(tx, caseId)), isNull(precedents.publishedAt)),
    );
}

function decisionsOf(tx: Queries, caseId: string) {
  return tx.select({ id: decisions.id }).from(decisions).where(eq(decisions.caseId, caseId));
}

function lineChangesOf(tx: Queries, caseId: string) {
  return tx.select({ id: lineChanges.id }).from(lineChanges).where(eq(lineChanges.caseId, caseId));
}

type Of = CaseRows["of"];

function ofItems(column: SQLiteColumn): Of {
  return (tx, caseId) =>
    inArray(column, tx.select({ id: items.id }).from(items).where(eq(items.caseId, caseId)));
}

function ofOptions(column: SQLiteColumn): Of {
  return (tx, caseId) =>
    inArray(column, tx.select({ id: options.id }).from(options).where(eq(options.caseId, caseId)));
}

function ofDecisions(column: SQLiteColumn): Of {
  return (tx, caseId) => inArray(column, decisionsOf(tx, caseId));
}

function ofDrafts(column: SQLiteColumn): Of {
  return (tx, caseId) => inArray(column, draftsOf(tx, caseId));
}

function rows(table: SQLiteTable, kind: CaseRowKind, of: Of): CaseRows {
  return { name: getTableName(table), table, kind, of };
}
