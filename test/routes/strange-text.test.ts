import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseFiles, db } from "#db";
import { addOption, openWorld, type World } from "../support/agenda-world.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { withoutScripts, wordsOf } from "../support/html-reader.ts";
import { formOn, send } from "../support/posting.ts";
import type { Visitor } from "../support/visitor.ts";

const scripts = [
  "<script>alert('a')</script>",
  "</script><!--<script>alert('b')",
  '"><img src=x onerror=alert(1)>',
  "</textarea><svg onload=alert(2)>",
  "{{constructor.constructor('alert(3)')()}} $t(errors:field.bsn) {{title}}",
  "</title><base href=//elsewhere.example>",
];

const queries = [
  'AND OR NOT NEAR("a" "b") *',
  '" OR title:"',
  "*",
  '"',
  "'; drop table case_files; --",
  "a UNION SELECT * FROM people",
  "%_%",
  "col : ^term",
  "-weduwe +(",
  "\u0000\u0001weduwe",
  "😀 🏴‍☠️ ﷽",
  "a".repeat(400),
  "weduwe ".repeat(60),
  "NULL",
  "../../etc/passwd",
];

let world: World;
let caseId: string;
let submitter: Visitor;

beforeAll(async () => {
  world = await openWorld();
  submitter = world.cast.named("Femke Brouwers");
  caseId = await world.newCase(`Een casus ${scripts[0]}`);
  await addOption(submitter, caseId, `Oplossing ${scripts[2]}`);
  const path = `/casussen/${caseId}/bewerken/situatie`;
  const fields = await formOn(submitter, path, { intent: "continue" });
  const story = {
    story: scripts.join("\n"),
    unease: scripts[1] ?? "",
    citizenWish: scripts[3] ?? "",
  };
  const saved = await send(submitter, path, { ...fields, ...story });
  if (saved.status !== 303) throw new Error(saved.words);
});

afterAll(() => world.running.stop());

describe("text that looks like a page", () => {
  it("is shown as it was typed on every page that shows it, and never becomes part of the page", async () => {
    const coordinator = world.cast.named("Marieke Hoekstra");
    for (const path of [
      `/casussen/${caseId}`,
      `/casussen/${caseId}/bewerken/situatie`,
      `/casussen/${caseId}/bewerken/oplossingen`,
      `/casussen/${caseId}/bewerken/controle`,
      `/casussen/${caseId}/geschiedenis`,
      `/casussen/${caseId}/status`,
      `/casussen/${caseId}/documenten`,
      "/casussen",
      "/casussen/bord",
    ]) {
      const page = await coordinator.get(path);
      const html = await page.text();
      expect(page.status, path).toBe(200);
      expect(wordsOf(html), path).toContain(scripts[0]);
      expect(html, path).not.toMatch(/<(img|svg)[^>]*\son(error|load)=alert/);
      expect(html, path).not.toContain("<base ");
      expect(
        scriptsIn(html).filter((script) => !script.nonce),
        path,
      ).toEqual([]);
      expect(withoutScripts(html), path).not.toContain("alert('a')</script>");
    }
    const words = wordsOf(await (await coordinator.get(`/casussen/${caseId}`)).text());
    for (const typed of scripts) expect(words).toContain(typed);
  });

  it("does not end the data that the page carries for its scripts", async () => {
    const html = await (await submitter.get(`/casussen/${caseId}`)).text();
    const stream = scriptsIn(html).filter(({ text }) => text.includes("streamController.enqueue"));
    expect(stream.length).toBeGreaterThan(0);
    for (const { text } of stream) expect(text).not.toMatch(/<\/?script|<!--/i);
    const data = await submitter.get(`/casussen/${caseId}.data`);
    expect(data.headers.get("Content-Type")).toMatch(/^text\/x-script/);
    expect(data.headers.get("X-Content-Type-Options")).toBe("nosniff");
  });

  it("stays as it was typed in a form that is refused", async () => {
    const path = "/casussen/nieuw";
    const typed = { title: "", story: scripts.join("\n") };
    const fields = { ...(await formOn(submitter, path, { having: "title" })), ...typed };
    const { status, html } = await send(submitter, path, fields);
    expect(status).toBe(422);
    expect(html).not.toContain("<svg onload");
    expect(scriptsIn(html).filter((script) => !script.nonce)).toEqual([]);
  });

  it("loses control characters, and nothing else", async () => {
    const path = `/casussen/${caseId}/bewerken/situatie`;
    const fields = await formOn(submitter, path, { intent: "continue" });
    const ownAttempts = "een\u0000twee\u0007 drie\r\nvier é ü 漢字 😀 \u202eomgekeerd";
    expect((await send(submitter, path, { ...fields, ownAttempts })).status).toBe(303);
    const [row] = await db.read.select().from(caseFiles).where(eq(caseFiles.id, caseId));
    expect(row?.ownAttempts).toContain("eentwee drie\nvier é ü 漢字 😀");
  });
});

function scriptsIn(html: string): { nonce: boolean; text: string }[] {
  return [...html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)].map(([, head = "", text = ""]) => ({
    nonce: /nonce="[^"]+"/.test(head),
    text,
  }));
}

describe("a search", () => {
  it.each(queries)("for %j answers and changes nothing", async (query) => {
    const by = world.cast.named("Marieke Hoekstra");
    const before = await fingerprint();
    const cases = await send(by, "/casussen", { text: query });
    expect(cases.status).toBe(200);
    const precedents = await send(by, "/precedenten", { words: query });
    // Without a word in it nothing is searched for: the list is the answer.
    expect([200, 303]).toContain(precedents.status);
    for (const path of ["/casussen", "/precedenten", "/audit", "/zittingen"]) {
      const name = encodeURIComponent(query);
      const address = `${path}?status=${name}&scope=${name}&law=${name}&na=${name}&after=${name}&van=${name}&fact=${name}`;
      const page = await world.cast.of("auditor").get(address);
      expect([200, 400, 404], address).toContain(page.status);
      await page.arrayBuffer();
    }
    expect(await fingerprint()).toEqual(before);
  });

  it("finds a word in spite of capitals and accents around it", async () => {
    const by = world.cast.named("Marieke Hoekstra");
    for (const query of ["weduwe", "WEDUWE", "wéduwë", '"weduwe"*', "(weduwe OR"]) {
      const { words } = await send(by, "/precedenten", { words: query });
      expect(words.toLowerCase(), query).toContain("anw");
    }
  });
});
