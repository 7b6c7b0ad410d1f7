import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { db, documents } from "#db";
import { documentKind } from "#app/server/document-kind.server.ts";
import {
  addDocument,
  downloadDocument,
  getDocumentsPage,
  removeDocumentOf,
} from "#app/server/documents.server.ts";
import { settings } from "#app/server/settings.server.ts";
import { freshDatabase } from "../support/database.ts";
import { newCase, newWorld, type Someone } from "./case-world.ts";

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n");
const png = Buffer.from(
  "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000049454e44ae426082",
  "hex",
);
const jpeg = Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex");

/** A zip of stored entries, as small as the format allows. */
function zip(entries: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(text.length, 18);
    local.writeUInt32LE(text.length, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), Buffer.from(text));
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + text.length;
  }
  const content = Buffer.concat(locals);
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(entries).length, 8);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(content.length, 16);
  return Buffer.concat([content, central, end]);
}

const docx = zip({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" });
const odt = zip({
  mimetype: "application/vnd.oasis.opendocument.text",
  "content.xml": "<office/>",
});

describe("The kind of a document", () => {
  it("is known by its content and its name together", () => {
    expect(documentKind("brief.pdf", pdf)).toBe("pdf");
    expect(documentKind("Brief 1.2 definitief.PDF", pdf)).toBe("pdf");
    expect(documentKind("foto.png", png)).toBe("png");
    expect(documentKind("foto.jpg", jpeg)).toBe("jpeg");
    expect(documentKind("brief.docx", docx)).toBe("docx");
    expect(documentKind("brief.odt", odt)).toBe("odt");
    expect(documentKind("notitie.txt", Buffer.from("Gesprek met mevrouw, café ☕\n"))).toBe("txt");
  });

  it.each([
    ["a name that promises another kind", "brief.png", pdf],
    ["no ending", "brief", pdf],
    ["an ending before the last", "brief.html.pdf", pdf],
    ["a page in a picture", "foto.png", Buffer.concat([png, Buffer.from("<script>1</script>")])],
    ["a zip behind a pdf", "brief.pdf", Buffer.concat([pdf, zip({ a: "1" })])],
    ["a pdf before a docx", "brief.docx", Buffer.concat([pdf, docx])],
    [
      "a docx with macros",
      "brief.docx",
      zip({ "[Content_Types].xml": "", "word/document.xml": "", "word/vbaProject.bin": "x" }),
    ],
    ["an odt under the name of a docx", "brief.docx", odt],
    [
      "a zip that climbs out of its folder",
      "brief.docx",
      zip({ "[Content_Types].xml": "", "word/document.xml": "", "../../x": "" }),
    ],
    ["half a zip", "brief.docx", docx.subarray(0, docx.length - 4)],
    ["svg as text", "tekst.txt", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["html as text", "tekst.txt", Buffer.from("  <!DOCTYPE html><p>x")],
    ["bytes that are no text", "tekst.txt", Buffer.from([0x41, 0xff, 0xfe])],
    ["control characters", "tekst.txt", Buffer.from("a\u0000b")],
    ["an empty text", "tekst.txt", Buffer.from(" ")],
  ])("is refused with %s", (_what, name, bytes) => {
    expect(documentKind(name, bytes)).toBeNull();
  });
});

describe("Documents of a case", () => {
  let submitter: Someone;
  let coordinator: Someone;
  let world: Awaited<ReturnType<typeof newWorld>>;
  let caseId: string;

  beforeEach(async () => {
    settings().documentsDir = join(mkdtempSync(join(tmpdir(), "documents-")), "store");
    await freshDatabase();
    world = await newWorld();
    submitter = await world.person("submitter");
    coordinator = await world.person("coordinator");
    caseId = await newCase(submitter);
  });

  const upload = (name: string, bytes: Buffer = pdf, formKey?: string) =>
    addDocument(submitter, { caseId, file: new File([new Uint8Array(bytes)], name), formKey });
  const stored = () =>
    existsSync(settings().documentsDir) ? readdirSync(settings().documentsDir) : [];

  it("come back byte for byte, as an attachment under a harmless name", async () => {
    const documentId = await upload('../../"be\r\nschikking" (é).pdf');
    const response = await downloadDocument(coordinator, { caseId, documentId });
    expect(Buffer.from(await response.arrayBuffer()).equals(pdf)).toBe(true);
    expect(response.headers.get("Content-Disposition")).toBe(
      "attachment; filename*=UTF-8''beschikking%20%28%C3%A9%29.pdf",
    );
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(response.headers.get("Content-Security-Policy")).toContain("sandbox");
    expect(stored()).toHaveLength(1);
    expect(stored()[0]).not.toContain("beschikking");
  });

  it("leave nothing behind when they are refused, or sent twice", async () => {
    await expect(upload("pagina.html", Buffer.from("<html>"))).rejects.toMatchObject({
      code: "file_type",
      details: { field: "file" },
    });
    await expect(upload("notitie.txt", Buffer.from("nummer 111222333"))).rejects.toMatchObject({
      code: "bsn",
    });
    expect(stored()).toEqual([]);
    const first = await upload("brief.pdf", pdf, "sleutel");
    expect(await upload("brief.pdf", pdf, "sleutel")).toBe(first);
    expect(stored()).toHaveLength(1);
    expect(await db.read.select().from(documents)).toHaveLength(1);
  });

  it("are not there for another organisation, nor under another case", async () => {
    const documentId = await upload("brief.pdf");
    const outsider = await world.outsider("coordinator");
    const other = await newCase(submitter);
    for (const [someone, place] of [
      [outsider, { caseId, documentId }],
      [coordinator, { caseId: other, documentId }],
    ] as const) {
      await expect(downloadDocument(someone, place)).rejects.toMatchObject({
        init: { status: 404 },
      });
    }
  });

  it("are taken out by who added them or a coordinator, and cannot be fetched after", async () => {
    const own = await upload("brief.pdf");
    await removeDocumentOf(submitter, { caseId, documentId: own });
    const file = new File([new Uint8Array(pdf)], "nota.pdf");
    const theirs = await addDocument(coordinator, { caseId, file });
    await expect(removeDocumentOf(submitter, { caseId, documentId: theirs })).rejects.toMatchObject(
      { init: { status: 403 } },
    );
    await expect(downloadDocument(coordinator, { caseId, documentId: own })).rejects.toMatchObject({
      init: { status: 404 },
    });
    const page = await getDocumentsPage(coordinator, caseId);
    expect(page.documents.map(({ name }) => name)).toEqual(["nota.pdf"]);
  });
});
