/** A rule as others read it: what it asks and gives, its history, and what it settled. */
import { and, asc, count, desc, eq, inArray } from "drizzle-orm";
import { auditEvents, db, environment, policyRules, precedents } from "#db";
import { dayNumber, startOfDay } from "#app/domain/day.ts";
import { parseLawReference } from "#app/domain/law-reference.ts";
import { hasConditions, ruleStanding } from "#app/domain/policy-rule-life.ts";
import { hasRight } from "#app/domain/rights.ts";
import { ruleEvents, type RulePage } from "#app/schemas/rule-view.ts";
import type { Access } from "./access.server.ts";
import { namesOf } from "./decision-page.server.ts";
import { casesSettledBy } from "./policy-rule-settling.server.ts";
import { getRule, type ReadableRule } from "./policy-rules.server.ts";
import { ruleInWords } from "./rule-facts.server.ts";
import { findSignalOfRule } from "./rule-signal.server.ts";
import { tryOutRule } from "./rule-try-out.server.ts";

const mostShown = 20;

/** `triedPage`: which page of what a draft decides otherwise. */
export async function getRulePage(
  access: Access<"rule.read">,
  ruleId: string,
  triedPage = 1,
): Promise<RulePage> {
  const rule = await getRule(access, ruleId);
  const now = environment.now();
  const { preparedBy, adoptedBy, endedBy } = rule;
  const names = await namesOf([preparedBy, adoptedBy ?? "", endedBy ?? ""]);
  const isDraft = rule.status === "draft";
  return {
    rule: shownColumns(rule, now),
    inWords: await ruleInWords(rule),
    lawReferences: rule.lawReferences.flatMap((text) => parseLawReference(text) ?? []),
    preparedBy: names.get(preparedBy) ?? "",
    adoptedBy: names.get(adoptedBy ?? "") ?? null,
    endedBy: names.get(endedBy ?? "") ?? null,
    adoptedNumbers: rule.tryOut,
    tried: isDraft
      ? await tryOutRule(access, { scopeId: rule.scopeId, conditions: rule, page: triedPage })
      : null,
    signal: await findSignalOfRule(access, rule.signalId),
    editions: await editionsOf(rule, now),
    history: await historyOf(rule),
    settled: await casesSettledBy(access, ruleId),
    replaced: await replacedBy(ruleId),
    hasConditions: hasConditions(rule),
    may: permissions(access, rule, now),
    today: startOfDay(dayNumber(now)),
  };
}

function shownColumns(rule: ReadableRule, now: number): RulePage["rule"] {
  const { id, number, edition, title, text, explanation, validFrom, validUntil } = rule;
  const { disagreementReason, endReason, adoptedAt, endedAt, version } = rule;
  return {
    ...{ id, number, edition, title, text, explanation, validFrom, validUntil },
    ...{ disagreementReason, endReason, adoptedAt, endedAt, version },
    standing: ruleStanding(rule, now),
  };
}

function permissions(access: Access, rule: ReadableRule, now: number): RulePage["may"] {
  const [edits, adopts] = [
    hasRight(access.roles, "rule.edit"),
    hasRight(access.roles, "rule.adopt"),
  ];
  const isDraft = rule.status === "draft";
  const standing = ruleStanding(rule, now);
  const goesOn = standing === "in_force" || standing === "coming";
  return {
    edit: edits && isDraft,
    adopt: adopts && isDraft,
    revise: edits && rule.status === "in_force" && goesOn,
    end: adopts && rule.status !== "replaced" && goesOn,
    discard: edits && isDraft,
  };
}

async function editionsOf(rule: ReadableRule, now: number): Promise<RulePage["editions"]> {
  const rows = await db.read
    .select({
      id: policyRules.id,
      edition: policyRules.edition,
      status: policyRules.status,
      validFrom: policyRules.validFrom,
      validUntil: policyRules.validUntil,
    })
    .from(policyRules)
    .where(
      and(eq(policyRules.organisationId, rule.organisationId), eq(policyRules.number, rule.number)),
    )
    .orderBy(desc(policyRules.edition));
  return rows.map((row) => ({
    id: row.id,
    edition: row.edition,
    standing: ruleStanding(row, now),
    from: row.validFrom,
  }));
}

async function historyOf({ id }: ReadableRule): Promise<RulePage["history"]> {
  const rows = await db.read
    .select({
      sequence: auditEvents.sequence,
      at: auditEvents.at,
      kind: auditEvents.kind,
      actorId: auditEvents.actorId,
    })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.subjectId, id),
        inArray(
          auditEvents.kind,
          // What it settled is listed by itself.
          ruleEvents.filter((event) => event !== "settled_case").map((event) => `rule.${event}`),
        ),
      ),
    )
    .orderBy(asc(auditEvents.sequence));
  const names = await namesOf(rows.flatMap(({ actorId }) => actorId ?? []));
  return rows.flatMap(({ kind, actorId, ...row }) => {
    const event = ruleEvents.find((known) => kind === `rule.${known}`);
    return event ? [{ ...row, event, by: actorId ? (names.get(actorId) ?? null) : null }] : [];
  });
}

/** The precedents that it took the place of, those decided last first. */
async function replacedBy(ruleId: string): Promise<RulePage["replaced"]> {
  const ofRule = eq(precedents.policyRuleId, ruleId);
  const [total] = await db.read.select({ count: count() }).from(precedents).where(ofRule);
  const rows = await db.read
    .select({ id: precedents.id, number: precedents.number, title: precedents.title })
    .from(precedents)
    .where(ofRule)
    .orderBy(desc(precedents.decidedAt), desc(precedents.id))
    .limit(mostShown);
  return { count: total?.count ?? 0, precedents: rows };
}
