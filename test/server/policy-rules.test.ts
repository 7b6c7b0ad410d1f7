import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { and, asc, eq, inArray } from "drizzle-orm";
import {
  auditEvents,
  db,
  policyRules,
  precedents,
  precedentWords,
  setEnvironment,
  signals,
  environment,
} from "#db";
import { dayInMs } from "../../app/domain/day.ts";
import { beginRules } from "../../app/server/policy-rule-beginning.server.ts";
import {
  discardRuleDraft,
  reviseRule,
  saveRuleDraft,
} from "../../app/server/policy-rule-drafts.server.ts";
import { endRule } from "../../app/server/policy-rule-ending.server.ts";
import { getRuleList } from "../../app/server/policy-rule-lists.server.ts";
import { getRulePage } from "../../app/server/policy-rule-page.server.ts";
import { compareRules } from "../../app/server/rule-comparing.server.ts";
import { getNewRule } from "../../app/server/rule-editor.server.ts";
import { arrange, type Content, openCopy } from "../support/database.ts";
import { as, refusalOf } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";
import {
  adopt,
  adopted,
  adopter,
  draft,
  drafted,
  editor,
  reader,
  replacedBy,
  rowOf,
  ruleWorld,
  seenNow,
  today,
  type RuleWorld,
} from "./policy-rule-world.ts";

const elsewhere = "Daan Olthof";
let content: Content;
let world: RuleWorld;

beforeAll(async () => {
  content = await exampleContent();
});

beforeEach(async () => {
  await openCopy(content);
  world = await ruleWorld();
});

/** Kinds of what happened since the example data was made. */
async function kindsOf(subjectIds: string[]): Promise<string[]> {
  const rows = await db.read
    .select({ kind: auditEvents.kind })
    .from(auditEvents)
    .where(inArray(auditEvents.subjectId, subjectIds))
    .orderBy(asc(auditEvents.sequence));
  return rows.map(({ kind }) => kind);
}

describe("Drafting a rule", () => {
  test("from a signal begins with its scope and outcome and the conditions that follow from its cases, and tells it", async () => {
    const [signal] = await db.read.select().from(signals).where(eq(signals.number, "S-2026-0001"));
    const signalId = signal?.id ?? "";
    await arrange(async (tx) => {
      await tx
        .update(signals)
        .set({ status: "taken_up", closedAt: null })
        .where(eq(signals.id, signalId));
    });
    const { values, suggested, trial } = await getNewRule(await editor(), await reader(), signalId);
    expect(values).toMatchObject({ signalId, scopeId: world.scopeId, level: "3" });
    expect(Object.keys(values.facts).length + Object.keys(values.bounds).length).toBeGreaterThan(0);
    expect(suggested?.cannotExclude).toBe(0);
    expect(trial?.tried.numbers).toMatchObject({ differs: 0 });

    const id = await drafted({ signalId });
    const [told] = await db.read.select().from(signals).where(eq(signals.id, signalId));
    expect(told?.status).toBe("rule_change_proposed");
    await adopt(id);
    const [done] = await db.read.select().from(signals).where(eq(signals.id, signalId));
    expect(done?.status).toBe("adopted");
  });

  test("counts numbers up, and keeps what somebody else changed meanwhile beside what was typed", async () => {
    const id = await drafted();
    const { number, version } = await rowOf(id);
    expect(number).toBe(`R-${new Date(environment.now()).getUTCFullYear()}-0002`);
    await saveRuleDraft(await editor(), { ruleId: id, draft: draft({ version, title: "Eerst" }) });
    const second = draft({
      version,
      facts: { [world.idOf("bereaved")]: "must_not" },
      title: "Later",
    });
    const refused = await refusalOf(saveRuleDraft(await editor(), { ruleId: id, draft: second }));
    expect(refused.code).toBe("stale_version");
    expect(refused.details.conflict).toEqual([
      { field: "title", theirs: "Eerst", yours: "Later" },
      {
        field: "facts",
        theirs: "Moet vaststaan: Woont in het buitenland",
        yours: "Mag er niet zijn: Naaste overleden",
      },
    ]);
    expect((await rowOf(id)).title).toBe("Eerst");
  });

  test("ends when it is put away: nobody changes or adopts it any more", async () => {
    const id = await drafted();
    await discardRuleDraft(await editor(), { ruleId: id, version: 1 });
    expect((await refusalOf(adopt(id))).code).toBe("rule_move_not_allowed");
    const again = saveRuleDraft(await editor(), { ruleId: id, draft: draft({ version: 2 }) });
    expect((await refusalOf(again)).code).toBe("rule_not_draft");
  });
});

describe("Adopting a rule", () => {
  test("is one change: in force, its precedents ended with it as their reference, everything in the log", async () => {
    const id = await drafted();
    await adopt(id);
    const rule = await rowOf(id);
    expect(rule).toMatchObject({
      status: "in_force",
      tryOut: { replaces: 1, settled: 2, differs: 1 },
    });
    const [precedent, ...others] = await replacedBy(id);
    expect(others).toEqual([]);
    expect(precedent).toMatchObject({
      ...{ status: "became_policy_rule", number: "P-2022-0001" },
      endReference: `Regel ${rule.number}`,
    });
    const [words] = await db.read
      .select()
      .from(precedentWords)
      .where(eq(precedentWords.precedentId, precedent?.id ?? ""));
    expect(words?.packed).toBe("");
    expect(await kindsOf([id])).toEqual(["rule.drafted", "rule.adopted"]);
    expect((await kindsOf([precedent?.id ?? ""])).at(-1)).toBe("precedent.ended");
    const page = await getRulePage(await reader(), id);
    expect(page).toMatchObject({ replaced: { count: 1 }, may: { adopt: false, end: true } });
  });

  test("changes nothing at all without a reason for what it decides otherwise", async () => {
    const id = await drafted();
    const refused = await refusalOf(adopt(id, { disagreementReason: " " }));
    expect(refused).toMatchObject({
      code: "rule_disagreement_reason",
      details: { field: "disagreementReason" },
    });
    expect((await rowOf(id)).status).toBe("draft");
    expect(await replacedBy(id)).toEqual([]);
  });

  test("is refused for numbers that are not those of now", async () => {
    const id = await drafted();
    const seen = await seenNow(id);
    await arrange(async (tx) => {
      await tx.update(policyRules).set({ level: 2 }).where(eq(policyRules.id, id));
    });
    expect((await refusalOf(adopt(id, { seen }))).code).toBe("rule_try_out_changed");
    expect((await rowOf(id)).status).toBe("draft");
  });

  test("is refused without any condition", async () => {
    const id = await drafted({ facts: {} });
    expect((await refusalOf(adopt(id))).code).toBe("rule_no_conditions");
  });

  test("for a later day leaves what it takes the place of in force until then", async () => {
    const id = await drafted();
    const begins = today() + 3 * dayInMs;
    await adopt(id, { validFrom: begins });
    expect(await replacedBy(id)).toMatchObject([{ status: "valid", validUntil: begins }]);
    expect(await beginRules()).toBe(0);
    setEnvironment({ now: () => begins + 1 });
    try {
      expect(await beginRules()).toBe(1);
      expect(await replacedBy(id)).toMatchObject([
        { status: "became_policy_rule", endedAt: begins },
      ]);
      expect(await beginRules()).toBe(0);
    } finally {
      setEnvironment({});
    }
  });
});

describe("A rule in force", () => {
  test("holds until its revision is adopted, and is that one's earlier edition then", async () => {
    const id = await adopted();
    const revisionId = await reviseRule(await editor(), { ruleId: id });
    expect((await refusalOf(reviseRule(await editor(), { ruleId: id }))).code).toBe(
      "rule_revision_open",
    );
    const { number } = await rowOf(id);
    expect(await rowOf(revisionId)).toMatchObject({ number, edition: 2, status: "draft" });
    expect(await rowOf(id)).toMatchObject({ status: "in_force", validUntil: null });
    await adopt(revisionId);
    const revision = await rowOf(revisionId);
    expect(await rowOf(id)).toMatchObject({ status: "replaced", validUntil: revision.validFrom });
    const { editions } = await getRulePage(await reader(), revisionId);
    expect(editions.map(({ edition, standing }) => [edition, standing])).toEqual([
      [2, "in_force"],
      [1, "replaced"],
    ]);
  });

  test("ends with a reason, and what it took the place of does not come back", async () => {
    const id = await adopted();
    const { version } = await rowOf(id);
    const end = { ruleId: id, version, endsOn: today(), reason: "De wet is gewijzigd." };
    await endRule(await adopter(), end);
    expect(await rowOf(id)).toMatchObject({ status: "ended", endReason: end.reason });
    expect(await replacedBy(id)).toMatchObject([{ status: "became_policy_rule" }]);
    const list = await getRuleList(await reader(), "http://x/regels?toon=geweest");
    expect(list.rules.map((rule) => rule.id)).toEqual([id]);
  });

  test("that ends before it began leaves what it was to replace as it was", async () => {
    const id = await drafted();
    await adopt(id, { validFrom: today() + 3 * dayInMs });
    const [precedent] = await replacedBy(id);
    const { version } = await rowOf(id);
    await endRule(await adopter(), { ruleId: id, version, endsOn: today(), reason: "Toch niet." });
    const [kept] = await db.read
      .select()
      .from(precedents)
      .where(eq(precedents.id, precedent?.id ?? ""));
    expect(kept).toMatchObject({ status: "valid", validUntil: null, policyRuleId: null });
  });
});

describe("Two rules beside each other", () => {
  test("tell what one settles and the other does not, and which condition makes that", async () => {
    const wide = await drafted();
    const narrow = await drafted({
      facts: { [world.idOf("lives_abroad")]: "must", [world.idOf("low_literacy")]: "must" },
    });
    const { compared } = await compareRules(await reader(), `http://x/?a=${wide}&b=${narrow}`);
    const settled = [compared?.a, compared?.b].map((side) => side?.tried.numbers.settled);
    expect(settled).toEqual([2, 1]);
    expect(compared).toMatchObject({ both: 1, b: { only: { count: 0, because: [] } } });
    expect(compared?.a.only).toMatchObject({
      count: 1,
      because: [{ kind: "mustFact", fact: { id: world.idOf("low_literacy") }, keepsOut: 1 }],
    });
  });
});

describe("A rule of another organisation", () => {
  test("is not there: not to read, revise, adopt or compare", async () => {
    const id = await adopted();
    const notThere = { init: { status: 404 } };
    const outsider = await reader(elsewhere);
    await expect(getRulePage(outsider, id)).rejects.toMatchObject(notThere);
    await expect(compareRules(outsider, `http://x/?a=${id}&b=${id}1`)).rejects.toMatchObject(
      notThere,
    );
    const edits = await as(elsewhere, "rule.edit");
    await expect(reviseRule(edits, { ruleId: id })).rejects.toMatchObject(notThere);
    const adopts = await as(elsewhere, "rule.adopt");
    const end = { ruleId: id, version: 2, endsOn: today(), reason: "x" };
    await expect(endRule(adopts, end)).rejects.toMatchObject(notThere);
    const own = await db.read
      .select()
      .from(policyRules)
      .where(and(eq(policyRules.id, id), eq(policyRules.status, "in_force")));
    expect(own).toHaveLength(1);
    const list = await getRuleList(outsider, "http://x/regels");
    expect(list.rules.map((rule) => rule.id)).not.toContain(id);
  });
});
