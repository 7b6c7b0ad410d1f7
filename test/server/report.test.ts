import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { auditEvents, db, environment, reportTexts } from "#db";
import { getAccount } from "../../app/server/account-figures.server.ts";
import { exportFigures } from "../../app/server/exports-figures.server.ts";
import { downloadReport } from "../../app/server/pdf-downloads.server.ts";
import { getReport, saveReportText } from "../../app/server/report.server.ts";
import { openCopy } from "../support/database.ts";
import { as, refusalOf } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";

const executive = "Hülya Demir";
const writer = "Marieke Hoekstra";
const year = String(new Date(environment.now()).getUTCFullYear());

beforeEach(async () => {
  await openCopy(await exampleContent());
});

describe("the yearly report", () => {
  test("keeps what is written per part, and tells it in the log without the words", async () => {
    const access = await as(writer, "report.edit");
    await saveReportText(
      access,
      { year, section: "inflow" },
      { text: "Meer dan ooit.", version: 0 },
    );
    const { texts, account } = await getReport(await as(executive, "figures.read"), year);
    const inflow = texts.find(({ section }) => section === "inflow");
    expect(inflow).toMatchObject({ text: "Meer dan ooit.", version: 1, written: { by: writer } });
    expect(account.period).toEqual({ from: `${year}-01-01`, until: `${year}-12-31` });
    const [event] = await db.read
      .select({ details: auditEvents.details })
      .from(auditEvents)
      .where(eq(auditEvents.kind, "report.saved"));
    expect(event?.details).toEqual({ year: Number(year), section: "inflow" });
  });

  test("shows both texts when somebody else was first, and loses neither", async () => {
    const access = await as(writer, "report.edit");
    await saveReportText(access, { year, section: "ahead" }, { text: "Eerst", version: 0 });
    const other = await as(executive, "report.edit");
    const late = () =>
      saveReportText(other, { year, section: "ahead" }, { text: "Later", version: 0 });
    const refusal = await refusalOf(late());
    expect(refusal).toMatchObject({ code: "stale_version" });
    const [row] = await db.read.select().from(reportTexts);
    expect(row).toMatchObject({ text: "Eerst", version: 1 });
    await saveReportText(other, { year, section: "ahead" }, { text: "Samen", version: 1 });
    expect(await db.read.select({ text: reportTexts.text }).from(reportTexts)).toEqual([
      { text: "Samen" },
    ]);
  });

  test("takes a text once when its button is pressed twice", async () => {
    const access = await as(writer, "report.edit");
    const place = { year, section: "ahead" };
    const pressed = { text: "Een keer", version: 0, formKey: environment.newId() };
    await Promise.all([
      saveReportText(access, place, pressed),
      saveReportText(access, place, pressed),
    ]);
    const [row] = await db.read.select().from(reportTexts);
    expect(row).toMatchObject({ text: "Een keer", version: 1 });
    const other = { ...pressed, formKey: environment.newId() };
    expect(await refusalOf(saveReportText(access, place, other))).toMatchObject({
      code: "stale_version",
    });
  });

  test("is there for years that have begun, and for the own organisation alone", async () => {
    const access = await as(executive, "figures.read");
    for (const text of ["1999", String(Number(year) + 1), "ooit", ""]) {
      await expect(getReport(access, text)).rejects.toMatchObject({ init: { status: 404 } });
    }
    expect((await getReport(access, "2020")).isOver).toBe(true);
    await saveReportText(
      await as(writer, "report.edit"),
      { year, section: "foreword" },
      { text: "Van ons", version: 0 },
    );
    const other = await getReport(
      { ...access, organisation: { ...access.organisation, id: "x" } },
      year,
    ).catch(() => null);
    expect(other?.texts.every(({ text }) => text === "") ?? true).toBe(true);
  });

  test("comes as a PDF with every figure and what was written", async () => {
    await saveReportText(
      await as(writer, "report.edit"),
      { year, section: "inflow" },
      { text: "Meer dan ooit.", version: 0 },
    );
    const answer = await downloadReport(await as(executive, "figures.read"), year);
    expect(answer.headers.get("Content-Type")).toBe("application/pdf");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(bytes.toString("latin1")).toContain("/Marked true");
  });
});

test("a figure as a file equals the table on the page, for every figure", async () => {
  const access = await as(executive, "figures.read");
  const account = await getAccount(access, {});
  expect(account.figures.length).toBeGreaterThan(10);
  for (const figure of account.figures) {
    const url = `http://localhost/verantwoording/bestand?figuur=${figure.key}&vorm=csv`;
    const answer = await exportFigures(access, url);
    const [head = [], ...rows] = parse(await answer.text(), { delimiter: ";" });
    const table = figure.total ? [...figure.rows, figure.total] : figure.rows;
    expect(rows.length).toBe(table.length);
    const perColumn = table.some(({ previous }) => previous) ? 2 : 1;
    expect(head.length).toBe(1 + figure.columns.length * perColumn);
    for (const [place, column] of figure.columns.entries()) {
      const shown = rows.map((row) => row[1 + place * perColumn]);
      expect(shown).toEqual(
        table.map(({ values }) => {
          const value = values[place] ?? null;
          if (typeof value !== "number") return "";
          const number = column.unit === "cents" ? (value / 100).toFixed(2) : String(value);
          return number.replace(".", ",");
        }),
      );
    }
  }
  const all = await exportFigures(access, "http://localhost/verantwoording/bestand?vorm=csv");
  const lines: string[][] = parse(await all.text(), { delimiter: ";" });
  const numbers = account.figures.reduce(
    (sum, { rows, total, columns }) => sum + (rows.length + (total ? 1 : 0)) * columns.length,
    0,
  );
  expect(lines.length - 1).toBe(numbers);
});
