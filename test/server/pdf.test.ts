import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db, decisions } from "#db";
import type { DecisionPage } from "../../app/schemas/decision-view.ts";
import { getDecisionPage } from "../../app/server/decision-page.server.ts";
import { decisionPdf } from "../../app/server/pdf-decision.server.ts";
import { pdfOf, type PdfInput } from "../../app/server/pdf.server.ts";
import { openCopy } from "../support/database.ts";
import { as } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";
import { turnsDuring } from "../support/turns.ts";

// Brought in by .ci/run; elsewhere the tests that look from outside are left out.
const readers = ["pdfinfo", "pdftotext", "pdffonts", "qpdf"];
const hasReaders = readers.every((name) => spawnSync("which", [name]).status === 0);
const looked = test.skipIf(!hasReaders);

const folder = mkdtempSync(join(tmpdir(), "maatwerkplaats-pdf-"));
let page: DecisionPage;

beforeAll(async () => {
  await openCopy(await exampleContent());
  const access = await as("Ingrid Wolters", "case.read");
  const [taken] = await db.read
    .select()
    .from(decisions)
    .where(eq(decisions.status, "taken"))
    .orderBy(asc(decisions.takenAt), asc(decisions.id));
  if (!taken) throw new Error("No decision was taken");
  page = await getDecisionPage(access, taken.caseId, taken.id);
});

function saved(name: string, bytes: Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

/** What a program of poppler or qpdf says of a file. */
function told(program: string, ...rest: string[]): string {
  return execFileSync(program, rest, { encoding: "utf8" });
}

const document = (blocks: PdfInput["blocks"], title = "Proef"): PdfInput => ({
  title,
  author: "Gemeente & Zonen",
  language: "nl",
  moment: 0,
  blocks,
});

describe("a decision as a PDF", () => {
  looked("says what the page says, in order, with its place in the log at the end", async () => {
    const checkpoint = "voorbeeld.nl/log\n42\nAbCdEf=\n\n— voorbeeld.nl/log c2lnbmF0dXJl";
    const file = saved("besluit.pdf", await decisionPdf(page, { language: "nl", checkpoint }));
    const text = told("pdftotext", "-layout", file, "-");
    const plain = text.replaceAll(/\s+/g, " ");
    const parts = [page.caseFile.number, "Wat is besloten", "Waarom", "De weging", "Genomen door"];
    for (const part of [...parts, page.taken?.name ?? "?", "c2lnbmF0dXJl"]) {
      expect(plain).toContain(part);
    }
    for (const { text: motivation } of page.perspectives) {
      expect(plain).toContain(motivation.split(/\s+/).slice(0, 8).join(" "));
    }
    const places = parts.map((part) => plain.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("is the same, byte for byte, whenever it is made", async () => {
    const first = await decisionPdf(page, { language: "nl" });
    expect((await decisionPdf(page, { language: "nl" })).equals(first)).toBe(true);
    const taken = new Date(page.taken?.at ?? 0).toISOString().replaceAll(/\D/g, "").slice(0, 14);
    expect([...new Set(first.toString("latin1").match(/D:\d{14}/g))]).toEqual([`D:${taken}`]);
  });

  looked(
    "is read aloud with its headings, tables and lists, in the language of the reader",
    async () => {
      const file = saved("besluit-en.pdf", await decisionPdf(page, { language: "en" }));
      expect(told("qpdf", "--check", file)).toContain("No syntax or stream encoding errors");
      const info = told("pdfinfo", file);
      expect(info).toMatch(/Tagged: +yes/);
      expect(info).toContain(page.caseFile.title);
      const structure = told("pdfinfo", "-struct", file);
      for (const tag of [
        "Document",
        "H1",
        "H2",
        "P",
        "Table",
        "TR",
        "TH",
        "TD",
        "L",
        "LI",
        "LBody",
      ]) {
        expect(structure).toMatch(new RegExp(`^ *${tag}\\b`, "m"));
      }
      const catalogue = told("qpdf", "--qdf", "--object-streams=disable", file, "-");
      expect(catalogue).toMatch(/\/Lang \(en-GB\)/);
      expect(catalogue).toMatch(/\/DisplayDocTitle true/);
      expect(told("pdffonts", file).split("\n").slice(2).join("\n")).not.toMatch(/ no +(yes|no) /);
    },
  );
});

describe("a PDF", () => {
  looked("keeps letters of every script, and says what stood where no font has one", async () => {
    const words = "Łódź Ελλάδα Москва Ağrı Việt 漢 €";
    const bytes = await pdfOf(document([{ type: "text", text: words }], "Recht & < wet >"));
    const file = saved("letters.pdf", bytes);
    const text = told("pdftotext", file, "-");
    for (const word of words.split(" ")) expect(text).toContain(word);
    expect(told("pdfinfo", "-meta", file)).toContain("Recht &amp; &lt; wet &gt;");
    expect(told("pdfinfo", file)).toContain("Recht & < wet >");
  });

  looked(
    "repeats the headers of a long table for the eye, and names them once to who listens",
    async () => {
      const rows = Array.from({ length: 400 }, (_, index) => [`Regel ${index}`, String(index)]);
      const columns = [
        { label: "Kopregel", rowHeader: true },
        { label: "Getal", numeric: true },
      ];
      const table = { type: "table", caption: "Lang", columns, rows } as const;
      let bytes: Buffer = Buffer.alloc(0);
      const turns = await turnsDuring(async () => (bytes = await pdfOf(document([table]))));
      // As many as the machine needs: without slices there are one or two.
      expect(turns).toBeGreaterThan(5);
      const file = saved("tabel.pdf", bytes);
      const pages = Number(/Pages: +(\d+)/.exec(told("pdfinfo", file))?.[1]);
      expect(pages).toBeGreaterThan(5);
      const text = told("pdftotext", file, "-");
      expect(text.match(/Kopregel/g)).toHaveLength(pages);
      expect(told("pdfinfo", "-struct-text", file).match(/Kopregel/g)).toHaveLength(1);
      expect(text).toContain("Regel 399");
    },
  );

  looked("gives a chart a text that says the same", async () => {
    const rows = [
      { label: "Coulance", values: [3, 2], words: ["3", "2"] },
      { label: "Regel", values: [0, 1], words: ["0", "1"] },
    ];
    const bars = { alt: "Coulance 3 en 2, Regel 0 en 1", series: ["Nu", "Toen"], rows };
    const bytes = await pdfOf(
      document([
        { type: "bars", stacked: true, ...bars },
        { type: "bars", stacked: false, ...bars },
      ]),
    );
    const file = saved("plaat.pdf", bytes);
    expect(told("pdfinfo", "-struct", file)).toMatch(/Figure/);
    expect(told("qpdf", "--qdf", file, "-")).toContain("/Alt (Coulance 3 en 2, Regel 0 en 1)");
  });
});
