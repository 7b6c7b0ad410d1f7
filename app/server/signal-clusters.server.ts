/** The product raises a signal by itself where decided cases form a pattern, and lets new cases join it. */
import { and, asc, eq, inArray, isNull, ne, or } from "drizzle-orm";
import {
  db,
  environment,
  policyRules,
  ruleSettlements,
  scopes,
  signalCases,
  signals,
  systemActor,
  type Queries,
} from "#db";
import { DomainError, isDomainError } from "#app/domain/domain-error.ts";
import { textIn } from "#app/domain/local-text.ts";
import { ruleCounts } from "#app/domain/policy-rule-life.ts";
import { clustersToRaise, type HeldBySignals } from "#app/domain/signal.ts";
import "#app/i18n/all-languages.ts";
import { getTexts } from "#app/i18n/instances.ts";
import { catalogueNow, countedNow, type CatalogueNow } from "./catalogue-now.server.ts";
import { findClusters, type Cluster } from "./clusters.server.ts";
import { growSignals } from "./signal-growing.server.ts";
import { casesOf, insertSignal } from "./signal-raising.server.ts";

type Options = { scopeIds?: string[] | undefined; signal?: AbortSignal | undefined };

/**
 * Looks for patterns in these scopes, or in all, and raises a signal of each that asks for one. Several processes may do
 * so at once: each judges again inside its change, and the key of a cluster is there once. Gives back how many.
 */
export async function raiseSignals({ scopeIds, signal }: Options = {}): Promise<number> {
  const rows = await db.read
    .select({ id: scopes.id, organisationId: scopes.organisationId, name: scopes.name })
    .from(scopes)
    .where(scopeIds && inArray(scopes.id, scopeIds))
    .orderBy(asc(scopes.id));
  let raised = 0;
  for (const scope of rows) {
    signal?.throwIfAborted();
    raised += await raiseOfScope(scope, signal);
  }
  return raised;
}

type Scope = { id: string; organisationId: string; name: string };

async function raiseOfScope(scope: Scope, signal?: AbortSignal): Promise<number> {
  const found = await findClusters(scope.id, signal ? { signal } : {});
  await growSignals(scope, found);
  const clusters = await withoutSettled(scope, found);
  const wanted = clustersToRaise(clusters, await heldBySignals(db.read, scope));
  let raised = 0;
  for (const cluster of wanted) if (await raise(scope, cluster)) raised += 1;
  return raised;
}

/** Whether it was raised: another process may have been first. */
async function raise(scope: Scope, cluster: Cluster): Promise<boolean> {
  const words = wordsOf(await catalogueNow(), cluster);
  try {
    await db.write(systemActor, async (tx) => {
      const held = await heldBySignals(tx, scope);
      if (clustersToRaise([cluster], held).length === 0) throw new DomainError("already_done");
      await insertSignal(tx, {
        ...{ organisationId: scope.organisationId, scopeId: scope.id, source: "cluster" },
        ...words,
        ...{ facts: cluster.facts, level: cluster.level, clusterKey: cluster.key },
        caseIds: await casesOf(tx, scope.organisationId, cluster.caseIds),
        ...{ precedentIds: cluster.precedentIds, raisedBy: null },
      });
    });
    return true;
  } catch (error) {
    if (isDomainError(error) && error.code === "already_done") return false;
    throw error;
  }
}

/** A title and description that somebody can rewrite; in Dutch, as nobody in particular reads it. */
export function wordsOf(catalogue: CatalogueNow, { facts, kind, caseIds }: Cluster) {
  const t = getTexts("nl", "signals");
  const labels = countedNow(catalogue, facts).flatMap((id) => {
    const fact = catalogue.byId.get(id);
    return fact ? [textIn(fact.label, "nl")] : [];
  });
  const title =
    labels.length === 0
      ? t("raised.titleWithoutFacts")
      : t("raised.title", { facts: labels.join("; ") });
  return {
    title: title.length > 200 ? `${title.slice(0, 199)}…` : title,
    description: t(`raised.${kind}`, { count: caseIds.length }),
  };
}

/** What signals there are in the scope: also a rejected one holds its cases, or a neighbour would be raised at once. */
export async function heldBySignals(read: Queries, { id, organisationId }: Omit<Scope, "name">) {
  const rows = await read
    .select({ key: signals.clusterKey })
    .from(signals)
    .where(eq(signals.organisationId, organisationId))
    .orderBy(asc(signals.id));
  const noScope = and(isNull(signals.scopeId), eq(signals.organisationId, organisationId));
  const ofScope = or(eq(signals.scopeId, id), noScope);
  const cases = await read
    .select({ id: signalCases.caseId })
    .from(signalCases)
    .innerJoin(signals, eq(signals.id, signalCases.signalId))
    .where(and(ofScope, ne(signals.status, "merged")))
    .orderBy(asc(signalCases.caseId), asc(signalCases.signalId));
  const held: HeldBySignals = {
    keys: new Set(rows.flatMap(({ key }) => key ?? [])),
    caseIds: new Set(cases.map((row) => row.id)),
  };
  return held;
}

/** Clusters without the cases that a rule in force settled, and without those whose pattern such a rule covers. */
async function withoutSettled({ id }: Scope, clusters: Cluster[]): Promise<Cluster[]> {
  const now = environment.now();
  const rules = await db.read.select().from(policyRules).where(eq(policyRules.scopeId, id));
  const inForce = rules.filter((rule) => ruleCounts(rule, now));
  if (inForce.length === 0) return clusters;
  const settled = await db.read
    .select({ id: ruleSettlements.caseId })
    .from(ruleSettlements)
    .where(
      inArray(
        ruleSettlements.policyRuleId,
        inForce.map((rule) => rule.id),
      ),
    );
  const gone = new Set(settled.map((row) => row.id));
  const isCovered = ({ level, facts }: Cluster) =>
    inForce.some(
      (rule) =>
        rule.level === level &&
        rule.bounds.length === 0 &&
        rule.mustHold.every((fact) => facts.includes(fact)) &&
        !rule.mustNotHold.some((fact) => facts.includes(fact)),
    );
  return clusters
    .filter((cluster) => !isCovered(cluster))
    .map((cluster) => ({ ...cluster, caseIds: cluster.caseIds.filter((one) => !gone.has(one)) }));
}
