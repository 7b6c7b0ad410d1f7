import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { agendaItems, auditEvents, db, panelMembers, statusChanges, type Transaction } from "#db";
import { newOptionSchema } from "#app/schemas/option.ts";
import { getAuditLog } from "#app/server/audit-log.server.ts";
import { getCase } from "#app/server/case-access.server.ts";
import { getCaseHistory } from "#app/server/case-history.server.ts";
import { getBoard, listCases } from "#app/server/case-lists.server.ts";
import { changeCaseStatus, getStatusPage, moveCase } from "#app/server/case-status.server.ts";
import { declareConflict } from "#app/server/conflicts-of-interest.server.ts";
import { createOption, removeOption, updateOption } from "#app/server/option-changes.server.ts";
import { moveOption } from "#app/server/option-order.server.ts";
import { listOptions } from "#app/server/options.server.ts";
import { freshDatabase } from "../support/database.ts";
import { newCase, newWorld, putOnAgenda, type Someone } from "./case-world.ts";

let world: Awaited<ReturnType<typeof newWorld>>;
let submitter: Someone;
let coordinator: Someone;
let assessor: Someone;
let caseId: string;

beforeEach(async () => {
  await freshDatabase();
  world = await newWorld();
  submitter = await world.person("submitter");
  coordinator = await world.person("coordinator");
  assessor = await world.person("assessor");
  caseId = await newCase(submitter);
});

function optionInput(fields: Record<string, unknown> = {}) {
  return newOptionSchema.parse({
    intent: "save",
    title: "Kwijtschelden",
    level: "3",
    ground: "hardship_clause",
    ...fields,
  });
}

const move = (to: Parameters<typeof moveCase>[2], reason?: string) =>
  db.write(coordinator.actor, (tx: Transaction) =>
    moveCase(tx, { id: caseId }, to, {
      personId: coordinator.person.id,
      ...(reason ? { reason } : {}),
    }),
  );

describe("Options", () => {
  it("keep strict application first, at level 0 and in place", async () => {
    const [strict] = await listOptions(caseId);
    const place = { caseId, optionId: strict?.id ?? "", version: 1 };
    await expect(removeOption(submitter, place)).rejects.toMatchObject({
      code: "option_zero_fixed",
    });
    await expect(moveOption(submitter, place, "down")).rejects.toMatchObject({
      code: "option_zero_fixed",
    });
    await updateOption(submitter, place, optionInput({ title: "Terugvorderen" }));
    expect((await listOptions(caseId))[0]).toMatchObject({
      title: "Terugvorderen",
      level: 0,
      ground: null,
    });
  });

  it("need a ground and a level of the question set", async () => {
    await expect(
      createOption(submitter, caseId, { input: optionInput({ ground: "" }) }),
    ).rejects.toMatchObject({ code: "option_ground_required" });
    await expect(
      createOption(submitter, caseId, { input: optionInput({ level: "4" }) }),
    ).rejects.toMatchObject({ code: "option_level" });
  });

  it("change places without ever standing in one", async () => {
    for (const title of ["Een", "Twee"]) {
      await createOption(submitter, caseId, { input: optionInput({ title }) });
    }
    const [, , second] = await listOptions(caseId);
    await moveOption(submitter, { caseId, optionId: second?.id ?? "" }, "up");
    expect((await listOptions(caseId)).map(({ title }) => title)).toEqual([
      "Strikte toepassing",
      "Twee",
      "Een",
    ]);
  });

  it("all stand still while scoring is open, rated or not, and no new one comes beside them", async () => {
    const optionId = await createOption(submitter, caseId, { input: optionInput() });
    await putOnAgenda(caseId, { leader: coordinator, assessor, phase: "scoring" });
    const place = { caseId, optionId, version: 1 };
    await expect(updateOption(coordinator, place, optionInput())).rejects.toMatchObject({
      code: "option_locked",
    });
    await expect(removeOption(coordinator, place)).rejects.toMatchObject({ code: "option_locked" });
    await expect(createOption(coordinator, caseId, { input: optionInput() })).rejects.toMatchObject(
      { code: "options_on_the_table" },
    );
  });

  it("show both texts when someone else changed the option first", async () => {
    const optionId = await createOption(submitter, caseId, { input: optionInput() });
    const place = { caseId, optionId, version: 1 };
    await updateOption(coordinator, place, optionInput({ title: "Matigen" }));
    await expect(updateOption(submitter, place, optionInput())).rejects.toMatchObject({
      code: "stale_version",
      details: { conflict: [{ field: "title", theirs: "Matigen", yours: "Kwijtschelden" }] },
    });
  });
});

describe("The status of a case", () => {
  it("leaves one row for every status that is passed", async () => {
    await move("decision");
    const rows = await db.read.select().from(statusChanges).where(eq(statusChanges.caseId, caseId));
    expect(rows.map(({ toStatus }) => toStatus)).toEqual([
      "registered",
      "intake",
      "facts_and_options",
      "scoring",
      "deliberation",
      "decision",
    ]);
  });

  it("asks a reason for a step back, and reopens an ended case first", async () => {
    await move("scoring");
    await expect(move("intake")).rejects.toMatchObject({ code: "status_reason_required" });
    await move("withdrawn", "Burger trekt in");
    await move("facts_and_options", "Toch verder");
    expect((await getCase(coordinator, caseId)).status).toBe("facts_and_options");
  });

  it("is withdrawn by its submitter, who makes no other move", async () => {
    const page = await getStatusPage(submitter, caseId);
    expect(page.next).toEqual([{ to: "withdrawn", move: "exit" }]);
    const change = { caseId, from: "registered", to: "intake", reason: "" } as const;
    await expect(changeCaseStatus(submitter, change)).rejects.toMatchObject({
      code: "status_move_not_allowed",
    });
    await changeCaseStatus(submitter, { ...change, to: "withdrawn", reason: "Opgelost" });
    expect((await getCase(submitter, caseId)).status).toBe("withdrawn");
  });

  it("does not go by hand to scoring without an agenda, nor past the decision without one", async () => {
    await move("facts_and_options");
    const forward = { caseId, from: "facts_and_options", to: "scoring", reason: "" } as const;
    await expect(changeCaseStatus(coordinator, forward)).rejects.toMatchObject({
      code: "status_move_not_allowed",
    });
    await move("decision");
    const done = { caseId, from: "decision", to: "follow_up", reason: "" } as const;
    await expect(changeCaseStatus(coordinator, done)).rejects.toMatchObject({
      code: "status_move_not_allowed",
    });
  });

  it("refuses a move from a status the case has left, and names the coordinator who took it in", async () => {
    const change = { caseId, from: "registered", to: "intake", reason: "" } as const;
    await changeCaseStatus(coordinator, change);
    await expect(
      changeCaseStatus(coordinator, { ...change, to: "facts_and_options" }),
    ).rejects.toMatchObject({ code: "status_move_not_allowed" });
    expect((await getCase(coordinator, caseId)).coordinatorId).toBe(coordinator.person.id);
  });
});

describe("Before the reveal", () => {
  it("the history and the log say nothing of ratings or readiness, and number nothing", async () => {
    const auditor = await world.person("auditor");
    const { itemId } = await putOnAgenda(caseId, {
      leader: coordinator,
      assessor,
      phase: "scoring",
    });
    const kinds = async () => {
      const history = await getCaseHistory(coordinator, caseId, null);
      const log = await getAuditLog(auditor, {});
      expect(JSON.stringify([history, log])).not.toMatch(/sequence|"number":\d/);
      return [history.items, log.items].map((items) => items.map(({ kind }) => kind));
    };
    for (const seen of await kinds()) {
      expect(seen).toContain("item.scoring-opened");
      expect(seen).not.toContain("rating.saved");
      expect(seen).not.toContain("panel.ready");
    }
    await db.write(coordinator.actor, async (tx) => {
      await tx.update(agendaItems).set({ phase: "revealed" }).where(eq(agendaItems.id, itemId));
      await tx.record({ kind: "item.revealed", subject: { type: "agenda_item", id: itemId } });
    });
    const { items: log } = await getAuditLog(auditor, {});
    expect(log.map(({ kind }) => kind)).toContain("rating.saved");
    expect(log.map(({ number }) => typeof number)).not.toContain("object");
    const { items } = await getCaseHistory(coordinator, caseId, null);
    expect(items.find(({ kind }) => kind === "rating.saved")?.person).toBeNull();
  });

  it("a conflict of interest takes an assessor off the panel only when nothing was given yet", async () => {
    const seats = () => db.read.select().from(panelMembers);
    await putOnAgenda(caseId, { leader: coordinator, assessor, phase: "prepare" });
    const declaration = { caseId, personId: assessor.person.id, reason: "Familie" };
    expect(await declareConflict(assessor, declaration)).toBe("/casussen");
    expect(await seats()).toEqual([]);
    const rated = await world.person("assessor");
    await putOnAgenda(caseId, { leader: coordinator, assessor: rated, phase: "scoring" });
    await declareConflict(coordinator, { ...declaration, personId: rated.person.id });
    expect(await seats()).toHaveLength(1);
  });
});

describe("Lists", () => {
  it("go through all cases once, forwards and backwards, newest change first", async () => {
    for (let count = 0; count < 30; count += 1) await newCase(submitter, `Casus ${count}`);
    const url = "http://x/casussen";
    const first = await listCases(coordinator, url, {});
    const { caseFilters } = await import("#app/schemas/case-filters.ts");
    const next = `http://x${first.next ?? ""}`;
    const second = await listCases(coordinator, next, caseFilters(next));
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(31);
    expect([second.items.length, second.next]).toEqual([6, null]);
    const back = `http://x${second.previous ?? ""}`;
    const again = await listCases(coordinator, back, caseFilters(back));
    expect(again.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id));
  });

  it("show an assessor only the cases of the own panels", async () => {
    await newCase(submitter);
    await putOnAgenda(caseId, { leader: coordinator, assessor, phase: "prepare" });
    const list = await listCases(assessor, "http://x/casussen", {});
    expect(list.items.map(({ id }) => id)).toEqual([caseId]);
  });

  it("put open cases under their status on the board", async () => {
    await move("intake");
    const board = await getBoard(coordinator);
    expect(board.find(({ status }) => status === "intake")?.items).toHaveLength(1);
    expect(board.find(({ status }) => status === "registered")?.items).toEqual([]);
  });
});

it("Every change of a case is in the log with its case", async () => {
  const events = await db.read.select().from(auditEvents).where(eq(auditEvents.caseId, caseId));
  expect(events.map(({ kind }) => kind)).toEqual(["case.created"]);
});
