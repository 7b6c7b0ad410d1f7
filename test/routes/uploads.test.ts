import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import errors from "../../app/i18n/nl/errors.ts";
import { settings } from "../../app/server/settings.server.ts";
import { openWorld, type World } from "../support/agenda-world.ts";
import { eventCount, fingerprint } from "../support/fingerprint.ts";
import { wordsOf } from "../support/html-reader.ts";
import type { Visitor } from "../support/visitor.ts";

const pdf = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
const zip = Buffer.from("PK\u0003\u0004 geen document");
const script = Buffer.from("<html><script>alert(1)</script></html>");
const words = Buffer.from("Gewone tekst.");

let world: World;
let submitter: Visitor;
let path: string;

beforeAll(async () => {
  world = await openWorld();
  submitter = world.cast.named("Femke Brouwers");
  path = `/casussen/${await world.newCase("Een casus met documenten")}/documenten`;
});

afterAll(() => world.running.stop());

function upload(name: string, bytes: Buffer, formKey?: string): Promise<Response> {
  const form = new FormData();
  form.append("intent", "add");
  if (formKey) form.append("formKey", formKey);
  form.append("file", new File([new Uint8Array(bytes)], name));
  return submitter.post(path, form);
}

function filesKept(): number {
  return readdirSync(settings().documentsDir, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile(),
  ).length;
}

describe("a document", () => {
  it.each([
    ["a page that calls itself text", "brief.html", script, "file_type"],
    ["a page with the name of a picture", "foto.png", script, "file_type"],
    ["a page with the name of a letter", "brief.pdf", script, "file_type"],
    ["a program", "brief.exe", words, "file_type"],
    ["a document with two endings", "brief.exe.pdf", pdf, "file_type"],
    ["a page with another ending behind it", "brief.html.txt", words, "file_type"],
    ["an archive with the name of a letter", "brief.docx", zip, "file_type"],
    ["a picture that runs", "foto.svg", script, "file_type"],
    ["a file without an ending", "brief", words, "file_type"],
    ["a text with control characters", "brief.txt", Buffer.from([0, 1, 2, 3, 255]), "file_type"],
    ["an empty file", "leeg.txt", Buffer.alloc(0), "file_empty"],
    ["a text with a citizen service number", "brief.txt", Buffer.from("BSN 123456782"), "bsn"],
    ["a name with a citizen service number", "123456782.txt", words, "bsn"],
  ] as const)("is refused when it is %s", async (_, name, bytes, code) => {
    const [before, files] = [await fingerprint(), filesKept()];
    const response = await upload(name, Buffer.from(bytes));
    expect(response.status).toBe(422);
    expect(wordsOf(await response.text())).toContain(errors.field[code]);
    expect(await fingerprint()).toEqual(before);
    expect(filesKept()).toBe(files);
  });

  it("is refused when it is too large, before it is read", async () => {
    const before = await eventCount();
    const tooLong = await fetch(world.running.address + path, {
      method: "POST",
      headers: {
        Cookie: submitter.cookie,
        Origin: world.running.address,
        "Content-Type": "multipart/form-data; boundary=x",
      },
      body: new Uint8Array(21 * 1024 * 1024 + 1),
    }).then(
      (response) => response.status,
      // The server may hang up while the body is still on its way.
      () => 413,
    );
    expect(tooLong).toBe(413);
    const large = Buffer.alloc(20 * 1024 * 1024 + 1, "a");
    const response = await upload("groot.txt", large);
    expect(response.status).toBe(422);
    expect(wordsOf(await response.text())).toContain(errors.field.file_too_large);
    expect(await eventCount()).toBe(before);
  });

  it("is refused when none was chosen", async () => {
    const response = await upload("", Buffer.alloc(0));
    expect(response.status).toBe(422);
    expect(wordsOf(await response.text())).toContain(errors.field.file_required);
    const text = await submitter.post(path, { intent: "add", file: "geen bestand" });
    expect(text.status).toBe(422);
  });

  it.each([
    ["../../../etc/brief.pdf", "brief.pdf"],
    ["C:\\Users\\brief uit map.pdf", "brief uit map.pdf"],
    ['"><img src=x onerror=alert(1)>.pdf', "img src=x onerror=alert(1).pdf"],
    ["rekening\u202efdp.pdf", "rekeningfdp.pdf"],
  ])("named %s is kept under another name and sent as an attachment", async (name, shown) => {
    const response = await upload(name, pdf);
    expect(response.status).toBe(303);
    const page = await (await submitter.get(path)).text();
    expect(wordsOf(page)).toContain(shown);
    expect(page).not.toContain("<img src=x");
    const [, address = ""] =
      [...page.matchAll(/href="(\/casussen\/[^"]+\/documenten\/[^"]+)"/g)].at(-1) ?? [];
    const file = await submitter.get(address);
    expect(file.headers.get("Content-Disposition")).toMatch(/^attachment; filename\*=UTF-8''/);
    expect(file.headers.get("Content-Disposition")).not.toMatch(/[\r\n"<>]/);
    expect(file.headers.get("X-Content-Type-Options")).toMatch(/^nosniff/);
    expect(file.headers.get("Content-Security-Policy")).toContain("sandbox");
    expect(Buffer.from(await file.arrayBuffer())).toEqual(pdf);
    const stored = readdirSync(settings().documentsDir, { recursive: true }).map(String);
    expect(stored.some((kept) => /brief|rekening|img/.test(kept))).toBe(false);
  });

  it("that was sent twice is kept once", async () => {
    const [before, files] = [await eventCount(), filesKept()];
    const key = "een-sleutel-voor-een-keer";
    await Promise.all([upload("dubbel.pdf", pdf, key), upload("dubbel.pdf", pdf, key)]);
    expect(await eventCount()).toBe(before + 1);
    expect(filesKept()).toBe(files + 1);
  });
});
