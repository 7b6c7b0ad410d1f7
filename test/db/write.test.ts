import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import {
  auditEvents,
  contentHash,
  db,
  dialect,
  environment,
  organisations,
  sqlite,
  systemActor,
} from "#db";
import { freshDatabase } from "../support/database.ts";
import { rawRun } from "../support/raw.ts";

const event = { kind: "organisation.created", subject: { type: "organisation", id: "1" } };

async function addOrganisation(name: string, formKey?: string) {
  return db.write(
    systemActor,
    async (tx) => {
      const id = environment.newId();
      await tx.insert(organisations).values({ id, name, createdAt: environment.now() });
      await tx.record(event);
      return id;
    },
    { formKey },
  );
}

async function names() {
  const rows = await db.read.select({ name: organisations.name }).from(organisations);
  return rows.map(({ name }) => name).sort();
}

describe("a change", () => {
  beforeEach(freshDatabase);

  it("is stored together with its audit event", async () => {
    await addOrganisation("A");
    expect(await names()).toEqual(["A"]);
    expect(await db.read.select({ kind: auditEvents.kind }).from(auditEvents)).toEqual([
      { kind: "organisation.created" },
    ]);
  });

  it("without an audit event is undone", async () => {
    const change = db.write(systemActor, async (tx) => {
      await tx.insert(organisations).values({ id: "x", name: "X", createdAt: 1 });
    });
    await expect(change).rejects.toThrow("without an audit event");
    expect(await names()).toEqual([]);
  });

  it("that fails halfway leaves neither rows nor event, and the next one goes through", async () => {
    const change = db.write(systemActor, async (tx) => {
      await tx.insert(organisations).values({ id: "x", name: "X", createdAt: 1 });
      await tx.record(event);
      await new Promise((resolve) => setTimeout(resolve, 5));
      throw new Error("halfway");
    });
    await expect(change).rejects.toThrow("halfway");
    await addOrganisation("B");
    expect(await names()).toEqual(["B"]);
    expect(await db.read.select().from(auditEvents)).toHaveLength(1);
  });

  it("waits for the change before it, however long that takes", async () => {
    const seen: string[] = [];
    const slow = db.write(systemActor, async (tx) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      seen.push("slow");
      await tx.record(event);
    });
    const quick = db.write(systemActor, async (tx) => {
      seen.push("quick");
      await tx.record(event);
    });
    await Promise.all([slow, quick]);
    expect(seen).toEqual(["slow", "quick"]);
  });

  it("is not seen by readers before it is finished", async () => {
    const during: string[][] = [];
    await db.write(systemActor, async (tx) => {
      await tx.insert(organisations).values({ id: "x", name: "X", createdAt: 1 });
      during.push(await names());
      await tx.record(event);
    });
    expect(during).toEqual([[]]);
    expect(await names()).toEqual(["X"]);
  });

  it("sent twice with the same form key happens once and answers the same", async () => {
    const [first, second] = await Promise.all([
      addOrganisation("A", "key"),
      addOrganisation("A", "key"),
    ]);
    expect(second).toBe(first);
    expect(await names()).toEqual(["A"]);
  });

  it("with a form key of someone else does not give that person's answer", async () => {
    await addOrganisation("A", "key");
    const other = { personId: "other", roles: [], organisationId: null } as const;
    const change = db.write(other, async (tx) => tx.record(event), { formKey: "key" });
    await expect(change).rejects.toThrow();
  });
});

describe("reading", () => {
  beforeEach(freshDatabase);

  it.runIf(dialect === "sqlite")("cannot change anything", async () => {
    const insert = async () => {
      await db.read.insert(organisations).values({ id: "x", name: "X", createdAt: 1 });
    };
    await expect(insert()).rejects.toThrow(/readonly/);
  });

  it("gives a prepared query of the database that is open now", async () => {
    const byName = db.hot<{ name: string }>()((read) =>
      read.select({ id: organisations.id }).from(organisations).where(eq(organisations.name, "A")),
    );
    await addOrganisation("A");
    expect(await byName({ name: "A" })).toHaveLength(1);
    await freshDatabase();
    expect(await byName({ name: "A" })).toHaveLength(0);
  });
});

describe("the database", () => {
  beforeEach(freshDatabase);

  it.each([
    ["update audit_events set kind = 'x'", "append-only"],
    ["delete from audit_events", "append-only"],
  ])("refuses: %s", async (statement, reason) => {
    await addOrganisation("A");
    await expect(rawRun(statement)).rejects.toThrow(reason);
  });

  it("refuses a role that does not exist", async () => {
    const insert = rawRun(
      "insert into role_assignments (id, person_id, organisation_id, role) values ('1', 'p', 'o', 'king')",
    );
    await expect(insert).rejects.toThrow(/check constraint/i);
  });

  it.runIf(dialect === "sqlite")("writes every commit to disk and keeps foreign keys on", () => {
    const { writer } = sqlite();
    expect(writer.pragma("synchronous", { simple: true })).toBe(2);
    expect(writer.pragma("foreign_keys", { simple: true })).toBe(1);
    expect(writer.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(writer.pragma("secure_delete", { simple: true })).toBe(1);
  });
});

describe("the hash of content", () => {
  it("does not depend on the order of keys, and does on every value", () => {
    expect(contentHash({ a: 1, b: [1, 2] })).toBe(contentHash({ b: [1, 2], a: 1 }));
    expect(contentHash({ a: 1, b: [1, 2] })).not.toBe(contentHash({ a: 1, b: [2, 1] }));
    expect(contentHash({ a: undefined })).toBe(contentHash({}));
  });
});
