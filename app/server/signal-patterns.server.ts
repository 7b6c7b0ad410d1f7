/** The clusters of a scope as they are now, looked for in a thread while a page tells how far it is. */
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { caseFiles, db, environment, precedents, signals } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { hasRight } from "#app/domain/rights.ts";
import { withParameters } from "#app/schemas/case-filters.ts";
import type { PatternItem, PatternsPage } from "#app/schemas/signal-view.ts";
import type { Access } from "./access.server.ts";
import { visibleCases } from "./case-access.server.ts";
import { listScopes } from "./case-files.server.ts";
import { catalogueNow, countedNow, type CatalogueNow } from "./catalogue-now.server.ts";
import { findClusters, type Cluster } from "./clusters.server.ts";
import { log } from "./log.server.ts";
import { visiblePrecedents } from "./precedent-access.server.ts";
import { wordsOf } from "./signal-clusters.server.ts";
import { casesOf, insertSignal } from "./signal-raising.server.ts";

type Reader = Access<"signal.edit">;

type Search = {
  read: typeof db.read;
  state: "busy" | "failed" | "done";
  progress: number;
  /** When it was done. */
  at: number;
  clusters: Cluster[];
};

/** Of each scope the last search in this process; what is older than this is looked for again. */
const searches = new Map<string, Search>();
const freshMs = 60_000;
const pageSize = 20;
const shownCases = 50;
const shownPrecedents = 10;

export async function getPatterns(access: Reader, url: string): Promise<PatternsPage> {
  const asked = new URL(url).searchParams;
  const scopes = await listScopes(access);
  const scopeId = scopes.find(({ id }) => id === asked.get("gebied"))?.id ?? null;
  const base = {
    scopes,
    scopeId,
    now: environment.now(),
    mayRaise: hasRight(access.roles, "signal.raise"),
  };
  const empty = { progress: 0, foundAt: null, patterns: [], next: null, total: 0 };
  if (scopeId === null) return { ...base, ...empty, state: "none" };
  const search = searchOf(scopeId);
  if (search.state !== "done") {
    return { ...base, ...empty, state: search.state, progress: search.progress };
  }
  const from = Math.max(0, Number(/^\d{1,6}$/.exec(asked.get("vanaf") ?? "")?.[0] ?? 0));
  const shown = search.clusters.slice(from, from + pageSize);
  const more = search.clusters.length > from + pageSize;
  return {
    ...base,
    ...{ state: "done", progress: 1, foundAt: search.at, total: search.clusters.length },
    patterns: await itemsOf(access, shown),
    next: more ? withParameters(url, { vanaf: String(from + pageSize) }) : null,
  };
}

/** The search of a scope: the last one while it is fresh, or one that begins now. */
function searchOf(scopeId: string): Search {
  const known = searches.get(scopeId);
  const isOld = known?.state === "done" && environment.now() - known.at > freshMs;
  if (known?.read === db.read && known.state !== "failed" && !isOld) return known;
  const begun = begin(scopeId);
  // What went wrong is told once; asking again looks again.
  return known?.state === "failed" ? { ...known } : begun;
}

function begin(scopeId: string): Search {
  const search: Search = { read: db.read, state: "busy", progress: 0, at: 0, clusters: [] };
  searches.set(scopeId, search);
  const progress = (part: number) => (search.progress = part);
  findClusters(scopeId, { progress }).then(
    (clusters) => Object.assign(search, { clusters, state: "done", at: environment.now() }),
    (error: unknown) => {
      search.state = "failed";
      log().warn({ err: error }, "looking for patterns failed");
    },
  );
  return search;
}

async function itemsOf(access: Reader, clusters: Cluster[]): Promise<PatternItem[]> {
  const catalogue = await catalogueNow();
  const keys = clusters.map(({ key }) => key);
  const held = await db.read
    .select({
      ...{ id: signals.id, number: signals.number },
      ...{ status: signals.status, key: signals.clusterKey },
    })
    .from(signals)
    .where(
      and(
        eq(signals.organisationId, access.organisation.id),
        inArray(signals.clusterKey, keys.length === 0 ? [""] : keys),
      ),
    )
    .orderBy(asc(signals.id));
  const items: PatternItem[] = [];
  for (const cluster of clusters) {
    const found = held.find(({ key }) => key === cluster.key);
    const signal = found ? { id: found.id, number: found.number, status: found.status } : null;
    items.push({ ...(await itemOf(access, cluster, catalogue)), signal });
  }
  return items;
}

async function itemOf(access: Reader, cluster: Cluster, catalogue: CatalogueNow) {
  const { key, kind, level, facts, caseIds, precedentIds } = cluster;
  const cases = await db.read
    .select({ id: caseFiles.id, number: caseFiles.number, title: caseFiles.title })
    .from(caseFiles)
    .where(and(inArray(caseFiles.id, caseIds.slice(0, shownCases)), visibleCases(access)))
    .orderBy(desc(caseFiles.number), desc(caseFiles.id));
  const named = await db.read
    .select({ id: precedents.id, number: precedents.number, title: precedents.title })
    .from(precedents)
    .where(
      and(
        inArray(precedents.id, precedentIds.slice(0, shownPrecedents)),
        visiblePrecedents(access),
      ),
    )
    .orderBy(desc(precedents.decidedAt), desc(precedents.id));
  return {
    ...{ key, kind, level, cases, precedents: named },
    facts: countedNow(catalogue, facts).flatMap((id) => catalogue.byId.get(id)?.label ?? []),
    hiddenCases: caseIds.length - cases.length,
    morePrecedents: precedentIds.length - named.length,
  };
}

/** Makes a signal of a pattern, also of one with fewer cases than the product would do it with. */
export async function raiseFromPattern(
  access: Reader,
  { scopeId, key }: { scopeId: string; key: string },
  formKey?: string,
): Promise<string> {
  const scopes = await listScopes(access);
  if (!scopes.some(({ id }) => id === scopeId)) throw new DomainError("unknown_option");
  const known = searches.get(scopeId);
  const clusters = known?.read === db.read ? known.clusters : [];
  const isKey = (cluster: Cluster) => cluster.key === key;
  const cluster = clusters.find(isKey) ?? (await findClusters(scopeId)).find(isKey);
  if (!cluster) throw new DomainError("unknown_option");
  const organisationId = access.organisation.id;
  const words = wordsOf(await catalogueNow(), cluster);
  return db.write(
    access.actor,
    async (tx) => {
      const [held] = await tx
        .select({ id: signals.id })
        .from(signals)
        .where(and(eq(signals.organisationId, organisationId), eq(signals.clusterKey, key)));
      if (held) throw new DomainError("already_done");
      return insertSignal(tx, {
        ...{ organisationId, scopeId, source: "cluster", ...words, clusterKey: key },
        ...{ facts: cluster.facts, level: cluster.level, raisedBy: access.person.id },
        caseIds: await casesOf(tx, organisationId, cluster.caseIds),
        precedentIds: cluster.precedentIds,
      });
    },
    { formKey },
  );
}
