import { parse } from "csv-parse/sync";
import { desc, eq } from "drizzle-orm";
import readExcelFile from "read-excel-file/node";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents, db } from "#db";
import { accountFilters, cellAsked } from "../../app/schemas/account-filters.ts";
import { getAccountCases } from "../../app/server/account-cases.server.ts";
import { listCases } from "../../app/server/case-lists.server.ts";
import { exportFacts, exportPeople } from "../../app/server/exports-administration.server.ts";
import { exportAccountCases } from "../../app/server/exports-account-cases.server.ts";
import { exportHandovers } from "../../app/server/handover-export.server.ts";
import { listHandovers } from "../../app/server/handovers.server.ts";
import { exportReflections } from "../../app/server/reflections-export.server.ts";
import { getReflections } from "../../app/server/reflections-list.server.ts";
import { exportCases, exportSessions } from "../../app/server/exports-lists.server.ts";
import { exportResponse, type ExportColumn } from "../../app/server/exports.server.ts";
import { exportPrecedents } from "../../app/server/precedent-export.server.ts";
import { caseFilters } from "../../app/schemas/case-filters.ts";
import { openCopy } from "../support/database.ts";
import { as } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";
import { turnsDuring } from "../support/turns.ts";

const origin = "http://localhost";
const coordinator = "Marieke Hoekstra";

beforeAll(async () => {
  await openCopy(await exampleContent());
});

async function csvOf(answer: Response): Promise<string[][]> {
  const text = await answer.text();
  return parse(text, { bom: false, delimiter: ";" });
}

/** As the web gives text: without the mark that says it is UTF-8. */
async function startOf(answer: Response): Promise<Buffer> {
  return Buffer.from(await answer.arrayBuffer()).subarray(0, 3);
}

async function sheetOf(answer: Response) {
  const [sheet] = await readExcelFile(Buffer.from(await answer.arrayBuffer()));
  return sheet?.data ?? [];
}

async function lastExport() {
  const [event] = await db.read
    .select({ details: auditEvents.details, actorId: auditEvents.actorId })
    .from(auditEvents)
    .where(eq(auditEvents.kind, "export.made"))
    .orderBy(desc(auditEvents.sequence))
    .limit(1);
  return event;
}

type Odd = { words: string; amount: number | null };
const oddColumns: ExportColumn<Odd>[] = [
  { label: "Tekst", value: ({ words }) => words },
  { label: "Getal", type: "number", value: ({ amount }) => amount },
  { label: "Geld", type: "money", value: ({ amount }) => amount },
  { label: "Dag", type: "day", value: () => Date.UTC(2026, 2, 3) },
  { label: "Moment", type: "moment", value: () => Date.UTC(2026, 6, 3, 12, 5) },
];

async function odd(format: "csv" | "xlsx", rows: Odd[]): Promise<Response> {
  const access = await as(coordinator, "case.read");
  const file = { list: "odd", name: "vreemd", title: "Vreemd/blad", columns: oddColumns, rows };
  return exportResponse(access, { ...file, format });
}

describe("a list as a file", () => {
  const formulas = ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "'=1", "＝1+1"];

  test("has no text that a spreadsheet would compute, in either format", async () => {
    const rows = formulas.map((words) => ({ words, amount: 1 }));
    const csv = await csvOf(await odd("csv", rows));
    const sheet = await sheetOf(await odd("xlsx", rows));
    for (const [index] of formulas.entries()) {
      expect(csv[index + 1]?.[0]).toMatch(/^'/);
      expect(String(sheet[index + 1]?.[0])).toMatch(/^'/);
    }
  });

  test("keeps numbers, money and days what they are, also below zero", async () => {
    const rows = [
      { words: 'a;b "c"\nd', amount: -15_050 },
      { words: "<&> \u0001_x000D_ 漢😀", amount: null },
    ];
    const csv = await csvOf(await odd("csv", rows));
    expect(csv[1]).toEqual(['a;b "c"\nd', "-15050", "-150,50", "2026-03-03", "2026-07-03 14:05"]);
    expect(csv[2]?.slice(1, 3)).toEqual(["", ""]);
    const sheet = await sheetOf(await odd("xlsx", rows));
    expect(sheet[0]).toEqual(["Tekst", "Getal", "Geld", "Dag", "Moment"]);
    expect(sheet[1]?.slice(0, 3)).toEqual(['a;b "c"\nd', -15_050, -150.5]);
    expect(sheet[1]?.[3]).toEqual(new Date(Date.UTC(2026, 2, 3)));
    expect(sheet[1]?.[4]).toEqual(new Date(Date.UTC(2026, 6, 3, 14, 5)));
    expect(sheet[2]?.[0]).toContain("漢😀");
    expect(await startOf(await odd("csv", rows))).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  test("of 100,000 rows lets other work go on and holds little", { timeout: 30_000 }, async () => {
    const access = await as(coordinator, "case.read");
    async function* many() {
      for (let batch = 0; batch < 200; batch += 1) {
        yield await Promise.resolve(
          Array.from({ length: 500 }, (_, row) => ({
            words: `Regel ${row} ${batch}`,
            amount: row,
          })),
        );
      }
    }
    const file = { list: "many", name: "veel", title: "Veel", columns: oddColumns, rows: many() };
    const before = process.memoryUsage.rss();
    let bytes = 0;
    const turns = await turnsDuring(async () => {
      const { body } = await exportResponse(access, { ...file, format: "xlsx" });
      for (const reader = body?.getReader(); ;) {
        const part = await reader?.read();
        if (!part?.value) break;
        bytes += part.value.length;
      }
    });
    expect(turns).toBeGreaterThan(150);
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(process.memoryUsage.rss() - before).toBeLessThan(150_000_000);
    expect((await lastExport())?.details).toEqual({ list: "many", rows: 100_000, format: "xlsx" });
  });
});

test("a download that was broken off is in the log, with what was read for it", async () => {
  const access = await as(coordinator, "case.read");
  async function* rows() {
    for (let batch = 0; ; batch += 1) {
      yield await Promise.resolve([{ words: "x".repeat(100_000), amount: batch }]);
    }
  }
  const file = { list: "broken", name: "half", title: "Half", columns: oddColumns, rows: rows() };
  const reader = (await exportResponse(access, { ...file, format: "csv" })).body?.getReader();
  for (let part = 0; part < 5; part += 1) await reader?.read();
  await reader?.cancel();
  await expect.poll(lastExport).toMatchObject({ details: { list: "broken", format: "csv" } });
  expect((await lastExport())?.details.rows).toBeGreaterThan(3);
});

describe("the list of cases as a file", () => {
  test("holds what the list shows to the same person under the same filters", async () => {
    for (const name of [coordinator, "Kwame Mensah"]) {
      const access = await as(name, "case.read");
      for (const filter of ["", "?status=scoring"]) {
        const url = `${origin}/casussen${filter}`;
        const shown = [];
        for (let page: string | null = url; page !== null;) {
          const list: Awaited<ReturnType<typeof listCases>> = await listCases(
            access,
            page,
            caseFilters(page),
          );
          shown.push(...list.items.map(({ number }) => number));
          page = list.next && origin + list.next;
        }
        const [, ...rows] = await csvOf(await exportCases(access, url));
        expect(rows.map(([number]) => number).sort()).toEqual(shown.sort());
        const event = await lastExport();
        expect(event?.actorId).toBe(access.person.id);
        expect(event?.details).toEqual({ list: "cases", rows: shown.length, format: "csv" });
      }
    }
  });
});

test("sessions, people, facts and precedents come as CSV and for Excel with the same rows", async () => {
  const session = await as(coordinator, "session.read");
  const reader = await as(coordinator, "administration.read");
  const precedent = await as("Nienke Postma", "precedent.read");
  const lists = [
    (url: string) => exportSessions(session, url),
    (url: string) => exportPeople(reader, url),
    (url: string) => exportFacts(reader, url),
    (url: string) => exportPrecedents(precedent, url),
  ];
  for (const list of lists) {
    const csv = await csvOf(await list(`${origin}/bestand?vorm=csv`));
    const sheet = await sheetOf(await list(`${origin}/bestand?vorm=xlsx`));
    expect(csv.length).toBeGreaterThan(1);
    expect(sheet.length).toBe(csv.length);
    expect(sheet[0]).toEqual(csv[0]);
    expect(sheet.map((row) => row[0])).toEqual(csv.map((row) => row[0]));
  }
});

describe("lists behind numbers, of handovers and of reflections as files", () => {
  const gevallen = `${origin}/verantwoording/gevallen`;

  test("hold every case behind a number, with the words of its decision", async () => {
    const access = await as(coordinator, "figures.read");
    const asked = `?van=2020-01-01&figuur=departures&rij=total&kolom=cases`;
    const url = `${gevallen}/bestand${asked}`;
    const [head = [], ...rows] = await csvOf(await exportAccountCases(access, url));
    const { cases, readable } = await getAccountCases(
      access,
      accountFilters(url),
      cellAsked(gevallen + asked),
    );
    expect(rows.map(([number]) => number)).toEqual(cases.map(({ number }) => number));
    expect(rows).toHaveLength(readable);
    expect(head.at(-1)).toBe("Waarom is afgeweken");
    expect(rows.map((row) => row.at(-1))).toEqual(cases.map(({ departure }) => departure));
    expect((await lastExport())?.details).toMatchObject({
      ...{ list: "account-cases", rows: readable },
    });
    const all = await csvOf(await exportAccountCases(access, `${gevallen}/bestand?van=2020-01-01`));
    expect(all.length - 1).toBeGreaterThan(readable);
    const unknown = exportAccountCases(access, `${url}x`);
    await expect(unknown).rejects.toMatchObject({ init: { status: 404 } });
  });

  test("hold the handovers of a side and status", async () => {
    const access = await as(coordinator, "handover.manage");
    for (const side of ["received", "sent"] as const) {
      const url = `${origin}/overdrachten?status=alle`;
      const { items } = await listHandovers(access, side, url);
      const [, ...rows] = await csvOf(await exportHandovers(access, side, url));
      expect(rows.map(([other]) => other)).toEqual(items.map(({ other }) => other));
    }
    const here = await listHandovers(access, "received", `${origin}/?status=alle`);
    expect(here.items.length).toBeGreaterThan(0);
    const [one] = here.items;
    const others = one?.status === "sent" ? "accepted" : "sent";
    const url = `${origin}/overdrachten?status=${others}&tot=2000-01-01`;
    expect(await csvOf(await exportHandovers(access, "received", url))).toHaveLength(1);
  });

  test("hold what sessions left behind, as it is listed", async () => {
    const access = await as(coordinator, "reflection.read");
    const { items } = await getReflections(access, `${origin}/reflecties`);
    expect(items.length).toBeGreaterThan(0);
    const [head, ...rows] = await csvOf(
      await exportReflections(access, `${origin}/reflecties/bestand`),
    );
    expect(head?.[0]).toBe("Zitting");
    expect(rows.map((row) => row.slice(2, 5))).toEqual(
      items.map(({ unwrittenRule, dilemma, answer }) => [unwrittenRule, dilemma, answer]),
    );
    const dilemmas = items.filter(({ dilemma }) => dilemma !== "");
    const only = await exportReflections(access, `${origin}/reflecties/bestand?toon=dilemma`);
    expect((await csvOf(only)).length - 1).toBe(dilemmas.length);
  });
});
