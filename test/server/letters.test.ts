import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, desc, eq, like } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { auditEvents, db, decisions, environment, letters } from "#db";
import "../../app/i18n/all-languages.ts";
import { errorText } from "../../app/components/form/error-text.ts";
import { dayNumber, startOfDay } from "../../app/domain/day.ts";
import { bodyToFillIn } from "../../app/domain/letter-disagree.ts";
import { dutiesToFillIn } from "../../app/domain/letter-duties.ts";
import { letterTitle, type LetterContent } from "../../app/domain/letter.ts";
import { letterDocx, type LetterPaper } from "../../app/server/letter-docx.server.ts";
import { downloadLetterDocx, letterPdf } from "../../app/server/letter-downloads.server.ts";
import { saveLetter, sendLetter, startLetter } from "../../app/server/letter-writing.server.ts";
import { listLetters } from "../../app/server/letter-rows.server.ts";
import { getLetterPage, type LetterPlace } from "../../app/server/letters.server.ts";
import { openCopy, type Content } from "../support/database.ts";
import { as, caseNamed, changeCase, refusalOf } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";

const writer = "Femke Brouwers";
let content: Content;
let place: LetterPlace;

beforeAll(async () => {
  content = await exampleContent();
});

beforeEach(async () => {
  await openCopy(content);
  place = await decisionOn("Weduwe in Spanje");
});

async function decisionOn(title: string): Promise<LetterPlace> {
  const { id: caseId } = await caseNamed(title);
  const [taken] = await db.read
    .select({ id: decisions.id })
    .from(decisions)
    .where(and(eq(decisions.caseId, caseId), eq(decisions.status, "taken")));
  return { caseId, decisionId: taken?.id ?? "" };
}

async function read(name = writer, number: string | null = null) {
  return getLetterPage(await as(name, "case.read"), place, number);
}

/** The draft as the page shows it, with what every change of it needs. */
async function draft() {
  const { letter } = await read();
  if (!letter) throw new Error("There is no letter");
  return { ...letter, change: { ...place, letterId: letter.id, version: letter.version } };
}

async function start() {
  await startLetter(await as(writer, "letter.write"), place);
  return draft();
}

async function save(text: Partial<LetterContent>, name = writer) {
  const { change, content: before } = await draft();
  const access = await as(name, "letter.write");
  await saveLetter(access, { ...change, content: { ...before, ...text } });
}

/** What a draft leaves open. */
const filledIn = {
  ...{ contact: "Bel Femke Brouwers.", duties: [] },
  disagree: "Schrijf dan aan het college van Voorbeeld, Postbus 1, Voorbeeld.",
};

const today = () => startOfDay(dayNumber(environment.now()));

async function send(sentOn = today()) {
  const { change } = await draft();
  await sendLetter(await as(writer, "letter.write"), { ...change, sentOn });
}

describe("The letter about a decision", () => {
  test("reads at B1 as it is drafted from the decision about the widow, before anybody edits it", async () => {
    const { report, content: drafted } = await start();
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.readsAtB1).toBe(true);
    expect(drafted.reasons).toHaveLength(3);
    expect(drafted.reasons[0]).toContain("Lezen en schrijven is moeilijk voor u.");
    expect(drafted.outcome).toContain("De uitkering gaat in vanaf het overlijden");
    expect(report.findings.filter(({ kind }) => kind === "third_person")).toEqual([]);
    expect(drafted.contact).toContain(writer);
  });

  test("says nothing is to be done only when somebody says so, with what was agreed beside it", async () => {
    const page = await read();
    expect(page.conditions.map(({ text }) => text)).toContain(
      "De uitkomst mondeling uitleggen met een tolk.",
    );
    place = await decisionOn("WW teruggevraagd");
    expect((await start()).content.duties).toEqual([dutiesToFillIn]);
    const { details } = await refusalOf(send());
    expect(details.errors).toEqual({
      "": [expect.stringMatching(/^letter_to_fill_in:\[.*\]$/)],
    });
    const words = errorText("nl", Object.values(details.errors as object).flat()[0] as string);
    expect(words).toContain("haken");
    for (const open of ["[zij of u]", dutiesToFillIn, bodyToFillIn, "[telefoonnummer]"]) {
      expect(words).toContain(open);
    }
    const { disagree } = (await draft()).content;
    await save({ ...filledIn, outcome: "Wij vragen de helft terug.", disagree });
    expect((await refusalOf(send())).code).toBe("letter_to_fill_in");
  });

  test("is written for a decision in force only, one draft at a time", async () => {
    await start();
    const access = await as(writer, "letter.write");
    expect((await refusalOf(startLetter(access, place))).code).toBe("letter_draft_exists");
    await db.write(access.actor, async (tx) => {
      const replaced = { status: "replaced" } as const;
      await tx.update(decisions).set(replaced).where(eq(decisions.id, place.decisionId));
      await tx.record({ kind: "test.replaced", subject: { type: "decision", id: "-" } });
    });
    expect((await refusalOf(save({ closing: "Dag" }))).code).toBe("letter_not_in_force");
    expect((await read()).may).toMatchObject({ write: false, start: false });
  });

  test("is there for who may read the case, and written by who may write", async () => {
    await start();
    const reader = await read("Gerrit Oosting");
    expect(reader.may).toMatchObject({ write: false, start: false });
    expect(reader.letter?.blocks.length).toBeGreaterThan(8);
    const stranger = read("Sanne Dijkgraaf");
    await expect(stranger).rejects.toMatchObject({ init: { status: 404 } });
    const reading = await db.read
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.kind, "case.read"), eq(auditEvents.caseId, place.caseId)));
    expect(reading.map(({ details }) => details)).toContainEqual({ page: "letter" });
  });

  test("shows both texts when somebody else saved in the meantime", async () => {
    const { change, content: before } = await start();
    await save({ outcome: "U krijgt het geld." });
    const access = await as("Marieke Hoekstra", "letter.write");
    const late = { ...change, content: { ...before, outcome: "U krijgt alles." } };
    const refusal = await refusalOf(saveLetter(access, late));
    expect(refusal.code).toBe("stale_version");
    expect(refusal.details.conflict).toEqual([
      { field: "outcome", theirs: "U krijgt het geld.", yours: "U krijgt alles." },
    ]);
  });

  test("is sent once it is filled in and names the last day that goes with the day of sending", async () => {
    await start();
    expect((await refusalOf(send())).code).toBe("letter_to_fill_in");
    await save(filledIn);
    const weekBefore = today() - 7 * 86_400_000;
    expect((await refusalOf(send(weekBefore))).code).toMatch(/^letter_until:\d\d-\d\d-\d{4}$/);
    expect((await refusalOf(send(today() + 2 * 86_400_000))).code).toBe("date_past");
    expect((await refusalOf(send(Date.UTC(2000, 0, 1)))).code).toBe("letter_before_decision");
    const { letter: whole } = await read();
    await save({ disagreeUntil: null });
    expect((await refusalOf(send())).code).toMatch(/^letter_until:/);
    await save({ disagreeUntil: whole?.content.disagreeUntil ?? null });
    await send();
    expect((await read()).letter).toMatchObject({ state: "sent", sentAt: today(), sentBy: writer });
    expect((await refusalOf(save({ closing: "Dag" }))).code).toBe("letter_sent_already");
    expect((await refusalOf(send())).code).toBe("letter_sent_already");
  });

  test("that was sent stays as it was, and a new one keeps the last day of the first", async () => {
    await start();
    await save(filledIn);
    await send();
    const { letter: sent } = await read();
    await startLetter(await as(writer, "letter.write"), place);
    await save({ outcome: "Anders gezegd." });
    const page = await read();
    expect(page.letters.map(({ number, state }) => [number, state])).toEqual([
      [2, "draft"],
      [1, "sent"],
    ]);
    expect(page.letter?.content.disagreeUntil).toBe(sent?.content.disagreeUntil);
    expect((await read(writer, "1")).letter?.content).toEqual(sent?.content);
    expect(await listLetters(place.decisionId)).toHaveLength(2);
  });

  test("leaves nothing of its text open in the log", async () => {
    await start();
    await save({ ...filledIn, outcome: "U krijgt alles terug." });
    await send();
    const events = await db.read
      .select()
      .from(auditEvents)
      .where(like(auditEvents.kind, "letter.%"))
      .orderBy(desc(auditEvents.sequence));
    const own = events.filter(({ caseId }) => caseId === place.caseId);
    expect(own.map(({ kind }) => kind)).toEqual(["letter.sent", "letter.saved", "letter.started"]);
    expect(JSON.stringify(own)).not.toContain("alles terug");
    expect(own.every(({ sealed }) => sealed !== null)).toBe(true);
  });

  test("is taken along by nobody who may not take along what is special", async () => {
    await start();
    await changeCase(place.caseId, { specialHealth: true });
    const asked = { ...place, number: null };
    const taken = downloadLetterDocx(await as(writer, "case.read"), asked);
    await expect(taken).rejects.toMatchObject({ init: { status: 403 } });
    const docx = await downloadLetterDocx(await as("Marieke Hoekstra", "case.read"), asked);
    expect(docx.headers.get("Content-Disposition")).toMatch(/brief-.*\.docx/);
  });
});

describe("The letter on paper", () => {
  async function paper(): Promise<LetterPaper> {
    const { content: drafted } = await start();
    const duties = ["Bel ons als u verhuist.", "Bewaar deze brief."];
    const organisation = "Gemeente & Zonen";
    const about = { organisation, number: "2026-0042", day: today(), isDraft: false };
    return { content: { ...drafted, duties }, ...about };
  }

  test("is a document with headings, lists and their language, as another library reads it", async () => {
    const written = await paper();
    const buffer = await letterDocx(written);
    const { value: html, messages } = await mammoth.convertToHtml({ buffer });
    expect(messages.filter(({ type }) => type === "error")).toEqual([]);
    expect(html).toContain(`<h1>${letterTitle}</h1>`);
    expect(html.match(/<h2>/g)).toHaveLength(5);
    const list = (items: string[]) => items.map((item) => `<li>${item}</li>`).join("");
    expect(html).toContain(`<ol>${list(written.content.reasons)}</ol>`);
    expect(html).toContain(`<ul>${list(written.content.duties)}</ul>`);
    const files = unzipSync(new Uint8Array(buffer));
    const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(part("word/styles.xml")).toMatch(/<w:docDefaults>.*<w:lang w:val="nl-NL"/s);
    const text = part("word/document.xml");
    const runs = text.match(/<w:r>.*?<\/w:r>/gs) ?? [];
    expect(runs.length).toBeGreaterThan(15);
    expect(runs.filter((run) => !run.includes('<w:lang w:val="nl-NL"'))).toEqual([]);
    expect(text).toContain('<w:pStyle w:val="Heading2"/>');
    expect(text).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(part("docProps/core.xml")).toContain(`<dc:title>${letterTitle} (2026-0042)</dc:title>`);
    expect(part("docProps/core.xml")).toContain("<dc:creator>Gemeente &amp; Zonen</dc:creator>");
  });

  test("bears the mark of a draft until it was sent, on screen and as a document", async () => {
    async function firstWords() {
      const access = await as("Marieke Hoekstra", "case.read");
      const docx = await downloadLetterDocx(access, { ...place, number: null });
      const buffer = Buffer.from(await docx.arrayBuffer());
      return (await mammoth.extractRawText({ buffer })).value.split("\n")[0];
    }
    const written = await paper();
    const sheet = (isDraft: boolean) => letterPdf({ ...written, isDraft });
    expect((await sheet(true)).equals(await sheet(false))).toBe(false);
    const { mark } = await draft();
    expect(mark).toMatch(/^CONCEPT/);
    expect(await firstWords()).toBe(mark);
    await save(filledIn);
    await send();
    expect((await read()).letter?.mark).toBeNull();
    expect(await firstWords()).toBe((await read()).organisation);
  });

  const folder = mkdtempSync(join(tmpdir(), "maatwerkplaats-letter-"));
  const has = (...programs: string[]) =>
    programs.every((name) => spawnSync("which", [name]).status === 0);

  // Where LibreOffice is installed; it is no part of the product.
  test.skipIf(!has("soffice"))("opens in LibreOffice, where that is installed", async () => {
    const written = await paper();
    const file = join(folder, "brief.docx");
    writeFileSync(file, await letterDocx(written));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const asText = ["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder];
    execFileSync("soffice", [profile, ...asText, file], { timeout: 120_000 });
    const text = readFileSync(join(folder, "brief.txt"), "utf8");
    for (const words of [letterTitle, ...written.content.reasons]) expect(text).toContain(words);
  });

  test.skipIf(!has("pdfinfo", "pdftotext", "qpdf"))(
    "is a tagged PDF in Dutch, with the same words",
    async () => {
      const written = await paper();
      const file = join(folder, "brief.pdf");
      writeFileSync(file, await letterPdf(written));
      const told = (program: string, ...rest: string[]) =>
        execFileSync(program, [...rest], { encoding: "utf8" });
      expect(told("pdfinfo", file)).toMatch(/Tagged: +yes/);
      const structure = told("pdfinfo", "-struct", file);
      for (const tag of ["H1", "H2", "L", "LI", "LBody"]) {
        expect(structure).toMatch(new RegExp(`^ *${tag}\\b`, "m"));
      }
      expect(told("qpdf", "--qdf", "--object-streams=disable", file, "-")).toContain("(nl-NL)");
      const text = told("pdftotext", file, "-").replaceAll(/\s+/g, " ");
      for (const words of [letterTitle, ...written.content.duties]) expect(text).toContain(words);
    },
  );

  test("is the same, byte for byte, whenever it is printed", async () => {
    const written = await paper();
    expect((await letterPdf(written)).equals(await letterPdf(written))).toBe(true);
  });
});

test("a letter about another decision is not there", async () => {
  await start();
  const { change } = await draft();
  const other = await decisionOn("Weduwnaar in Marokko");
  const access = await as(writer, "letter.write");
  const elsewhere = { ...change, ...other, sentOn: today() };
  await expect(sendLetter(access, elsewhere)).rejects.toMatchObject({ init: { status: 404 } });
  expect(await db.read.select().from(letters).where(eq(letters.caseId, other.caseId))).toEqual([]);
});
