import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseFiles, db, decisions, precedents } from "#db";
import errors from "../../app/i18n/nl/errors.ts";
import precedentTexts from "../../app/i18n/nl/precedents.ts";
import { openWorld, type World } from "../support/agenda-world.ts";
import { formOn } from "../support/posting.ts";
import { refused } from "../support/refusals.ts";

let world: World;
const item = (phase: string) => world.item(phase);

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.running.stop());

describe("a decision", () => {
  const empty = { decisionId: "", version: "0" };

  it("is not taken before the reveal, nor prepared", async () => {
    for (const phase of ["prepare", "scoring"]) {
      const path = `/casussen/${item(phase).caseId}/besluit`;
      for (const [intent, by] of [
        ["save", world.cast.of("coordinator")],
        ["take", world.cast.named("Ingrid Wolters")],
      ] as const) {
        await refused({ by, path, fields: { ...empty, intent }, status: [404, 409, 422] });
      }
    }
  });

  it("is not taken twice, and not by someone without the mandate", async () => {
    const [taken] = await db.read.select().from(decisions).where(eq(decisions.status, "taken"));
    const path = `/casussen/${taken?.caseId}/besluit`;
    const fields = { ...empty, intent: "take" };
    await refused({ by: world.cast.named("Ingrid Wolters"), path, fields, status: [404, 409] });
    const { leader: by, caseId } = item("concluded");
    await refused({ by, path: `/casussen/${caseId}/besluit`, fields, status: [403, 409] });
  });

  it("is not taken while something is missing, and names each thing", async () => {
    const [ready] = await db.read
      .select()
      .from(caseFiles)
      .where(
        and(
          eq(caseFiles.status, "decision"),
          eq(caseFiles.organisationId, world.cast.organisationId),
        ),
      );
    const by = world.cast.named("Ingrid Wolters");
    const path = `/casussen/${ready?.id}/besluit`;
    const fields = await formOn(by, path, { intent: "take" });
    const bare = {
      decisionId: fields.decisionId ?? "",
      version: fields.version ?? "",
      intent: "take",
    };
    const reply = await refused({ by, path, fields: bare, status: 422 });
    for (const says of [
      errors.requirement.option_missing,
      errors.requirement.precedent_check_missing,
      errors.requirement.motivation_missing,
      errors.requirement.dignity_missing,
      errors.requirement.review_date_missing,
    ]) {
      expect(reply.words).toContain(says);
    }
    for (const strange of ["01900000-0000-7000-8000-000000000000"]) {
      const other = { ...fields, option: strange, precedents: strange, reasonPro: strange };
      await refused({ by, path, fields: { ...other, intent: "take" }, status: [404, 422] });
    }
  });
});

describe("a precedent", () => {
  async function precedentIn(status: "draft" | "in_review" | "valid") {
    const [row] = await db.read
      .select()
      .from(precedents)
      .where(
        and(
          eq(precedents.organisationId, world.cast.organisationId),
          eq(precedents.status, status),
        ),
      );
    if (!row) throw new Error(`no precedent is ${status}`);
    return { ...row, path: `/precedenten/${row.id}/bewerken` };
  }

  it("is not published by who wrote it", async () => {
    const { editorId, version, path } = await precedentIn("in_review");
    const by = await world.visiting(editorId);
    const fields = { intent: "publish", version: String(version) };
    await refused({ by, path, fields, status: 403, says: precedentTexts.edit.isEditor });
  });

  it("is not published or ended twice, nor edited once it is valid", async () => {
    const { version, path } = await precedentIn("valid");
    const by = world.cast.named("Bram Verhagen");
    const fields = { version: String(version) };
    await refused({ by, path, fields: { ...fields, intent: "publish" }, status: [403, 409] });
    await refused({
      by,
      path,
      fields: { ...fields, intent: "send-back", reason: "x" },
      status: 409,
    });
    await refused({ by, path, fields: { ...fields, intent: "end", status: "valid" }, status: 422 });
    await refused({ by, path, fields: { ...fields, intent: "end", status: "draft" }, status: 422 });
  });

  it("is made of a decision once", async () => {
    const { decisionId } = await precedentIn("valid");
    const [decision] = await db.read
      .select()
      .from(decisions)
      .where(eq(decisions.id, decisionId ?? ""));
    const path = `/casussen/${decision?.caseId}/besluiten/${decisionId}`;
    const by = world.cast.of("policy_advisor");
    await refused({ by, path, fields: { intent: "make-precedent" }, status: [404, 409, 422] });
  });
});

describe("a status", () => {
  it("is not jumped to, taken from a page that is old, or stepped back without a reason", async () => {
    const by = world.cast.of("coordinator");
    const caseId = await world.newCase("Een casus die nergens heen springt");
    const path = `/casussen/${caseId}/status`;
    const move = (from: string, to: string, reason = "") => ({ from, to, reason });
    await refused({ by, path, fields: move("registered", "decision"), status: 409 });
    await refused({ by, path, fields: move("registered", "closed", "Klaar"), status: 409 });
    await refused({ by, path, fields: move("intake", "facts_and_options"), status: 409 });
    await refused({ by, path, fields: move("registered", "withdrawn", " "), status: 422 });
    await refused({ by, path, fields: move("registered", "registered", "Zomaar"), status: 409 });
    await refused({ by, path, fields: move("registered", "lost", "Zomaar"), status: 422 });
    const auditor = world.cast.of("auditor");
    await refused({ by: auditor, path, fields: move("registered", "referred", "x"), status: 403 });
  });
});
