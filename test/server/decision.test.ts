import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asc, eq } from "drizzle-orm";
import { auditEvents, caseFiles, conditions, db, decisionClaims, decisions, reviews } from "#db";
import { decidedLevel } from "../../app/domain/decided-level.ts";
import {
  saveDecisionDraft,
  discardDecisionDraft,
} from "../../app/server/decision-drafts.server.ts";
import { getDecisionForm } from "../../app/server/decision-form.server.ts";
import { getDecisionPage } from "../../app/server/decision-page.server.ts";
import { startDecisionVersion } from "../../app/server/decision-versions.server.ts";
import { takeDecision } from "../../app/server/taking-decisions.server.ts";
import { openCopy, type Content } from "../support/database.ts";
import { exampleContent } from "../support/example.ts";
import {
  as,
  caseNamed,
  changeCase,
  completeDraft,
  giveRole,
  refusalOf,
  take,
} from "../support/decision-drafts.ts";

const decider = "Ingrid Wolters";
const executive = "Hülya Demir";
const day = 86_400_000;
let content: Content;
let caseId: string;

beforeAll(async () => {
  content = await exampleContent();
});

beforeEach(async () => {
  await openCopy(content);
  caseId = (await caseNamed("Weduwe in Turkije")).id;
});

async function rowsOf(id: string) {
  return db.read
    .select()
    .from(decisions)
    .where(eq(decisions.caseId, id))
    .orderBy(asc(decisions.number));
}

async function optionsOf(id: string) {
  const { work } = await getDecisionForm(await as(decider, "decision.prepare"), id);
  if (!work) throw new Error("There is no form");
  return work;
}

/** For an outcome that departs from an earlier decision, where that is not what a test is about. */
const warningLeft = {
  precedentCheck: "different" as const,
  precedentCheckText: "Dat leggen wij elders uit.",
  leaveWarning: true,
};

/** Every claim, or the whole, gets this option. */
function everything(work: Awaited<ReturnType<typeof optionsOf>>, optionId: string) {
  return {
    option: work.claims.length === 0 ? optionId : null,
    choices: Object.fromEntries(work.claims.map(({ id }) => [id, optionId])),
  };
}

describe("Starting", () => {
  test("the form starts with the proposed option, its ground and the carrying arguments for it", async () => {
    const { id } = await caseNamed("verpleeghuis");
    const work = await optionsOf(id);
    const proposed = work.options.find((option) => option.proposed);
    expect(Object.values(work.values.choices)).toEqual(work.claims.map(() => proposed?.id));
    expect(work.values.ground).toBe(proposed?.ground);
    const carrying = work.arguments.filter(
      ({ optionId, side }) => optionId === proposed?.id && side === "for",
    );
    for (const { perspective, text } of carrying) {
      expect(work.values.motivation[perspective]).toContain(text);
    }
    const present = work.facts.filter(({ answer, kind }) => answer === "yes" && kind === "pro");
    expect(work.values.reasonPro).toEqual(present.map(({ id: factId }) => factId));
  });

  test("a case that was never weighed has no form", async () => {
    const { id } = await caseNamed("Kleinzoon trekt bij oma in");
    const page = await getDecisionForm(await as(decider, "decision.prepare"), id);
    expect(page.work).toBeNull();
  });

  test("a draft keeps all that was typed, complete or not", async () => {
    const { id } = await caseNamed("verpleeghuis");
    const access = await as("Marieke Hoekstra", "decision.prepare");
    const [owner] = (await optionsOf(id)).owners;
    const input = await completeDraft(access, id, {
      motivation: { legal: "Half", financial: "", societal: "" },
      dignityRespected: false,
      precedentCheck: null,
      reviewDate: null,
      conditions: [
        { text: "Bellen", ownerId: owner?.id ?? null, dueDate: Date.now() + day },
        { text: "", ownerId: null, dueDate: null },
      ],
    });
    await saveDecisionDraft(access, id, input);
    const { work, draft } = await getDecisionForm(access, id);
    expect(draft?.version).toBe(1);
    expect(work?.values.motivation.legal).toBe("Half");
    expect(work?.values.conditions.map(({ text }) => text)).toEqual(["Bellen"]);
    expect((await caseNamed("verpleeghuis")).status).toBe("deliberation");
  });

  test("who may not see the case gets nothing of its decision", async () => {
    const stranger = await as("Ruud Engelen", "decision.prepare");
    await expect(getDecisionForm(stranger, caseId)).rejects.toMatchObject({
      init: { status: 404 },
    });
    const input = await completeDraft(await as(decider, "decision.prepare"), caseId);
    await expect(saveDecisionDraft(stranger, caseId, input)).rejects.toMatchObject({
      init: { status: 404 },
    });
  });
});

describe("Taking", () => {
  test("a complete decision is taken: the case moves on, conditions and a review are there", async () => {
    const [owner] = (await optionsOf(caseId)).owners;
    const id = await take(decider, caseId, {
      conditions: [{ text: "Bellen", ownerId: owner?.id ?? null, dueDate: Date.now() + 9 * day }],
    });
    const [row] = (await rowsOf(caseId)).filter((decision) => decision.id === id);
    expect(row).toMatchObject({ status: "taken", number: 1, kind: "initial" });
    expect(row?.level).not.toBeNull();
    const [caseFile] = await db.read.select().from(caseFiles).where(eq(caseFiles.id, caseId));
    expect(caseFile?.status).toBe("follow_up");
    const agreed = await db.read.select().from(conditions).where(eq(conditions.decisionId, id));
    expect(agreed.map(({ text }) => text)).toEqual(["Bellen"]);
    expect(await db.read.select().from(reviews).where(eq(reviews.decisionId, id))).toHaveLength(1);
    const [event] = await db.read
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, id))
      .orderBy(asc(auditEvents.sequence))
      .then((all) => all.filter(({ kind }) => kind === "decision.taken"));
    expect(event?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(event?.details)).not.toContain("Omdat");
  });

  test("everything that is missing is named at its field, and nothing changes", async () => {
    const before = await rowsOf(caseId);
    const error = await refusalOf(
      take(decider, caseId, {
        choices: {},
        option: null,
        motivation: {},
        precedentCheck: null,
        dignityRespected: false,
        reviewDate: null,
      }),
    );
    expect(error.code).toBe("decision_incomplete");
    expect(error.details.errors).toMatchObject({
      "motivation.legal": ["motivation_missing"],
      precedentCheck: ["precedent_check_missing"],
      dignityRespected: ["dignity_missing"],
      reviewDate: ["review_date_missing"],
    });
    expect(JSON.stringify(error.details.errors)).toContain("option_missing");
    expect(await rowsOf(caseId)).toEqual(before);
  });

  test("departing from the proposed option needs a written departure", async () => {
    const work = await optionsOf(caseId);
    const other = work.options.find(({ proposed }) => !proposed);
    const chosen = everything(work, other?.id ?? "");
    const error = await refusalOf(take(decider, caseId, chosen));
    expect(error.details.errors).toMatchObject({ departure: ["departure_missing"] });
    const departure = "Omdat het anders te lang duurt.";
    await take(decider, caseId, { ...chosen, ...warningLeft, departure });
  });

  test("who scored the case does not take its decision", async () => {
    await giveRole("Annelies Terpstra", "decision_maker");
    const error = await refusalOf(take("Annelies Terpstra", caseId));
    expect(error.details.errors).toMatchObject({ "": ["decision_maker_is_assessor"] });
  });

  test("a formal statute needs an executive, and legal advice", async () => {
    const work = await optionsOf(caseId);
    const deviating = work.options.find(({ level }) => level > 0);
    const chosen = {
      ...everything(work, deviating?.id ?? ""),
      departure: "Zo is het beter.",
      ground: "formal_statute_unforeseen" as const,
    };
    const refused = await refusalOf(take(decider, caseId, chosen));
    expect(refused.details.errors).toMatchObject({
      ground: ["executive_mandate_missing"],
      legalAdvice: ["legal_advice_missing"],
    });
    await take(executive, caseId, {
      ...{ ...chosen, ...warningLeft },
      legalAdvice: "De huisadvocaat ziet ruimte.",
    });
  });

  test("a found precedent must be named, and must be one the person can see", async () => {
    const error = await refusalOf(take(decider, caseId, { precedentCheck: "found" }));
    expect(error.details.errors).toMatchObject({ precedents: ["precedent_missing"] });
    const unknown = await refusalOf(
      take(decider, caseId, { precedentCheck: "found", otherPrecedent: "P-1999-0001" }),
    );
    expect(unknown).toMatchObject({ code: "precedent_unknown" });
    await take(decider, caseId, { precedentCheck: "found", otherPrecedent: "p-2022-0001" });
  });

  test("a case that is not ready cannot be decided", async () => {
    await changeCase(caseId, { status: "scoring" });
    const error = await refusalOf(take(decider, caseId));
    expect(error.details.errors).toMatchObject({ "": ["status_not_ready"] });
  });

  test("a double submit takes one decision and gives the same answer", async () => {
    const access = await as(decider, "decision.take");
    const input = await completeDraft(await as(decider, "decision.prepare"), caseId);
    const ids = await Promise.all([
      takeDecision(access, caseId, input, "form-1"),
      takeDecision(access, caseId, input, "form-1"),
    ]);
    expect(ids[0]).toBe(ids[1]);
    expect(await rowsOf(caseId)).toHaveLength(1);
    const again = await refusalOf(takeDecision(access, caseId, input, "form-2"));
    expect(again.code).toBe("decision_already_taken");
  });

  test("a saved draft over another version shows both texts", async () => {
    const access = await as(decider, "decision.prepare");
    const input = await completeDraft(access, caseId);
    await saveDecisionDraft(access, caseId, { ...input, minorityView: "Mijn tekst" });
    const error = await refusalOf(
      saveDecisionDraft(access, caseId, { ...input, minorityView: "Uw tekst" }),
    );
    expect(error.code).toBe("stale_version");
    expect(error.details.conflict).toEqual([
      { field: "minorityView", theirs: "Mijn tekst", yours: "Uw tekst" },
    ]);
  });

  test("claims that are treated differently are kept apart, and never count as full relief", async () => {
    const { id } = await caseNamed("Weduwe in Turkije");
    const work = await optionsOf(id);
    const claims = work.claims.map(({ id: claimId }) => claimId);
    const levels = [...work.options].sort((a, b) => a.level - b.level);
    const choices = Object.fromEntries(
      claims.map((claimId, place) => [claimId, levels.at(place === 0 ? 0 : -1)?.id ?? ""]),
    );
    const decisionId = await take(decider, id, {
      ...{ choices, ...warningLeft },
      departure: "Per vordering anders.",
    });
    const rows = await db.read
      .select()
      .from(decisionClaims)
      .where(eq(decisionClaims.decisionId, decisionId));
    expect(rows).toHaveLength(claims.length);
    expect(decidedLevel([3, 0], 3)).toBe(2);
    expect(decidedLevel([3, 3], 3)).toBe(3);
    expect(decidedLevel([1, 0], 3)).toBe(1);
    expect(decidedLevel([], 3)).toBeNull();
  });
});

describe("Versions", () => {
  async function correct(decisionId: string) {
    const access = await as(decider, "decision.prepare");
    await startDecisionVersion(
      access,
      { caseId, decisionId },
      { kind: "correction", reason: "Verkeerd bedrag." },
    );
  }

  test("a decision that was taken is never edited again", async () => {
    const access = await as(decider, "decision.prepare");
    const input = await completeDraft(access, caseId);
    const id = await take(decider, caseId);
    const before = await rowsOf(caseId);
    const late = { ...input, decisionId: id, version: before[0]?.version ?? 1 };
    for (const attempt of [
      () => saveDecisionDraft(access, caseId, late),
      () => saveDecisionDraft(access, caseId, { ...late, decisionId: null, version: 0 }),
      () => discardDecisionDraft(access, caseId, id),
    ]) {
      expect((await refusalOf(attempt())).code).toBe("decision_already_taken");
    }
    expect(await rowsOf(caseId)).toEqual(before);
  });

  test("a correction starts with the texts, says why, and replaces the old one when taken", async () => {
    const first = await take(decider, caseId, { minorityView: "Eén stem tegen" });
    await correct(first);
    expect((await rowsOf(caseId)).map(({ status }) => status)).toEqual(["taken", "draft"]);
    const form = await getDecisionForm(await as(decider, "decision.prepare"), caseId);
    expect(form.work?.values.minorityView).toBe("Eén stem tegen");
    const second = await take(decider, caseId);
    expect(await rowsOf(caseId)).toMatchObject([
      { id: first, status: "replaced" },
      { id: second, status: "taken", kind: "correction", previousId: first, number: 2 },
    ]);
    const reader = await as("Gerrit Oosting", "case.read");
    for (const id of [first, second]) {
      const page = await getDecisionPage(reader, caseId, id);
      expect(page.versions.map(({ number }) => number)).toEqual([2, 1]);
    }
  });

  test("a second draft beside the first is refused, and an old version has no successor", async () => {
    const first = await take(decider, caseId);
    await correct(first);
    expect((await refusalOf(correct(first))).code).toBe("decision_draft_exists");
    await take(decider, caseId);
    expect((await refusalOf(correct(first))).code).toBe("decision_already_taken");
  });

  test("a withdrawal chooses nothing and asks one motivation", async () => {
    const first = await take(decider, caseId);
    const access = await as(decider, "decision.prepare");
    await startDecisionVersion(
      access,
      { caseId, decisionId: first },
      { kind: "withdrawal", reason: "De aanvraag is ingetrokken." },
    );
    const bare = { choices: {}, option: null, ground: null, motivation: {} };
    const refused = await refusalOf(take(decider, caseId, bare));
    expect(refused.details.errors).toEqual({ "motivation.legal": ["motivation_missing"] });
    const id = await take(decider, caseId, { ...bare, motivation: { legal: "Niet meer nodig." } });
    const [, row] = await rowsOf(caseId);
    expect(row).toMatchObject({ id, kind: "withdrawal", level: null, optionId: null });
  });

  test("the draft of a new version can be thrown away; the decision stays", async () => {
    const first = await take(decider, caseId);
    await correct(first);
    const [, draft] = await rowsOf(caseId);
    await discardDecisionDraft(await as(decider, "decision.prepare"), caseId, draft?.id ?? "");
    expect(await rowsOf(caseId)).toMatchObject([{ id: first, status: "taken" }]);
  });

  test("a draft is not there for who only reads", async () => {
    const [draft] = await rowsOf(caseId);
    const reader = await as("Gerrit Oosting", "case.read");
    await expect(getDecisionPage(reader, caseId, draft?.id ?? "")).rejects.toMatchObject({
      init: { status: 404 },
    });
  });
});
