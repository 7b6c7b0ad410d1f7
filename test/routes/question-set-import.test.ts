import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../../app/server.ts";
import { openCopy } from "../support/database.ts";
import { openCast, type Cast } from "../support/every-form.ts";
import { exampleContent } from "../support/example.ts";
import { eventCount } from "../support/fingerprint.ts";
import { formsIn, wordsOf } from "../support/html-reader.ts";
import { startServer } from "../support/server.ts";
import type { Visitor } from "../support/visitor.ts";

const page = "/beheer/vragensets/importeren";

let running: Running;
let cast: Cast;
let coordinator: Visitor;
let exported: string;

beforeAll(async () => {
  running = await startServer(await openCopy(await exampleContent()));
  cast = await openCast(running.address);
  coordinator = cast.of("coordinator");
  const list = await (await coordinator.get("/beheer/vragensets")).text();
  const [, id = ""] =
    /\/beheer\/vragensets\/([0-9a-f-]{36})"[^>]*>Perspectiefcirkel/.exec(list) ?? [];
  exported = await (await coordinator.get(`/beheer/vragensets/${id}/bestand`)).text();
});

afterAll(() => running.stop());

function upload(text: string): Promise<Response> {
  const form = new FormData();
  form.append("intent", "check");
  form.append("file", new File([text], "set.json"));
  return coordinator.post(page, form);
}

describe("a question set from a file", () => {
  it("is shown first and made by the second form, with what was shown", async () => {
    const before = await eventCount();
    const shown = await upload(exported.replace('"perspectiefcirkel-nl"', '"van-de-buren"'));
    expect(shown.status).toBe(200);
    const html = await shown.text();
    expect(wordsOf(html)).toContain("Er is nog niets gemaakt.");
    expect(await eventCount()).toBe(before);
    const form = formsIn(html).find(({ fields }) =>
      fields.some(({ name, value }) => name === "intent" && value === "import"),
    );
    const text = form?.fields.find(({ name }) => name === "text")?.value ?? "";
    const made = await coordinator.post(page, { intent: "import", as: "new", text });
    expect(made.status).toBe(303);
    expect(await eventCount()).toBe(before + 1);
    const draft = made.headers.get("Location") ?? "";
    const again = await (await coordinator.get(`${draft}/bestand`)).text();
    expect(again).toBe(exported.replace('"perspectiefcirkel-nl"', '"van-de-buren"'));
  });

  it.each([
    ["a wrong number", ['"passMark": 3', '"passMark": 30'], "content.perspectives[0].passMark"],
    ["a name that reaches a prototype", ['"key":', '"__proto__": {}, "key":'], "__proto__"],
    [
      "a later format",
      ['"formatVersion": 1', '"formatVersion": 2'],
      "Werk eerst de Maatwerkplaats bij",
    ],
    ["no JSON", ["{", "<"], "Dit is geen JSON"],
    ["a script in a name", ['"passMark"', '"<script>alert(1)</script>"'], "<script>"],
  ])(
    "with %s is refused with its place, and nothing is made",
    async (_, [from = "", to = ""], says) => {
      const before = await eventCount();
      const response = await upload(exported.replace(from, to));
      expect(response.status).toBe(422);
      const html = await response.text();
      expect(html).not.toContain("<script>alert");
      expect(wordsOf(html)).toContain(says.replaceAll("<script>", ""));
      expect(wordsOf(html)).toContain("Er is niets gemaakt.");
      expect(await eventCount()).toBe(before);
    },
  );

  it("is not for who only reads question sets", async () => {
    const advisor = cast.of("policy_advisor");
    expect((await advisor.get("/beheer/vragensets")).status).toBe(200);
    expect((await advisor.get(page)).status).toBe(403);
    const response = await advisor.post(page, { intent: "import", as: "new", text: exported });
    expect(response.status).toBe(403);
  });
});
