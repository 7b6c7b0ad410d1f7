import { beforeAll, beforeEach, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { caseFiles, db, decisions, environment, precedents, questionnaires, scopes } from "#db";
import type { CitizenAnswers } from "../../app/domain/questionnaire.ts";
import { accountFilters, cellAsked } from "../../app/schemas/account-filters.ts";
import { getAccountCases } from "../../app/server/account-cases.server.ts";
import {
  exportCitizenResults,
  getCitizenResults,
} from "../../app/server/questionnaire-results.server.ts";
import { arrange, openCopy, type Content } from "../support/database.ts";
import { as } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";

const executive = "Hülya Demir";
const answers: CitizenAnswers = {
  ...{ heard: "yes", understood: "partly", fair: null, helped: "yes" },
  words: "",
};
const page = "http://127.0.0.1/verantwoording/burgers";
let content: Content;
let caseIds: string[];
let scopeId: string;

beforeAll(async () => {
  content = await exampleContent();
}, 60_000);

beforeEach(async () => {
  await openCopy(content);
  const { organisation } = await as(executive, "figures.read");
  const rows = await db.read
    .select({
      id: caseFiles.id,
      special: caseFiles.specialHealth,
      crime: caseFiles.specialCriminal,
    })
    .from(caseFiles)
    .innerJoin(decisions, eq(decisions.caseId, caseFiles.id))
    .where(eq(caseFiles.organisationId, organisation.id))
    .orderBy(caseFiles.id);
  const plain = rows.filter(({ special, crime }) => !special && !crime);
  caseIds = [...new Set(plain.map(({ id }) => id))];
  const [scope] = await db.read
    .select()
    .from(scopes)
    .where(eq(scopes.organisationId, organisation.id));
  scopeId = scope?.id ?? "";
  await arrange(async (tx) => {
    await tx.delete(questionnaires);
    await tx.update(caseFiles).set({ scopeId: null });
  });
});

type Made = { caseId: string; words?: string; answered?: boolean; at?: number };

async function link({ caseId, words = "", answered = true, at = environment.now() }: Made) {
  const [decision] = await db.read.select().from(decisions).where(eq(decisions.caseId, caseId));
  const id = environment.newId();
  await arrange(async (tx) => {
    await tx.update(caseFiles).set({ scopeId }).where(eq(caseFiles.id, caseId));
    await tx.insert(questionnaires).values({
      ...{ id, caseId, decisionId: decision?.id ?? "", moment: "after_decision", secretHash: id },
      ...{ createdBy: decision?.preparedBy ?? "", createdAt: at, expiresAt: at + 1 },
      ...(answered ? { answeredAt: at, answers: { ...answers, words } } : {}),
    });
  });
}

test("Answers are counted per scope and moment, with how many of those asked answered", async () => {
  for (const caseId of caseIds.slice(0, 3)) await link({ caseId });
  await link({ caseId: caseIds[0] ?? "", answered: false });
  const found = await getCitizenResults(await as(executive, "figures.read"), page);
  expect(found.perScope).toHaveLength(1);
  const [result] = found.perScope[0]?.results ?? [];
  expect(result).toMatchObject({ moment: "after_decision", sent: 4, answered: 3 });
  expect(result?.figure.rows.map(({ key, values }) => [key, ...values])).toEqual([
    ["heard", 3, 0, 0, 0],
    ["understood", 0, 3, 0, 0],
    ["fair", 0, 0, 0, 3],
    ["helped", 3, 0, 0, 0],
  ]);
  const earlier = await getCitizenResults(
    await as(executive, "figures.read"),
    `${page}?van=2020-01-01&tot=2020-12-31`,
  );
  expect(earlier.together).toEqual([]);
});

test("What was written names its case only where a scope has five answers, and stays away where the case may not be read", async () => {
  const reader = await as(executive, "figures.read");
  for (const caseId of caseIds.slice(0, 4)) await link({ caseId, words: `Over ${caseId}` });
  const four = await getCitizenResults(reader, page);
  expect(four.words).toHaveLength(4);
  expect(four.words.map(({ caseFile }) => caseFile)).toEqual([null, null, null, null]);
  expect(JSON.stringify(four.words.map(({ words: _, ...rest }) => rest))).not.toContain(
    caseIds[0] ?? "",
  );
  await link({ caseId: caseIds[0] ?? "" });
  expect((await getCitizenResults(reader, page)).words[0]?.caseFile).not.toBeNull();
  await arrange(async (tx) => {
    const hide = { specialHealth: true };
    await tx
      .update(caseFiles)
      .set(hide)
      .where(eq(caseFiles.id, caseIds[0] ?? ""));
  });
  const kept = await getCitizenResults(reader, page);
  expect(kept).toMatchObject({ wordsHidden: 1 });
  expect(JSON.stringify(kept.words)).not.toContain(caseIds[0]);
});

test("A number of answers leads to the cases behind it that one may read, where a scope has five answers", async () => {
  const reader = await as(executive, "figures.read");
  const behind = (query: string) => {
    const url = `http://127.0.0.1/verantwoording/gevallen?figuur=citizens&${query}`;
    return getAccountCases(reader, accountFilters(url), cellAsked(url));
  };
  const few = caseIds.slice(0, 2);
  for (const caseId of few) await link({ caseId });
  expect(await behind("rij=heard&kolom=yes")).toMatchObject({ cases: [], readable: 0, few: 2 });
  for (const caseId of [...few, ...few]) await link({ caseId });
  await link({ caseId: few[0] ?? "", answered: false });
  const found = await behind("rij=heard&kolom=yes&moment=after_decision");
  expect(found).toMatchObject({ readable: 2, hidden: 0, few: 0, pages: 1, rowsAre: "question" });
  expect(found.cases.map(({ id }) => id).sort()).toEqual([...few].sort());
  const nothing = { cases: [], readable: 0, hidden: 0, few: 0 };
  for (const query of [
    ...["rij=heard&kolom=no", "rij=fair&kolom=yes", "rij=heard&kolom=yes&gebied=none"],
    ...["rij=heard&kolom=yes&moment=after_review", "rij=heard&kolom=yes&periode=vorige"],
  ]) {
    expect(await behind(query), query).toMatchObject(nothing);
  }
  expect(await behind("rij=fair&kolom=skipped")).toMatchObject({ readable: 2 });
  for (const query of ["rij=words&kolom=yes", "rij=heard&kolom=maybe", "rij=total&kolom=yes"]) {
    await expect(behind(query)).rejects.toMatchObject({ init: { status: 404 } });
  }
  await arrange(async (tx) => {
    await tx
      .update(caseFiles)
      .set({ specialCriminal: true })
      .where(eq(caseFiles.id, few[1] ?? ""));
  });
  const kept = await behind("rij=heard&kolom=yes");
  expect(kept).toMatchObject({ readable: 1, hidden: 1 });
  expect(JSON.stringify(kept.cases)).not.toContain(few[1]);
});

test("Another organisation sees totals of a year that is over, without small numbers, scopes or words", async () => {
  const { organisation } = await as(executive, "figures.read");
  const lastYear = new Date(environment.now()).getUTCFullYear() - 1;
  const at = Date.UTC(lastYear, 5, 1);
  for (const caseId of caseIds.slice(0, 3)) await link({ caseId, words: "Geheim", at });
  await arrange(async (tx) => {
    await tx.update(precedents).set({ visibility: "network" });
  });
  const stranger = await as("Sanne Dijkgraaf", "figures.read");
  const found = await getCitizenResults(
    stranger,
    `${page}?organisatie=${organisation.id}&van=${lastYear}-03-01`,
  );
  expect(found).toMatchObject({
    ...{ isOwn: false, perScope: [], words: [], wordsHidden: 0 },
    period: { from: `${lastYear}-01-01`, until: `${lastYear}-12-31` },
  });
  expect(found.together).toHaveLength(1);
  const numbers = JSON.stringify(found.together);
  expect(numbers).not.toMatch(/:[1-4]\b|\[[1-4],/);
  expect(numbers).toContain("hidden");
});

test("The file has a row per scope, moment and question", async () => {
  for (const caseId of caseIds.slice(0, 2)) await link({ caseId });
  const reader = await as(executive, "figures.read");
  const csv = await (await exportCitizenResults(reader, page)).text();
  const lines = csv.trim().split("\r\n");
  expect(lines).toHaveLength(1 + 2 * 4);
  expect(lines[1]).toContain("Na het besluit;2;2;Goed geluisterd;2;0;0;0");
});
