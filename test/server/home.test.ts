import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq, isNull, ne } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  agendaItems,
  caseFiles,
  conditions,
  db,
  panelMembers,
  people,
  precedentImports,
  precedents,
  ratings,
  roleAssignments,
  setEnvironment,
  stopDatabase,
} from "#db";
import { requireRight } from "../../app/server/access.server.ts";
import { loadExampleData } from "../../app/server/example-data.server.ts";
import { getHome } from "../../app/server/home.server.ts";
import { openLogin } from "../../app/server/logins.server.ts";
import { settings } from "../../app/server/settings.server.ts";
import { arrange, type Content, contentAfter, openCopy } from "../support/database.ts";

const now = Date.UTC(2026, 10, 18, 10, 30);
let examples: Content;

async function homeOf(name: string) {
  const [person] = await db.read.select().from(people).where(eq(people.name, name));
  const cookie = (await openLogin(person?.id ?? "")).split(";")[0] ?? "";
  const request = new Request("http://127.0.0.1/", { headers: { Cookie: cookie } });
  return getHome(await requireRight(request, "home.read"));
}

async function idOf(name: string): Promise<string> {
  const [person] = await db.read.select().from(people).where(eq(people.name, name));
  return person?.id ?? "";
}

describe("the home page", () => {
  beforeAll(async () => {
    settings().documentsDir = mkdtempSync(join(tmpdir(), "maatwerkplaats-home-"));
    setEnvironment({ now: () => now });
    examples = await contentAfter(() => loadExampleData());
  });
  beforeEach(async () => {
    await openCopy(examples);
    return () => stopDatabase();
  });
  afterAll(() => setEnvironment({}));

  it("shows an assessor what is still to be scored, and no longer once ready", async () => {
    const before = await homeOf("Esra Yildirim");
    expect(before.toScore?.rows.map(({ caseFile, begun }) => [caseFile.number, begun])).toEqual([
      ["2026-0007", false],
    ]);
    await arrange(async (tx) => {
      const seat = and(
        eq(panelMembers.personId, await idOf("Esra Yildirim")),
        isNull(panelMembers.readyAt),
      );
      await tx.update(panelMembers).set({ readyAt: now }).where(seat);
    });
    expect((await homeOf("Esra Yildirim")).toScore?.rows).toEqual([]);
  });

  it("shows nobody anything of what another person scored", async () => {
    const names = ["Marieke Hoekstra", "Esra Yildirim", "Bram Verhagen", "Hülya Demir"];
    const before = await Promise.all(names.map((name) => homeOf(name)));
    await arrange(async (tx) => {
      const [open] = await tx.select().from(agendaItems).where(eq(agendaItems.phase, "scoring"));
      const ofOthers = and(
        eq(ratings.agendaItemId, open?.id ?? ""),
        eq(ratings.kind, "score"),
        ne(ratings.personId, await idOf("Esra Yildirim")),
      );
      await tx
        .update(ratings)
        .set({ value: 1, reason: "Heel anders", updatedAt: now })
        .where(ofOthers);
    });
    expect(await Promise.all(names.map((name) => homeOf(name)))).toEqual(before);
  });

  it("offers a decision to who may take it, but not to who scored the case", async () => {
    const waiting = async () => (await homeOf("Ingrid Wolters")).decisions?.rows ?? [];
    const [first] = await waiting();
    expect(first).toMatchObject({ prepared: true, ageDays: 61, daysLeft: -5 });
    await arrange(async (tx) => {
      const [item] = await tx
        .select()
        .from(agendaItems)
        .where(eq(agendaItems.caseId, first?.caseFile.id ?? ""));
      await tx.insert(panelMembers).values({
        agendaItemId: item?.id ?? "",
        personId: await idOf("Ingrid Wolters"),
        perspective: "legal",
      });
    });
    expect(await waiting()).toEqual([]);
  });

  it("shows an offered import to the colleague who may let it in, not to who sent it", async () => {
    const waiting = async (name: string) => (await homeOf(name)).imports?.rows;
    expect(await waiting("Nienke Postma")).toEqual([]);
    await arrange(async (tx) => {
      await tx.update(precedentImports).set({ status: "offered" });
    });
    expect(await waiting("Nienke Postma")).toMatchObject([
      { fileName: "besluiten-ww-2017-2024.csv", good: 6, offeredBy: "Bram Verhagen" },
    ]);
    expect(await waiting("Bram Verhagen")).toEqual([]);
    expect(await waiting("Marieke Hoekstra")).toBeUndefined();
  });

  it("keeps a case about health from an executive who waits for decisions", async () => {
    const names = async () =>
      (await homeOf("Hülya Demir")).decisions?.rows.map(({ caseFile }) => caseFile.id) ?? [];
    const [id = ""] = await names();
    expect(id).not.toBe("");
    await arrange(async (tx) => {
      await tx.update(caseFiles).set({ specialHealth: true }).where(eq(caseFiles.id, id));
    });
    expect(await names()).toEqual([]);
  });

  it("puts what is overdue on top, and names no case that its owner may not read", async () => {
    const ownerId = await idOf("Dewi Santoso");
    await arrange(async (tx) => {
      await tx.update(conditions).set({ ownerId, doneAt: null, doneBy: null });
    });
    const rows = (await homeOf("Dewi Santoso")).due?.rows ?? [];
    const moments = rows.map(({ dueDate }) => dueDate);
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(rows[0]?.state).toBe("overdue");
    const own = await db.read
      .select({ id: caseFiles.id })
      .from(caseFiles)
      .where(eq(caseFiles.submitterId, ownerId));
    for (const { caseId, caseTitle } of rows) {
      expect(caseTitle !== null).toBe(own.some(({ id }) => id === caseId));
    }
  });

  it("shows what someone took on, whatever the role", async () => {
    const rows = (await homeOf("Nienke Postma")).due?.rows ?? [];
    expect(rows.map(({ kind, state }) => [kind, state])).toEqual([["condition", "overdue"]]);
  });

  it("asks a second policy advisor to publish, never the editor", async () => {
    const [waiting] = await db.read
      .select()
      .from(precedents)
      .where(eq(precedents.status, "in_review"));
    const work = async (name: string) =>
      (await homeOf(name)).precedents?.rows.filter(({ why }) => why === "second_person") ?? [];
    expect((await work("Nienke Postma")).map(({ id }) => id)).toEqual([waiting?.id]);
    expect(await work("Bram Verhagen")).toEqual([]);
  });

  it("counts for the coordinator what is open, with the term as the law counts it", async () => {
    const counts = (await homeOf("Marieke Hoekstra")).board ?? [];
    const by = Object.fromEntries(counts.map(({ status, ...row }) => [status, row]));
    expect(by.decision).toEqual({ cases: 1, more: false, overTerm: 1, oldestDays: 61 });
    expect(by.deliberation).toEqual({ cases: 1, more: false, overTerm: 0, oldestDays: 52 });
    expect(by.follow_up).toEqual({ cases: 3, more: false, overTerm: 0, oldestDays: null });
    await arrange(async (tx) => {
      const day = Date.UTC(2026, 10, 18);
      await tx
        .update(caseFiles)
        .set({ extendedUntil: day })
        .where(eq(caseFiles.status, "decision"));
    });
    const extended = (await homeOf("Marieke Hoekstra")).board ?? [];
    expect(extended.find(({ status }) => status === "decision")?.overTerm).toBe(0);
  });

  it("stays within the organisation one works for", async () => {
    const here = await homeOf("Sanne Dijkgraaf");
    const elsewhere = await db.read
      .select({ id: caseFiles.id, organisationId: caseFiles.organisationId })
      .from(caseFiles);
    const [own] = await db.read
      .select({ organisationId: roleAssignments.organisationId })
      .from(roleAssignments)
      .where(eq(roleAssignments.personId, await idOf("Sanne Dijkgraaf")));
    const shown = JSON.stringify(here);
    for (const { id, organisationId } of elsewhere) {
      if (organisationId !== own?.organisationId) expect(shown).not.toContain(id);
    }
  });

  it("gives an auditor, an administrator and a privacy officer no work of others", async () => {
    for (const name of ["Gerrit Oosting", "Lotte Siemons", "Wei Ling Tan"]) {
      const { now: moment, firstName, ...parts } = await homeOf(name);
      expect([moment, firstName]).toEqual([now, name.split(" ")[0]]);
      expect(Object.values(parts).every((part) => part === null)).toBe(true);
    }
  });
});
