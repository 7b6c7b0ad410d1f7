import { asc, eq, sql } from "drizzle-orm";
import {
  caseLawReferences,
  claims,
  costLines,
  db,
  optionClaims,
  options,
  people,
  scopes,
} from "#db";

import { costComparison, type OptionCost } from "#app/domain/costs.ts";
import { parseLawReference, type LawReference } from "#app/domain/law-reference.ts";
import { textIn, type Language } from "#app/domain/local-text.ts";
import type { CaseContent, CaseFact, CaseNames } from "#app/schemas/case-view.ts";
import type { CaseRow } from "./case-access.server.ts";
import { shownFacts } from "./case-facts.server.ts";

// The page of a case is read most of all: every query on it is prepared once.
const ofCase = db.hot<{ caseId: string }>();
const caseId = sql.placeholder("caseId");

const lawReferencesOf = ofCase((read) =>
  read
    .select({ value: caseLawReferences.value })
    .from(caseLawReferences)
    .where(eq(caseLawReferences.caseId, caseId))
    .orderBy(asc(caseLawReferences.position)),
);

const claimsOf = ofCase((read) =>
  read
    .select({ id: claims.id, label: claims.label, cents: claims.cents })
    .from(claims)
    .where(eq(claims.caseId, caseId))
    .orderBy(asc(claims.position)),
);

const optionsOf = ofCase((read) =>
  read.select().from(options).where(eq(options.caseId, caseId)).orderBy(asc(options.position)),
);

const costLinesOf = ofCase((read) =>
  read
    .select({
      id: costLines.id,
      optionId: costLines.optionId,
      post: costLines.post,
      bearer: costLines.bearer,
      recurrence: costLines.recurrence,
      certainty: costLines.certainty,
      source: costLines.source,
      cents: costLines.cents,
    })
    .from(costLines)
    .innerJoin(options, eq(options.id, costLines.optionId))
    .where(eq(options.caseId, caseId))
    .orderBy(asc(options.position), asc(costLines.position)),
);

const optionClaimsOf = ofCase((read) =>
  read
    .select({
      optionId: optionClaims.optionId,
      claimId: optionClaims.claimId,
      level: optionClaims.level,
      note: optionClaims.note,
    })
    .from(optionClaims)
    .innerJoin(options, eq(options.id, optionClaims.optionId))
    .where(eq(options.caseId, caseId))
    .orderBy(asc(options.position), asc(optionClaims.claimId)),
);

const scopeName = db.hot<{ id: string }>()((read) =>
  read
    .select({ name: scopes.name })
    .from(scopes)
    .where(eq(scopes.id, sql.placeholder("id"))),
);

const personName = db.hot<{ id: string }>()((read) =>
  read
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, sql.placeholder("id"))),
);

/** What a case file holds: facts, law, claims, solutions and what they cost. */
export async function getCaseContent(caseFile: CaseRow, language: Language): Promise<CaseContent> {
  const values = { caseId: caseFile.id };
  const [known, references, claimed, solutions, lines, perClaim] = await Promise.all([
    shownFacts(caseFile.id),
    lawReferencesOf(values),
    claimsOf(values),
    optionsOf(values),
    costLinesOf(values),
    optionClaimsOf(values),
  ]);
  const established = known.map(
    ({ factId, key: _key, label, definition, mergedFrom, ...fact }): CaseFact => ({
      ...fact,
      id: factId,
      label: textIn(label, language),
      definition: textIn(definition, language),
      mergedFrom: mergedFrom.map((name) => textIn(name, language)),
    }),
  );
  return {
    facts: established,
    lawReferences: references.flatMap(({ value }): LawReference[] => {
      const reference = parseLawReference(value);
      return reference ? [reference] : [];
    }),
    claims: claimed,
    options: solutions.map(({ version: _version, caseId: _caseId, ...option }) => option),
    costLines: lines,
    optionClaims: perClaim,
    costs: lines.length > 0 ? costsOf(solutions, lines) : [],
  };
}

/** The names that go with the ids in the case itself. */
export async function getCaseNames({
  scopeId,
  submitterId,
  coordinatorId,
}: CaseRow): Promise<CaseNames> {
  const [scope, submitter, coordinator] = await Promise.all([
    scopeId ? scopeName({ id: scopeId }) : [],
    personName({ id: submitterId }),
    coordinatorId ? personName({ id: coordinatorId }) : [],
  ]);
  return {
    scope: scope[0]?.name ?? null,
    submitter: submitter[0]?.name ?? "",
    coordinator: coordinator[0]?.name ?? null,
  };
}

type Lines = Parameters<typeof costComparison>[0]["lines"];

function costsOf(solutions: { id: string; position: number }[], lines: Lines): OptionCost[] {
  return costComparison({ options: solutions, lines });
}
