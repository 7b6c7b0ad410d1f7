import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { and, eq } from "drizzle-orm";
import {
  agendaItems,
  caseFacts,
  caseFiles,
  db,
  environment,
  ruleSettlements,
  setEnvironment,
} from "#db";
import { dayInMs } from "../../app/domain/day.ts";
import { changeCaseStatus } from "../../app/server/case-status.server.ts";
import { comparableOf } from "../../app/server/comparable-now.server.ts";
import { getRulePage } from "../../app/server/policy-rule-page.server.ts";
import { getSettlePage, settleByRule } from "../../app/server/policy-rule-settling.server.ts";
import { rulesCovering, rulesOfCase } from "../../app/server/policy-rules.server.ts";
import { arrange, type Content, openCopy } from "../support/database.ts";
import { as, caseNamed, changeCase, refusalOf } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";
import {
  adopt,
  adopted,
  coordinator,
  drafted,
  reader,
  ruleWorld,
  today,
  type RuleWorld,
} from "./policy-rule-world.ts";

let content: Content;
let world: RuleWorld;

beforeAll(async () => {
  content = await exampleContent();
});

beforeEach(async () => {
  await openCopy(content);
  world = await ruleWorld();
});

/** A case in the scope, in intake, that answers these facts. */
async function caseWith(answers: Record<string, "yes" | "no" | "unknown">) {
  const found = await caseNamed("Deurwaarder");
  await changeCase(found.id, { scopeId: world.scopeId, status: "intake" });
  await arrange(async (tx) => {
    await tx.delete(caseFacts).where(eq(caseFacts.caseId, found.id));
    const rows = Object.entries(answers).map(([key, answer]) => ({
      ...{ caseId: found.id, factId: world.idOf(key), answer },
    }));
    await tx.insert(caseFacts).values(rows);
  });
  return { ...found, scopeId: world.scopeId, status: "intake" as const };
}

describe("At intake", () => {
  test("a rule is named that covers the case, or would when more is known, and none that does not", async () => {
    const id = await adopted({
      facts: {
        [world.idOf("lives_abroad")]: "must",
        [world.idOf("misinformed_by_agency")]: "must_not",
      },
    });
    const settles = async (answers: Parameters<typeof caseWith>[0]) => {
      const found = (await rulesOfCase(await caseWith(answers))).find((rule) => rule.id === id);
      return found ? [found.settles, ...found.unknown.map(({ nl }) => nl)] : null;
    };
    const known = { lives_abroad: "yes", misinformed_by_agency: "no" } as const;
    expect(await settles(known)).toEqual(["yes"]);
    expect(await settles({ lives_abroad: "yes" })).toEqual([
      "if",
      "Verkeerd ingelicht door de instantie",
    ]);
    expect(await settles({ ...known, misinformed_by_agency: "yes" })).toBeNull();
    const beside = await comparableOf(await as(coordinator, "case.edit"), await caseWith(known));
    expect(beside.rules.map((rule) => rule.id)).toContain(id);
  });

  test("a draft, a rule that is to come and one of another scope or organisation are not named", async () => {
    const { organisationId } = await caseNamed("Deurwaarder");
    const situation = { pro: [world.idOf("lives_abroad")], con: [], unknown: [], amounts: {} };
    const named = async (organisation: string, scope: string | null) =>
      (await rulesCovering(organisation, scope, situation)).map((rule) => rule.id);
    const id = await drafted();
    expect(await named(organisationId, world.scopeId)).toEqual([]);
    await adopt(id, { validFrom: today() + dayInMs });
    expect(await named(organisationId, world.scopeId)).toEqual([]);
    const tomorrow = today() + dayInMs;
    setEnvironment({ now: () => tomorrow });
    try {
      expect(await named(organisationId, world.scopeId)).toEqual([id]);
      expect(await named(organisationId, null)).toEqual([]);
      expect(await named(environment.newId(), world.scopeId)).toEqual([]);
    } finally {
      setEnvironment({});
    }
  });
});

describe("Settling a case by a rule", () => {
  const settle = async (caseId: string, ruleId: string) =>
    settleByRule(await as(coordinator, "case.manage"), { caseId, ruleId, note: "" });

  test("sends it by the standard route with the rule, which counts it; reopening takes that back", async () => {
    const ruleId = await adopted();
    const { id } = await caseWith({ lives_abroad: "yes" });
    expect(await getSettlePage(await as(coordinator, "case.manage"), id)).toMatchObject({
      hindrance: null,
      rules: [{ id: ruleId, settles: "yes" }],
    });
    await settle(id, ruleId);
    const statusOf = async () =>
      (await db.read.select().from(caseFiles).where(eq(caseFiles.id, id)))[0]?.status;
    expect(await statusOf()).toBe("standard_route");
    expect((await getRulePage(await reader(), ruleId)).settled).toMatchObject({ count: 1 });
    expect((await refusalOf(settle(id, ruleId))).code).toBe("rule_case_ended");
    await changeCaseStatus(await as(coordinator, "case.edit"), {
      ...{ caseId: id, from: "standard_route", to: "intake", reason: "Er is meer aan de hand." },
    });
    expect(
      await db.read.select().from(ruleSettlements).where(eq(ruleSettlements.caseId, id)),
    ).toEqual([]);
    await settle(id, ruleId);
    expect(await statusOf()).toBe("standard_route");
  });

  test("is refused when the rule does not cover it, is not in force, or the case was decided or is being scored", async () => {
    const ruleId = await adopted();
    const { id } = await caseWith({ lives_abroad: "no" });
    expect((await refusalOf(settle(id, ruleId))).code).toBe("rule_does_not_cover");
    expect((await refusalOf(settle(id, await drafted()))).code).toBe("rule_not_in_force");
    const decided = await caseNamed("Weduwnaar in Marokko");
    expect((await refusalOf(settle(decided.id, ruleId))).code).toBe("rule_case_decided");
    const [scored] = await db.read
      .select({ caseId: agendaItems.caseId })
      .from(agendaItems)
      .innerJoin(caseFiles, eq(caseFiles.id, agendaItems.caseId))
      .where(and(eq(agendaItems.phase, "scoring"), eq(caseFiles.status, "scoring")));
    expect((await refusalOf(settle(scored?.caseId ?? "", ruleId))).code).toBe("rule_case_scoring");
    expect(
      await db.read.select().from(ruleSettlements).where(eq(ruleSettlements.policyRuleId, ruleId)),
    ).toEqual([]);
  });
});
