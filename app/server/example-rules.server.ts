/** The numbers by which the adopted rules of the example were adopted. */
import { and, asc, eq, inArray, isNotNull, isNull, lt, type SQL } from "drizzle-orm";
import { caseFiles, decisions, policyRules, precedents, type Transaction } from "#db";
import type { SituationFigures } from "#app/domain/case-figures-situation.ts";
import {
  tryOut,
  type DecidedSituation,
  type RuleSituation,
  type RuleTryOut,
} from "#app/domain/policy-rule.ts";
import { situationsOf } from "./case-figures-situations.server.ts";
import { readPrecedents } from "./comparable-precedents.server.ts";
import { comparedCatalogue, type ComparedCatalogue } from "./compared-catalogue.server.ts";
import { countsNow } from "./precedent-access.server.ts";

type Asked = { catalogue: ComparedCatalogue; scopeId: string; before: number };

/** Tries each adopted rule out on what had been decided when it was adopted, by the rules themselves, and keeps that. */
export async function keepTryOuts(tx: Transaction, organisationIds: string[]): Promise<void> {
  const catalogue = await comparedCatalogue(tx);
  const rows = await tx
    .select()
    .from(policyRules)
    .where(
      and(inArray(policyRules.organisationId, organisationIds), isNotNull(policyRules.adoptedAt)),
    )
    .orderBy(asc(policyRules.id));
  for (const rule of rows) {
    const { scopeId, adoptedAt } = rule;
    const asked = { catalogue, scopeId, before: adoptedAt ?? 0 };
    const own = and(isNull(precedents.decisionId), isNotNull(precedents.publishedAt));
    const decided = [...(await decidedCases(tx, asked)), ...(await decidedAs(tx, asked, own))];
    const inForce = await decidedAs(tx, asked, countsNow(asked.before));
    const found = tryOut(rule, decided, inForce);
    const { looked, settled, agrees, differs, moreGenerous, lessGenerous } = found;
    const { replaces, money, moneyUnknown } = found;
    const numbers: RuleTryOut = {
      ...{ looked, settled, agrees, differs, moreGenerous, lessGenerous },
      ...{ replaces, money, moneyUnknown },
    };
    await tx.update(policyRules).set({ tryOut: numbers }).where(eq(policyRules.id, rule.id));
  }
}

async function decidedCases(
  tx: Transaction,
  { catalogue, scopeId, before }: Asked,
): Promise<DecidedSituation[]> {
  const rows = await tx
    .select({
      caseId: decisions.caseId,
      takenAt: decisions.takenAt,
      level: decisions.level,
      optionId: decisions.optionId,
    })
    .from(decisions)
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .where(
      and(
        eq(caseFiles.scopeId, scopeId),
        eq(decisions.status, "taken"),
        lt(decisions.takenAt, before),
      ),
    )
    .orderBy(asc(decisions.caseId));
  const taken = rows.map(({ takenAt, optionId, ...row }) => ({
    ...{ ...row, takenAt: takenAt ?? 0, reasonPro: [], reasonCon: [] },
    optionIds: optionId === null ? [] : [optionId],
  }));
  const found = await situationsOf(tx, taken);
  return taken.flatMap(({ caseId: id, level }) => {
    const figures = found.get(id);
    if (!figures || level === null) return [];
    return [{ id, level, ...situationIn(catalogue, figures), costs: figures.costs }];
  });
}

/** On which side a fact stands makes no difference to a rule. */
function situationIn(catalogue: ComparedCatalogue, figures: SituationFigures): RuleSituation {
  const idOf = (number: number) => catalogue.byNumber[number]?.id ?? [];
  const known = catalogue.knownAt(figures.catalogueSize);
  const later = [...catalogue.byId.keys()].filter((fact) => !known.includes(fact));
  return {
    pro: figures.yes.flatMap(idOf),
    con: [],
    unknown: [...figures.unknown.flatMap(idOf), ...later],
    amounts: figures.amounts.flatMap(([number, amount]) =>
      [idOf(number)].flat().map((fact) => ({ fact, amount })),
    ),
  };
}

async function decidedAs(
  tx: Transaction,
  { catalogue, scopeId, before }: Asked,
  which: SQL | undefined,
): Promise<DecidedSituation[]> {
  const then = and(eq(precedents.scopeId, scopeId), lt(precedents.decidedAt, before), which);
  const rows = await readPrecedents(tx, catalogue, then);
  return rows.map(({ id, level, pro, con, ordered, known = [] }) => ({
    ...{ id, level, pro, con },
    unknown: [...catalogue.byId.keys()].filter((fact) => !known.includes(fact)),
    amounts: Object.entries({ ...ordered?.pro, ...ordered?.con }).map(([fact, amount]) => {
      return { fact, amount };
    }),
  }));
}
