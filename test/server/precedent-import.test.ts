import { eq, isNotNull, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import {
  db,
  indexedIds,
  precedentImportRows,
  precedentImports,
  precedents,
  precedentWords,
} from "#db";
import { isDomainError } from "#app/domain/domain-error.ts";
import type { Access } from "#app/server/access.server.ts";
import { exportPrecedents } from "#app/server/precedent-export.server.ts";
import { importTemplate } from "#app/server/precedent-import-template.server.ts";
import {
  downloadRows,
  getImportPage,
  listImports,
} from "#app/server/precedent-import-views.server.ts";
import { workOnImports } from "#app/server/precedent-import-work.server.ts";
import { handleUpload, takeStep, uploadPrecedents } from "#app/server/precedent-imports.server.ts";
import { listPrecedents } from "#app/server/precedent-lists.server.ts";
import { filtersIn } from "#app/schemas/precedent-filters.ts";
import { arrange, freshDatabase } from "../support/database.ts";
import {
  asFile,
  asJson,
  goodRow,
  materials,
  type Materials,
  type Row,
} from "../support/import-files.ts";
import { newWorld, type Someone } from "./case-world.ts";

let world: Awaited<ReturnType<typeof newWorld>>;
let uploader: Someone;
let second: Someone;
let given: Materials;

beforeEach(async () => {
  await freshDatabase();
  world = await newWorld();
  uploader = await world.person("policy_advisor");
  second = await world.person("policy_advisor");
  given = await materials(world.organisationId);
});

const some = (count: number) => Array.from({ length: count }, (_, place) => goodRow(given, place));

async function upload(text: string | Uint8Array, who = uploader): Promise<string> {
  const id = await uploadPrecedents(who, { file: asFile(text), visibility: "organisation" });
  await workOnImports();
  return id;
}

async function stateOf(id: string) {
  const [row] = await db.read.select().from(precedentImports).where(eq(precedentImports.id, id));
  if (!row) throw new Error("The import is gone");
  return row;
}

async function take(id: string, intent: "offer" | "approve" | "cancel", who: Someone) {
  const { version } = await stateOf(id);
  await takeStep(who, id, { intent, version });
}

async function letIn(text: string, people = { uploader, second }): Promise<string> {
  const id = await upload(text, people.uploader);
  await take(id, "offer", people.uploader);
  await take(id, "approve", people.second);
  await workOnImports();
  return id;
}

async function pageOf(id: string, who = uploader) {
  return getImportPage(who, id, "http://x/");
}

async function refusalOf(made: Promise<unknown>): Promise<string> {
  try {
    await made;
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
  throw new Error("It was not refused");
}

async function exported(who: Access<never>, kind: "csv" | "json", filters = ""): Promise<string> {
  return (await exportPrecedents(who, `http://x/?vorm=${kind}${filters}`)).text();
}

const csv = (...lines: string[]) => lines.join("\r\n");
const header = "externalId;title;summary;level;decidedAt;factsPro";

const errorsOf = (who: Someone, id: string) => downloadRows(who, id, "http://x/");

describe("letting an import in", () => {
  it("takes somebody else than who offered it", async () => {
    const id = await upload(asJson(some(2)));
    await take(id, "offer", uploader);
    expect(await refusalOf(take(id, "approve", uploader))).toBe("import_second_person");
    const read = await downloadRows(second, id, "http://x/?rijen=goed");
    expect(await read.text()).toContain("ARCHIEF-000001");
    await take(id, "approve", second);
    await workOnImports();
    expect(await stateOf(id)).toMatchObject({ status: "imported", good: 2 });
    const rows = await db.read.select().from(precedents).orderBy(precedents.number);
    expect(rows.map(({ number }) => number.slice(7))).toEqual(["0001", "0002"]);
    expect(rows[0]).toMatchObject({
      ...{ source: "import", importId: id, decisionId: null, status: "valid" },
      ...{ ownerId: uploader.person.id, publisherId: second.person.id },
    });
    expect(await db.read.select().from(precedentWords)).toHaveLength(2);
  });

  it("is not asked for when no row is good, nor twice", async () => {
    const wrong = await upload(asJson([{ ...goodRow(given, 1), title: "" }]));
    expect(await refusalOf(take(wrong, "offer", uploader))).toBe("import_nothing_good");
    const id = await upload(asJson(some(1)));
    await take(id, "offer", uploader);
    expect(await refusalOf(take(id, "offer", uploader))).toBe("stale_version");
  });

  it("is for the own organisation: elsewhere the import is not there", async () => {
    const id = await upload(asJson(some(1)));
    const outsider = await world.outsider("policy_advisor");
    for (const asked of [pageOf(id, outsider), errorsOf(outsider, id)]) {
      await expect(asked).rejects.toMatchObject({ init: { status: 404 } });
    }
    await expect(take(id, "cancel", outsider)).rejects.toMatchObject({ init: { status: 404 } });
    expect((await listImports(outsider, "http://x/")).imports).toEqual([]);
    expect((await listImports(uploader, "http://x/")).imports).toHaveLength(1);
  });

  it("shows nothing on the way, and when it is stopped nothing stays", async () => {
    const id = await upload(asJson(some(210)));
    await take(id, "offer", uploader);
    await take(id, "approve", second);
    let steps = 0;
    await workOnImports(() => (steps += 1) > 1);
    const staged = await db.read.select().from(precedents).where(isNull(precedents.publishedAt));
    expect(staged.length).toBeGreaterThan(0);
    const { precedents: listed } = await listPrecedents(second, filtersIn("http://x/"), null);
    expect(listed).toEqual([]);
    expect(await exported(second, "json")).not.toContain("ARCHIEF");
    await take(id, "cancel", uploader);
    await workOnImports();
    expect(await db.read.select().from(precedents)).toEqual([]);
    expect(await db.read.select().from(precedentImportRows)).toEqual([]);
    expect(await indexedIds(db.read, "precedent")).toEqual([]);
    expect(await stateOf(id)).toMatchObject({ status: "cancelled" });
    await letIn(asJson(some(210)));
    expect(await db.read.select().from(precedents)).toHaveLength(210);
  });

  it("is done once, however many processes work on it", async () => {
    const id = await uploadPrecedents(uploader, {
      file: asFile(asJson(some(210))),
      visibility: "organisation",
    });
    const together = () => Promise.all([workOnImports(), workOnImports(), workOnImports()]);
    await together();
    await workOnImports();
    expect(await stateOf(id)).toMatchObject({ status: "checked", done: 210, good: 210 });
    await take(id, "approve", second);
    await together();
    await workOnImports();
    expect(await stateOf(id)).toMatchObject({ status: "imported", good: 210, problem: "" });
    expect(await db.read.select().from(precedents)).toHaveLength(210);
  });

  it("is given up when nobody goes on with it for a month, and its rows are erased", async () => {
    const [old, recent] = [await upload(asJson(some(2))), await upload(asJson(some(2)))];
    await arrange((tx) =>
      tx.update(precedentImports).set({ createdAt: 1 }).where(eq(precedentImports.id, old)),
    );
    await workOnImports();
    expect((await stateOf(old)).status).toBe("cancelled");
    expect((await stateOf(recent)).status).toBe("checked");
    const rows = await db.read.select().from(precedentImportRows);
    expect(rows.map(({ importId }) => importId)).toEqual([recent, recent]);
  });

  it("leaves out what somebody else brought in since the check", async () => {
    const first = await upload(asJson(some(3)));
    const [other] = some(1);
    await letIn(asJson([{ ...other, title: "Anders" }]));
    await take(first, "offer", uploader);
    await take(first, "approve", second);
    await workOnImports();
    expect(await stateOf(first)).toMatchObject({ status: "imported", good: 2, broken: 1 });
    expect(await db.read.select().from(precedents)).toHaveLength(3);
  });
});

describe("a row", () => {
  it("that is here already is known, unless it says something else", async () => {
    await letIn(asJson(some(3)));
    const again = some(3).map((row, place) => (place === 1 ? { ...row, level: 0 } : row));
    const id = await upload(asJson(again));
    expect(await stateOf(id)).toMatchObject({ good: 0, known: 2, broken: 1 });
    expect((await pageOf(id)).broken).toEqual([
      { row: 2, errors: { externalId: ["other_content"] } },
    ]);
    expect((await pageOf(await upload(asJson(again)))).earlier?.id).toBe(id);
  });

  it("names facts by key or by name in either language, and levels in words", async () => {
    const [label] = given.labels.filter(({ side }) => side === "pro");
    const id = await letIn(
      asJson([
        {
          ...goodRow(given, 1),
          factsPro: [label?.label.nl.toUpperCase()],
          reason: [],
          level: "Full relief",
        },
        { ...goodRow(given, 2), factsPro: label?.key, reason: label?.label.en, level: "3" },
      ]),
    );
    expect(await stateOf(id)).toMatchObject({ status: "imported", good: 2 });
    const rows = await db.read.select({ level: precedents.level }).from(precedents);
    expect(rows.map(({ level }) => level)).toEqual([3, 3]);
  });

  it("with personal data stays out, and what is kept of it is blackened", async () => {
    const summary = "Mevrouw (123456782) woont op 1234 AB 12, bel 06-12345678.";
    const id = await upload(asJson([{ ...goodRow(given, 1), summary }]));
    const [row] = await db.read.select().from(precedentImportRows);
    expect(row?.errors).toEqual({
      summary: ["personal_data:bsn", "personal_data:postcode", "personal_data:phone"],
    });
    expect(JSON.stringify(row?.data)).not.toMatch(/123456782|1234 AB|06-12345678/);
    expect(await (await errorsOf(uploader, id)).text()).toContain("burgerservicenummer");
  });

  it("sends its errors back as a file, which comes in once mended", async () => {
    const broken = { ...goodRow(given, 1), level: "", title: "=cmd|' /C calc'!A0" };
    const id = await upload(asJson([broken, goodRow(given, 2)]));
    const text = await (await errorsOf(uploader, id)).text();
    expect(text).toContain("level: Dit ontbreekt.");
    expect(text).toContain(";'=cmd");
    const [first = "", ...rest] = text.split("\r\n");
    const place = first.split(";").indexOf("level");
    expect(place).toBeGreaterThan(0);
    const mended = [first, ...rest].join("\r\n").replace(`${given.scope};;`, `${given.scope};2;`);
    await letIn(mended);
    const [row] = await db.read.select().from(precedents);
    expect(row).toMatchObject({ title: broken.title, level: 2 });
  });
});

describe("a file", () => {
  it.each([
    ["", "file_empty"],
    ["   \n", "file_empty"],
    [new Uint8Array([0x50, 0x4b, 3, 4, 0]), "import_spreadsheet"],
    [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), "import_spreadsheet"],
    [new Uint8Array([0xff, 0xfe, 0x41, 0]), "import_encoding"],
    [new Uint8Array([0x65, 0xe9, 0x3b]), "import_encoding"],
    ["{", "import_not_json"],
    ["[]", "import_format"],
    ['{"format":"anders","version":1,"precedents":[]}', "import_format"],
    ['{"format":"maatwerkplaats-precedents","version":2}', "import_version"],
    ['{"format":"maatwerkplaats-precedents","version":1,"precedents":{}}', "import_no_rows"],
    ["titel;samenvatting", "import_unknown_column"],
    ["title;summary", "import_header"],
    [`${header};Level`, "import_double_column"],
    [header, "import_no_rows"],
    [csv(header, 'a;"b;c;d'), "import_csv"],
  ])("that cannot be read is refused with what to do: %j", async (content, code) => {
    const answer = await handleUpload(uploader, {
      intent: "upload",
      file: asFile(content),
      visibility: "network",
    });
    expect(answer).toMatchObject({ problem: { code }, values: { visibility: "network" } });
    expect(await db.read.select().from(precedentImports)).toEqual([]);
  });

  it("of any bytes is read or refused, and never breaks the server", async () => {
    const texts = [
      '{"format":"maatwerkplaats-precedents","version":1,"precedents":[null,1,"x",[],{},{"externalId":{"a":[[[[1]]]]},"__proto__":{"x":1},"motivation":[1],"amounts":7,"factsPro":{"a":1},"level":{}}]}',
      `{"format":"maatwerkplaats-precedents","version":1,"precedents":[${"[".repeat(9000)}${"]".repeat(9000)}]}`,
      '{"format":"maatwerkplaats-precedents","version":1,"precedents":[{"externalId":"\\ud800\\u0000","title":"\\udfff","\\u0000":"\\u0000"}]}',
      csv(header, "\u0000;\ud800;;;;", ";;;;;", '"""";"\n";;;;;;;;x'),
      csv(`${header};motivation.__proto__;motivation.legal`, "a;b;c;1;2019-01-01;x;y;z"),
    ];
    for (const text of texts) {
      const file = asFile(text);
      const answer = await handleUpload(uploader, {
        intent: "upload",
        file,
        visibility: "network",
      });
      expect(answer).toBeDefined();
      await workOnImports();
    }
    for (const { id } of await db.read.select().from(precedentImports)) {
      expect(await stateOf(id)).toMatchObject({ status: "checked", good: 0, problem: "" });
      await (await errorsOf(uploader, id)).text();
    }
    let random = 1;
    for (let round = 0; round < 60; round += 1) {
      const bytes = new Uint8Array(200).map(
        () => (random = (random * 48_271) % 2_147_483_647) % 256,
      );
      const plain = round % 2 === 0 ? bytes.map((byte) => byte % 128) : bytes;
      await handleUpload(uploader, {
        intent: "upload",
        file: asFile(plain),
        visibility: "network",
      });
    }
  });

  it("of CSV is read with commas, without a mark, with days and rows as a spreadsheet has them", async () => {
    const [pro = ""] = given.pro;
    const text = csv(
      "External ID,title,summary,Level,decided_at,factsPro,scope",
      `1,Eerste,"Met een komma, en\neen regel",2,31-3-2019,${pro},${given.scope}`,
      ",,,,,,",
      `2,Tweede,Tekst,9,31/03/2019,${pro},${given.scope}`,
    );
    const id = await letIn(text);
    expect(await stateOf(id)).toMatchObject({ format: "csv", rows: 2, good: 1, broken: 1 });
    const [row] = await db.read.select().from(precedents);
    expect(row).toMatchObject({ decidedAt: Date.UTC(2019, 2, 31), externalId: "1" });
    expect(row?.summary).toBe("Met een komma, en\neen regel");
  });

  it.each(["csv", "json"] as const)("like the template of %s comes in as it is", async (kind) => {
    const template = await importTemplate(uploader, `http://x/?vorm=${kind}`);
    const id = await letIn(await template.text());
    expect(await stateOf(id)).toMatchObject({ status: "imported", rows: 1, good: 1 });
  });
});

describe("an export", () => {
  const elsewhere = async () => {
    const people = {
      uploader: await world.outsider("policy_advisor"),
      second: await world.outsider("policy_advisor"),
    };
    await materials(people.uploader.organisation.id);
    return people;
  };

  it.each(["csv", "json"] as const)("as %s, imported elsewhere, says the same", async (kind) => {
    const rows: Row[] = [
      { ...goodRow(given, 1), title: '"=1+1" ; \'x', summary: "=A1\nregel twee\n\n+drie" },
      {
        ...goodRow(given, 2),
        ...{ factsCon: ["months_late"], amounts: { months_late: 36 }, visibility: "network" },
        ...{ validUntil: "2180-01-01", reviewDate: "2030-02-03", unknownFacts: [given.con[9]] },
        motivation: { legal: "-", extra_view: "Ook dit." },
      },
    ];
    await letIn(asJson(rows));
    const text = await exported(uploader, kind);
    const people = await elsewhere();
    const id = await letIn(text, people);
    expect((await pageOf(id, people.uploader)).broken).toEqual([]);
    expect(await stateOf(id)).toMatchObject({ status: "imported", good: 2 });
    const withoutPlace = (file: string) =>
      file.replace(/"(organisation|exportedAt)": ?"[^"]*"/g, "").replace(/P-\d{4}-\d+/g, "");
    expect(withoutPlace(await exported(people.uploader, kind))).toBe(withoutPlace(text));
    const again = await upload(text);
    expect(await stateOf(again)).toMatchObject({ known: 2, good: 0, broken: 0 });
  });

  it("holds what its filters leave and what the person may see, of the own organisation", async () => {
    await letIn(asJson([goodRow(given, 1), { ...goodRow(given, 2), visibility: "public" }]));
    expect(await exported(uploader, "json", "&level=1")).toContain("ARCHIEF-000001");
    expect(await exported(uploader, "json", "&level=1")).not.toContain("ARCHIEF-000002");
    const { uploader: outsider } = await elsewhere();
    expect(await exported(outsider, "json")).not.toContain("ARCHIEF");
    const shared = await exported(outsider, "json", `&organisation=${world.organisationId}`);
    expect(shared).toContain("Te laat aangevraagd 2");
    expect(shared).not.toContain("Te laat aangevraagd 1");
    // How the other agency numbers its files is its own business.
    expect(shared).not.toContain("ARCHIEF");
    const published = await db.read
      .select()
      .from(precedents)
      .where(isNotNull(precedents.publishedAt));
    expect(published).toHaveLength(2);
  });
});
