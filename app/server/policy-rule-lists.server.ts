/** The list of policy rules, on its page and as a file. */
import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, or, type SQL } from "drizzle-orm";
import { db, environment, policyRules, scopes } from "#db";
import { adoptedStatuses, ruleStanding } from "#app/domain/policy-rule-life.ts";
import { hasRight } from "#app/domain/rights.ts";
import "#app/i18n/all-languages.ts";
import { getTexts } from "#app/i18n/instances.ts";
import { ruleFiltersIn, type RuleFilters } from "#app/schemas/rule-filters.ts";
import type { ListedRule, RuleListPage } from "#app/schemas/rule-view.ts";
import type { Access } from "./access.server.ts";
import { exportFormat, exportResponse, fileName, type ExportColumn } from "./exports.server.ts";
import { settledCounts } from "./policy-rule-settling.server.ts";

const perPage = 25;

/** A page of the rules of the own organisation, changed last first. */
export async function getRuleList(access: Access<"rule.read">, url: string): Promise<RuleListPage> {
  const filters = ruleFiltersIn(url);
  const after = new URL(url).searchParams.get("na");
  const { rules, next } = await listRules(access, filters, after);
  const kept = new URL(url).searchParams;
  if (next) kept.set("na", next);
  return {
    rules,
    next: next && `?${kept.toString()}`,
    filters,
    scopes: await scopesOf(access),
    mayEdit: hasRight(access.roles, "rule.edit"),
  };
}

/** The scopes that rules can be about: also those no longer offered, as a rule may still be there. */
async function scopesOf(access: Access<"rule.read">): Promise<RuleListPage["scopes"]> {
  return db.read
    .select({ id: scopes.id, name: scopes.name })
    .from(scopes)
    .where(eq(scopes.organisationId, access.organisation.id))
    .orderBy(asc(scopes.name), asc(scopes.id));
}

async function listRules(
  access: Access<"rule.read">,
  { view, scope }: RuleFilters,
  cursor: string | null,
): Promise<{ rules: ListedRule[]; next: string | null }> {
  const now = environment.now();
  const rows = await db.read
    .select({ rule: policyRules, scope: scopes.name })
    .from(policyRules)
    .innerJoin(scopes, eq(scopes.id, policyRules.scopeId))
    .where(
      and(
        eq(policyRules.organisationId, access.organisation.id),
        scope === null ? undefined : eq(policyRules.scopeId, scope),
        inView(view, now),
        after(cursor),
      ),
    )
    .orderBy(desc(policyRules.updatedAt), desc(policyRules.id))
    .limit(perPage + 1);
  const page = rows.slice(0, perPage);
  const last = rows.length > perPage ? page.at(-1)?.rule : undefined;
  const counts = await settledCounts(page.map(({ rule }) => rule.id));
  return {
    rules: page.map(({ rule, scope: name }) => listed(rule, name, counts.get(rule.id) ?? 0)),
    next: last ? `${last.updatedAt}_${last.id}` : null,
  };
}

function listed(rule: typeof policyRules.$inferSelect, scope: string, settled: number): ListedRule {
  const { id, number, edition, title, level, validFrom, validUntil, updatedAt } = rule;
  const standing = ruleStanding(rule, environment.now());
  return {
    ...{ id, number, edition, title, level, validFrom, validUntil, updatedAt },
    ...{ scope, standing, settled },
  };
}

function inView(view: RuleFilters["view"], now: number): SQL | undefined {
  const adopted = inArray(policyRules.status, [...adoptedStatuses]);
  if (view === "drafts") return eq(policyRules.status, "draft");
  if (view === "in_force") {
    return and(adopted, or(isNull(policyRules.validUntil), gt(policyRules.validUntil, now)));
  }
  if (view === "ended") {
    return or(eq(policyRules.status, "discarded"), and(adopted, lte(policyRules.validUntil, now)));
  }
  return undefined;
}

/** The cursor is the time of change and the id of the last rule on the page before. */
function after(cursor: string | null): SQL | undefined {
  const [, changed, id] = /^(\d{1,16})_([0-9a-f-]{36})$/.exec(cursor ?? "") ?? [];
  if (changed === undefined || id === undefined) return undefined;
  const updatedAt = Number(changed);
  return or(
    lt(policyRules.updatedAt, updatedAt),
    and(eq(policyRules.updatedAt, updatedAt), lt(policyRules.id, id)),
  );
}

export async function exportRules(access: Access<"rule.read">, url: string): Promise<Response> {
  const title = getTexts(access.person.language, "rules")("title");
  return exportResponse(access, {
    list: "rules",
    name: fileName(title),
    title,
    columns: columns(access),
    rows: eachRule(access, ruleFiltersIn(url)),
    format: exportFormat(url),
  });
}

async function* eachRule(access: Access<"rule.read">, filters: RuleFilters) {
  for (let cursor: string | null = null; ;) {
    const { rules, next }: Awaited<ReturnType<typeof listRules>> = await listRules(
      access,
      filters,
      cursor,
    );
    yield rules;
    if (next === null) return;
    cursor = next;
  }
}

function columns({ person: { language } }: Access): ExportColumn<ListedRule>[] {
  const t = getTexts(language, "rules");
  const terms = getTexts(language, "terms");
  const own = getTexts(language, "exports");
  const levelOf = terms as (key: string) => string;
  return [
    { label: own("number"), value: ({ number }) => number },
    { label: t("list.edition"), type: "number", value: ({ edition }) => edition },
    { label: t("field.title"), value: ({ title }) => title },
    { label: t("field.scope"), value: ({ scope }) => scope },
    { label: t("field.level"), value: ({ level }) => levelOf(`level.${level}`) },
    { label: terms("status"), value: ({ standing }) => t(`standing.${standing}`) },
    { label: t("list.from"), type: "day", value: ({ validFrom }) => validFrom },
    { label: t("list.until"), type: "day", value: ({ validUntil }) => validUntil },
    { label: t("list.settledColumn"), type: "number", value: ({ settled }) => settled },
  ];
}
