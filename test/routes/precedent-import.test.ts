import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import texts from "../../app/i18n/nl/precedent-imports.ts";
import { openWorld, type World } from "../support/agenda-world.ts";
import { formsIn, wordsOf } from "../support/html-reader.ts";
import type { Visitor } from "../support/visitor.ts";

const start = "/precedenten/importeren";
let world: World;
let uploader: Visitor;
let second: Visitor;

beforeAll(async () => {
  world = await openWorld();
  uploader = world.cast.named("Nienke Postma");
  second = world.cast.named("Bram Verhagen");
});

afterAll(() => world.running.stop());

function upload(name: string, content: string | Uint8Array): Promise<Response> {
  const form = new FormData();
  form.append("intent", "upload");
  form.append("visibility", "network");
  form.append("file", new File([content as BlobPart], name));
  return uploader.post(start, form);
}

async function pageOf(who: Visitor, path: string): Promise<string> {
  const response = await who.get(path);
  expect(response.status).toBe(200);
  return response.text();
}

/** Looks at the page again, as somebody without JavaScript would, until it says this. */
async function until(path: string, words: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const page = await pageOf(uploader, path);
    if (wordsOf(page).includes(words)) return page;
    await wait(50);
  }
  throw new Error(`The page never said: ${words}`);
}

async function press(who: Visitor, path: string, intent: string): Promise<Response> {
  const form = formsIn(await pageOf(who, path)).find(({ buttons }) =>
    buttons.some(({ value }) => value === intent),
  );
  if (!form) throw new Error(`There is no button ${intent}`);
  return who.post(
    path,
    Object.fromEntries([
      ...form.fields.map(({ name, value }) => [name, value]),
      ["intent", intent],
    ]) as Record<string, string>,
  );
}

describe("a back catalogue", () => {
  it("comes in by a template, a check, and a colleague, also without JavaScript", async () => {
    const template = await uploader.get(`${start}/sjabloon?vorm=csv`);
    const [header = ""] = (await template.text()).split("\r\n");
    const columns = header.replace("\ufeff", "").split(";");
    const cells = (values: Record<string, string>) =>
      columns.map((column) => values[column] ?? "").join(";");
    const good = {
      ...{ externalId: "1", title: "Zeldzame titel Kwispelstaart", summary: "Wat er speelde." },
      ...{ level: "2", factsPro: "misinformed_by_agency", decidedAt: "31-3-2019" },
    };
    const file = [header, cells(good), cells({ ...good, externalId: "2", level: "9" })].join(
      "\r\n",
    );
    const sent = await upload("archief.csv", file);
    expect(sent.status).toBe(303);
    const path = sent.headers.get("Location") ?? "";
    const checked = await until(path, texts.page.offer);
    expect(wordsOf(checked)).toContain(texts.problem.unknown_level);
    const errors = await uploader.get(`${path}/fouten`);
    expect(errors.headers.get("Content-Type")).toContain("text/csv");
    expect(await errors.text()).toContain(texts.problem.unknown_level);

    expect((await press(uploader, path, "offer")).status).toBe(303);
    expect(wordsOf(await pageOf(uploader, path))).toContain(texts.page.waitText);
    expect((await press(second, path, "approve")).status).toBe(303);
    await until(path, texts.page.done_one);
    expect(await pageOf(second, "/precedenten")).toContain("Kwispelstaart");
    const exported = await second.get("/precedenten/bestand?vorm=json");
    expect(await exported.text()).toContain("Kwispelstaart");
  });

  it("says what to do about a file that cannot be read, and keeps what was chosen", async () => {
    const refused = await upload("archief.xlsx", new Uint8Array([0x50, 0x4b, 3, 4]));
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(wordsOf(page)).toContain("CSV UTF-8");
    const fields = formsIn(page).flatMap((form) => form.fields);
    expect(fields.find(({ name }) => name === "visibility")?.value).toBe("network");
  });

  it("is not approved by who offered it, whatever is posted", async () => {
    const sent = await upload(
      "tweede.json",
      '{"format":"maatwerkplaats-precedents","version":1,"precedents":[{"externalId":"9","title":"T","summary":"S","level":1,"factsPro":["misinformed_by_agency"],"decidedAt":"2019-03-31"}]}',
    );
    const path = sent.headers.get("Location") ?? "";
    await until(path, texts.page.offer);
    await press(uploader, path, "offer");
    const [form] = formsIn(await pageOf(second, path)).filter(({ buttons }) =>
      buttons.some(({ value }) => value === "approve"),
    );
    const version = form?.fields.find(({ name }) => name === "version")?.value ?? "";
    expect((await uploader.post(path, { intent: "approve", version })).status).toBe(403);
  });
});
