import { renameSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { dialect } from "#db";
import { examplePlace, mw, mwJson, newFolder, type Place } from "./mw.ts";
import { withQuery } from "./whole-content.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let place: Place;
beforeAll(async () => {
  place = await examplePlace();
});

const run = (statement: string) => withQuery(place.url, (query) => query(statement));
const problems = async () => {
  const { findings } = await mwJson(place, "check");
  return (findings as { part: string; problem: string }[]).map(
    ({ part, problem }) => `${part}: ${problem}`,
  );
};

describe("a command", () => {
  it("that is not known, or lacks what it needs, is wrong use and says how it is meant", async () => {
    expect(await mw(place, "nothing")).toMatchObject({ code: 2, out: "" });
    const said = await mw(place, "backup");
    expect(said).toMatchObject({ code: 2, out: "" });
    expect(said.err).toContain("mw backup <folder>");
    expect(await mw(place, "check", "--nonsense")).toMatchObject({ code: 2 });
  });

  it("has help, without looking at a database", async () => {
    const nowhere = { url: "/nowhere/at/all.db", documents: "/nowhere" };
    const { out } = await mw(nowhere, "--help");
    const names = [...out.matchAll(/^ {2}([a-z]+) {2}/gm)].map(([, name]) => name ?? "");
    expect(names).toEqual(expect.arrayContaining(["backup", "check", "copy", "restore", "user"]));
    for (const name of names) {
      const said = await mw(nowhere, name, "--help");
      expect(said, name).toMatchObject({ code: 0, err: "" });
      expect(said.out).toContain(`mw ${name}`);
    }
  });

  it("writes with --json one object and nothing else, also when it fails", async () => {
    const done = await mw(place, "reindex", "--json");
    expect(JSON.parse(done.out)).toMatchObject({ ok: true });
    const failed = await mw(place, "backup", "package.json/in-a-file", "--json");
    expect(failed.code).toBe(1);
    expect(JSON.parse(failed.out)).toMatchObject({ ok: false });
  });

  it("takes the address of the database from --database rather than from the environment", async () => {
    const elsewhere = { ...place, url: "/nowhere/at/all.db" };
    expect(await mw(elsewhere, "user", "list", "--database", place.url)).toMatchObject({ code: 0 });
  });
});

describe("mw migrate", () => {
  it("says how far the database is", async () => {
    expect(await mwJson(place, "migrate", "--status")).toEqual({ ok: true, status: "current" });
  });

  it.runIf(dialect === "sqlite")(
    "makes a database, and says before that there is none",
    async () => {
      const fresh = { ...place, url: join(newFolder(), "new.db") };
      expect(await mw(fresh, "migrate", "--status")).toMatchObject({ code: 3 });
      expect(await mw(fresh, "migrate")).toMatchObject({ code: 0 });
      expect(await mw(fresh, "migrate", "--status")).toMatchObject({ code: 0 });
    },
  );
});

describe("mw user", () => {
  const email = "nieuw@example.nl";

  it("adds a person with a link, in the audit log by the system and of the organisation", async () => {
    const [[organisation, id] = []] = await run("select name, id from organisations order by name");
    const where = ["--organisation", String(organisation)];
    const given = ["--name", "Nieuw Iemand", "--role", "administrator,coordinator", ...where];
    const added = await mwJson(place, "user", "add", email, ...given);
    expect(added).toMatchObject({ ok: true, isNew: true });
    expect((added.link as { address: string }).address).toMatch(/\/wachtwoord\/.{20,}/);
    const events = await run(
      `select kind, actor_id, organisation_id from audit_events where subject_id = '${String(added.personId)}' order by sequence`,
    );
    expect(events[0]).toEqual(["person.created", null, id]);
    expect(events.map(([kind]) => kind)).toContain("password.link-made");
    const again = await mw(place, "user", "add", email, ...given);
    expect(again).toMatchObject({ code: 1, out: "" });
    expect(again.err).toContain("has roles there already");
  });

  it("asks which organisation when there are several", async () => {
    const said = await mw(place, "user", "add", "x@example.nl", "--name", "X", "--role", "auditor");
    expect(said).toMatchObject({ code: 1 });
    expect(said.err).toContain("--organisation");
  });

  it("refuses a role that does not exist, before it opens the database", async () => {
    const said = await mw(place, "user", "add", "x@example.nl", "--name", "X", "--role", "king");
    expect(said).toMatchObject({ code: 2 });
    expect(said.err).toContain("--role");
  });

  it("lists, gives a link, and deactivates, after which there is no link any more", async () => {
    const { out } = await mw(place, "user", "list");
    expect(out).toContain(email);
    expect(await mw(place, "user", "link", email.toUpperCase())).toMatchObject({ code: 0 });
    expect(await mw(place, "user", "deactivate", email)).toMatchObject({ code: 0 });
    expect(await mw(place, "user", "link", email)).toMatchObject({ code: 1 });
  });

  it("leaves no organisation without an administrator", async () => {
    const people = await run(
      "select distinct email from people p join role_assignments r on r.person_id = p.id where role = 'administrator' and active",
    );
    const outcomes = [];
    for (const [one] of people) outcomes.push(await mw(place, "user", "deactivate", String(one)));
    expect(outcomes.some(({ err }) => err.includes("last administrator"))).toBe(true);
    const without = await run(
      "select id from organisations o where not exists (select 1 from role_assignments r join people p on p.id = r.person_id where r.organisation_id = o.id and role = 'administrator' and active)",
    );
    expect(without).toEqual([]);
  });
});

describe("mw check", () => {
  it("finds nothing in an installation that is in order", async () => {
    expect(await mw(place, "check", "--hashes")).toMatchObject({ code: 0 });
  });

  it("finds documents that are gone, cut off or of nobody, and not an upload under way", async () => {
    const rows = await run("select stored_name from documents order by id");
    const [gone, cut] = rows.map(([name]) => String(name));
    renameSync(join(place.documents, gone ?? ""), join(place.folder, "gone"));
    truncateSync(join(place.documents, cut ?? ""), 3);
    const stray = join(place.documents, "0198a6d2-0000-7000-8000-000000000000");
    writeFileSync(stray, "nobody's");
    expect(await problems()).toHaveLength(2);
    utimesSync(stray, 1, 1);
    const found = await problems();
    expect(found).toHaveLength(3);
    expect(found.join()).toMatch(/is not there.*has 3 bytes.*belongs to nothing/s);
    expect(await mw(place, "check")).toMatchObject({ code: 3 });
    place = await examplePlace();
  });

  it("finds changed documents of the same size, when it reads them", async () => {
    const [[name, size] = []] = await run("select stored_name, size from documents order by id");
    writeFileSync(join(place.documents, String(name)), "x".repeat(Number(size)));
    expect(await mw(place, "check")).toMatchObject({ code: 0 });
    expect(await mw(place, "check", "--hashes")).toMatchObject({ code: 3 });
    place = await examplePlace();
  });

  it("finds cases that are not in the search index and others that should not be; reindex mends it", async () => {
    const [[id] = []] = await run("select id from case_files order by id");
    await run(
      `update search_documents set document_id = 'nobody' where kind = 'case' and document_id = '${String(id)}'`,
    );
    const found = await problems();
    expect(found).toContain(`search index: case ${String(id)} cannot be found by searching`);
    expect(found).toContain("search index: the index holds case nobody, which does not exist");
    expect(await mw(place, "reindex")).toMatchObject({ code: 0 });
    expect(await problems()).toEqual([]);
  });

  it("finds words that are counted wrongly; reindex mends it", async () => {
    await run("update search_words set documents = documents + 1 where word = ''");
    expect((await problems()).join()).toContain("counted wrongly");
    expect(await mw(place, "reindex", "--anew")).toMatchObject({ code: 0 });
    expect(await problems()).toEqual([]);
  });

  it.runIf(dialect === "sqlite")(
    "finds what was done to the audit log behind its back",
    async () => {
      await run("drop trigger audit_events_no_delete");
      expect((await problems()).join()).toContain("nothing refuses changes of the log");
      await run(
        "delete from audit_events where sequence in (3, (select max(sequence) from audit_events))",
      );
      await run("drop trigger audit_events_no_update");
      await run("update audit_events set content_hash = 'x' where sequence = 5");
      const found = (await problems()).join("\n");
      expect(found).toContain("nothing between event 2 and 4");
      expect(found).toContain("event 5 has no sound hash");
      expect(found).toMatch(/the newest event is \d+, but there was an event \d+/);
      place = await examplePlace();
    },
  );

  it.runIf(dialect === "postgres")(
    "finds what was done to the audit log behind its back",
    async () => {
      await run("alter table audit_events disable trigger user");
      await run("delete from audit_events where sequence = 3");
      await run("update audit_events set content_hash = 'x' where sequence = 5");
      const found = (await problems()).join("\n");
      expect(found).toContain("nothing between event 2 and 4");
      expect(found).toContain("event 5 has no sound hash");
      expect(found).toContain("nothing guards the log: trigger audit_events_number is gone or off");
      place = await examplePlace();
    },
  );

  it.runIf(dialect === "sqlite")("finds rows that refer to nothing", async () => {
    const client = new Sqlite(place.url);
    client.pragma("foreign_keys = OFF");
    client.exec("delete from scopes");
    client.close();
    expect((await problems()).join()).toMatch(/integrity: \d+ rows of \w+ refer to rows of scopes/);
    place = await examplePlace();
  });
});
