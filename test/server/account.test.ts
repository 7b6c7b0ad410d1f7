import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { and, eq, inArray } from "drizzle-orm";
import {
  caseFiles,
  precedents,
  db,
  decisions,
  environment,
  handovers,
  people,
  setEnvironment,
  signals,
  systemActor,
  wrongDoors,
} from "#db";
import type { Account, Figure } from "#app/domain/account-figures.ts";
import type { Access } from "#app/server/access.server.ts";
import { getAccountCases } from "#app/server/account-cases.server.ts";
import { getAccount } from "#app/server/account-figures.server.ts";
import { figureWords } from "#app/i18n/figure-words.ts";
import type { AccountFilters } from "#app/schemas/account-filters.ts";
import { removeCase } from "../../app/server/case-removal.server.ts";
import { handoverStatuses } from "#app/domain/handover.ts";
import { signalStatuses } from "#app/domain/signal.ts";
import { hasRight, rightsOf, roles, type Role } from "#app/domain/rights.ts";
import * as results from "../../app/routes/citizen/results.tsx";
import * as received from "../../app/routes/handovers/received.tsx";
import * as sent from "../../app/routes/handovers/sent.tsx";
import * as wrongDoorsPage from "../../app/routes/handovers/wrong-doors.tsx";
import * as signalsPage from "../../app/routes/signals/list.tsx";
import { numberAddress } from "#app/schemas/account-address.ts";
import { visibleCaseIds } from "#app/server/case-access.server.ts";
import { exampleContent, examplePeople } from "../support/example.ts";
import { arrange, freshDatabase, openCopy } from "../support/database.ts";
import { accountWorld, someCase, type AccountWorld } from "./account-world.ts";
import { countedAgain, readTables } from "./account-count.ts";
import { accessOf, newWorld, type Someone } from "./case-world.ts";
import { browser, type Browser } from "./handover-world.ts";

type Reader = Access<"figures.read">;
const now = Date.UTC(2026, 10, 18, 10, 30);
/** The example data is of the day on which it is made, which may be after this. */
const ever = { van: "2022-01-01", tot: "2040-12-31" };

beforeEach(() => setEnvironment({ now: () => now }));
afterAll(() => setEnvironment({}));

/** Each number of an account that is not nothing, by figure, row and column. */
function numbersOf({ figures }: Account): Map<string, number> {
  const found = new Map<string, number>();
  for (const { key, columns, rows } of figures) {
    for (const row of rows) {
      columns.forEach((column, place) => {
        const value = row.values[place];
        const isBound = column.how === "alphaLow" || column.how === "alphaHigh";
        if (typeof value !== "number" || isBound) return;
        if (value !== 0 || column.how === "median") {
          found.set(`${key}/${row.key}/${column.key}`, value);
        }
      });
    }
  }
  return found;
}

async function expectDirectCount(someone: Someone, filters: AccountFilters): Promise<Account> {
  const account = await getAccount(someone, filters);
  expect(account.complete).toBe(true);
  const direct = countedAgain(await readTables(), {
    ...account.period,
    ...{ organisationId: account.organisation.id, scopeId: account.scope?.id ?? null },
    ...{ perspective: account.perspective, now, byYear: account.figures[0]?.rowsAre === "year" },
  });
  const counted = numbersOf(account);
  expect([...counted.keys()].sort()).toEqual([...direct.keys()].sort());
  for (const [key, number] of direct) expect(counted.get(key), key).toBeCloseTo(number, 5);
  return account;
}

describe("The figures of the account", { timeout: 60_000 }, () => {
  test("equal a direct count of the example data, also in a part of it", async () => {
    await openCopy(await exampleContent());
    const person = (await examplePeople()).find(({ roles }) => roles.includes("executive"));
    const someone = {
      ...{ person, roles: ["executive"], actor: systemActor },
      organisation: { id: person?.organisationId ?? "", name: "Dienst" },
    } as unknown as Someone;
    const { figures } = await expectDirectCount(someone, { van: "2024-01-01" });
    const [scope] = figures.find(({ key }) => key === "outcomes")?.rows ?? [];
    await expectDirectCount(someone, { van: "2026-06-01", tot: "2026-10-31" });
    await expectDirectCount(someone, { van: "2020-01-01", gebied: scope?.key });
    await expectDirectCount(someone, { van: "2024-01-01", perspectief: "legal" });
  });

  test("equal a direct count of cases made by chance, with any filter, after every change", async () => {
    const { world, someone } = await chanceWorld("executive");
    for (let round = 0; round < 4; round += 1) {
      for (let made = 0; made < 12; made += 1) await someCase(world);
      await expectDirectCount(someone, { van: "2023-01-01" });
      await expectDirectCount(someone, { gebied: world.scopeIds[round % 2] });
      await expectDirectCount(someone, { van: "2025-03-10", perspectief: "financial" });
      await changeSome(world);
      await expectDirectCount(someone, { van: "2024-02-01", tot: "2026-02-03" });
    }
  });

  test("lead to as many cases as they count, and only to those the reader may read", async () => {
    const { world, someone, other } = await chanceWorld("executive");
    for (let made = 0; made < 40; made += 1) await someCase(world);
    for (const reader of [someone, other]) {
      const { figures } = await getAccount(reader, { van: "2024-01-01" });
      for (const figure of figures) await expectCases(reader, figure);
    }
    const cell = { figure: "status", row: "total", column: "cases", before: false } as const;
    const asked = (page: number) => getAccountCases(other, { van: "2020-01-01" }, { cell, page });
    const last = await asked(99_999);
    expect(last).toMatchObject({ page: 2, pages: 2 });
    expect(last.cases).toHaveLength(15);
    expect(last).toEqual(await asked(2));
  });

  test("lead nowhere from a row, column or total that a figure does not have", async () => {
    const { someone } = await chanceWorld("executive");
    const asked = (figure: Figure["key"], row: string, column: string) =>
      getAccountCases(someone, {}, { cell: { figure, row, column, before: false }, page: 1 });
    const unknown = [
      ["inflow", "2026-13", "received"],
      ["inflow", "__proto__", "received"],
      ["status", "__proto__", "cases"],
      ["outcomes", "__proto__", "level-0"],
      ["perspectives", "total", "all"],
      ["status", "total", "toString"],
    ] as const;
    for (const [figure, row, column] of unknown) {
      const refused = { init: { status: 404 } };
      await expect(asked(figure, row, column), row).rejects.toMatchObject(refused);
    }
    await expect(asked("inflow", "2026-11", "received")).resolves.toMatchObject({ readable: 0 });
    const words = figureWords({ texts: String, terms: String, language: "nl" });
    expect(words.row({ rowsAre: "month" }, { key: "2026-13", name: null })).toBe("2026-13");
  });

  test("lead nobody to a list that they may not open", async () => {
    await openCopy(await exampleContent());
    const everybody = await examplePeople();
    const led = new Map<Role, string[]>();
    for (const role of roles.filter((one) => hasRight([one], "figures.read"))) {
      const person = everybody.find((one) => one.roles.join() === role);
      if (!person) throw new Error(`Nobody is ${role}`);
      const { id, organisationId } = person;
      const { figures } = await getAccount(readerOf({ id, organisationId, role }), ever);
      const addresses = figures.flatMap((figure) =>
        listNumbers(figure).map(({ cell }) => numberAddress({}, cell, rightsOf([role]))),
      );
      const paths = new Set(addresses.flatMap((address) => address?.split("?")[0] ?? []));
      const own = await browser(id, organisationId);
      for (const path of paths) {
        const { value } = await own.get(lists[path]?.loader ?? never, path);
        expect(value, `${role} at ${path}`).not.toMatchObject({ init: { status: 403 } });
      }
      led.set(role, [...paths]);
    }
    expect(led.get("coordinator")).toContain("/overdrachten");
    expect(led.get("executive")).toContain("/signalen");
    expect(led.get("executive")).not.toContain("/overdrachten");
  });

  test("lead to as many handovers, notes and signals as they count, in either period", async () => {
    await openCopy(await exampleContent());
    const person = (await examplePeople()).find(({ roles: [role] }) => role === "coordinator");
    if (!person) throw new Error("Nobody is coordinator");
    const { id, organisationId } = person;
    await spread(organisationId);
    const own = await browser(id, organisationId);
    const { figures, period } = await getAccount(
      readerOf({ id, organisationId, role: "coordinator" }),
      { van: "2026-03-10", tot: "2026-11-18" },
    );
    const filters = { van: period.from, tot: period.until };
    const seen = new Set<string>();
    for (const { cell, column, value } of figures.flatMap(listNumbers)) {
      if (cell.figure === "citizens") continue;
      const address = numberAddress(filters, cell, rightsOf(["coordinator"])) ?? "";
      const counted = await listed(own, address);
      if (column.how === "sum") expect(counted, `${JSON.stringify(cell)} ${address}`).toBe(value);
      else expect(counted).toBeGreaterThan(0);
      seen.add(`${cell.figure}/${cell.row}/${cell.column}/${cell.before}`);
    }
    for (const cell of [
      ...["handovers/returned/sent/true", "handovers/total/received/false"],
      ...["handovers/total/sentDays/false", "wrongDoors/2026-03/visits/false"],
      ...["signals/total/year/false", "signals/new/late/false", "signals/total/quarter/false"],
    ]) {
      expect([...seen]).toContain(cell);
    }
  });

  test("show with their cases why was departed, and what was said of earlier decisions", async () => {
    await openCopy(await exampleContent());
    const auditor = (await examplePeople()).find(({ roles: [role] }) => role === "auditor");
    if (!auditor) throw new Error("Nobody is auditor");
    const reader = readerOf({ ...auditor, role: "auditor" });
    const asked = (figure: Figure["key"], row: string, column: string) => {
      const cell = { figure, row, column, before: false };
      return getAccountCases(reader, ever, { cell, page: 1 });
    };
    const departed = await asked("departures", "departed", "cases");
    expect(departed.reasons).toBe("departure");
    expect(departed.cases.map(({ departure }) => departure)).toEqual([expect.stringMatching(/\w/)]);
    const fails = await asked("perspectives", "societal", "chosenFails");
    expect(fails.reasons).toBe("departure");
    expect(fails.cases[0]?.departure).toMatch(/\w/);
    const followed = await asked("precedents", "total", "followed");
    expect(followed.reasons).toBe("treatment");
    expect(followed.cases.map(({ treatment }) => treatment)).toContainEqual(
      expect.stringContaining("gedragslijn"),
    );
    expect((await asked("inflow", "total", "received")).reasons).toBeNull();
  });

  test("let a destroyed case go", async () => {
    const { world, someone } = await chanceWorld("executive");
    const ids = [await someCase(world), await someCase(world)];
    await expectDirectCount(someone, { van: "2020-01-01" });
    const [gone = ""] = ids;
    await db.write(systemActor, async (tx) => {
      await removeCase(tx, gone);
      const subject = { type: "case", id: gone };
      await tx.record({ kind: "case.destroyed", subject, caseId: gone });
    });
    const account = await expectDirectCount(someone, { van: "2020-01-01" });
    const status = account.figures.find(({ key }) => key === "status");
    expect(status?.total?.values[0]).toBe(1);
  });

  test("of another organisation are there when it shares precedents, as totals of a year that is over without small numbers", async () => {
    const { world, someone, outsider } = await chanceWorld("executive");
    for (let made = 0; made < 40; made += 1) await someCase(world);
    const organisatie = someone.organisation.id;
    const filters = { organisatie, van: "2025-03-10", gebied: world.scopeIds[0] };
    const own = await getAccount(someone, { van: "2025-01-01", tot: "2025-12-31" });
    const { isOwn, period, scope, figures } = await getAccount(outsider, filters);
    expect({ isOwn, period, scope }).toEqual({
      ...{ isOwn: false, scope: null },
      period: { from: "2025-01-01", until: "2025-12-31" },
    });
    const shown = figures.flatMap(({ columns, rows, total }) =>
      [...rows, ...(total ? [total] : [])].flatMap((row) =>
        [...row.values, ...(row.previous ?? [])].filter(
          (_, place) => columns[place]?.unit === "cases",
        ),
      ),
    );
    expect(shown.filter((value) => typeof value === "number" && value > 0 && value < 5)).toEqual(
      [],
    );
    expect(shown).toContain("hidden");
    const all = (account: Figure[]) =>
      account.find(({ key }) => key === "status")?.total?.values[0];
    expect(all(figures)).toBe(all(own.figures));
    const cell = { figure: "status", row: "total", column: "cases", before: false } as const;
    const asked = getAccountCases(outsider, filters, { cell, page: 1 });
    await expect(asked).rejects.toThrow();
    await db.write(systemActor, async (tx) => {
      await tx.update(precedents).set({ visibility: "organisation" });
      await tx.record({ kind: "test.prepared", subject: { type: "test", id: "precedents" } });
    });
    expect((await getAccount(outsider as Reader, filters)).isOwn).toBe(true);
  });
});

const lists: Record<string, { loader: Parameters<Browser["get"]>[0] }> = {
  "/overdrachten": received,
  "/overdrachten/verstuurd": sent,
  "/verkeerde-deur": wrongDoorsPage,
  "/signalen": signalsPage,
  "/verantwoording/burgers": results,
};

function never(): never {
  throw new Error("There is no such list");
}

/** What is about no case, as somebody who holds one role only sees it. */
function readerOf(who: { id: string; organisationId: string; role: Role }): Reader {
  return accessOf(who.id, who.organisationId, [who.role]);
}

/** Every number of a figure that is about no case and is not nothing. */
function listNumbers({ key: figure, columns, rows, total }: Figure) {
  if (!["signals", "handovers", "wrongDoors", "citizens"].includes(figure)) return [];
  return [...rows, ...(total ? [total] : [])].flatMap((row) =>
    columns.flatMap((column, place) =>
      [row.values, row.previous].flatMap((values, period) => {
        const cell = { figure, row: row.key, column: column.key, before: period === 1 };
        return values?.[place] ? [{ cell, column, value: values[place] }] : [];
      }),
    ),
  );
}

/** How many rows a list has on all its pages. */
async function listed(own: Browser, address: string): Promise<number> {
  const path = address.split("?")[0] ?? "";
  const { value } = await own.get(lists[path]?.loader ?? never, address);
  const { items, next } = value as { items: unknown[]; next: string | null };
  return items.length + (next === null ? 0 : await listed(own, next));
}

/** Copies handovers, notes about wrong doors and signals over three years, also at the ends of days and months. */
async function spread(organisationId: string): Promise<void> {
  const [handover] = await db.read.select().from(handovers);
  const [signal] = await db.read.select().from(signals);
  const [someone] = await db.read.select().from(people);
  const cases = await db.read.select().from(caseFiles);
  if (!handover || !signal || !someone) throw new Error("There is nothing to copy");
  const own = cases.find((one) => one.organisationId === organisationId)?.id ?? "";
  const other = cases.find((one) => one.organisationId !== organisationId);
  const startOfToday = Date.UTC(2026, 10, 18);
  const days = [0, 1, 30, 90, 91, 181, 182, 231, 248, 252, 253, 254, 300, 364, 365, 400, 700];
  const moments = days.flatMap((back) => [
    startOfToday - back * 86_400_000,
    startOfToday - back * 86_400_000 + 86_399_999,
  ]);
  await arrange(async (tx) => {
    for (const [place, at] of moments.entries()) {
      const [id, status] = [environment.newId(), handoverStatuses[place % 4] ?? "sent"];
      const answeredAt = status === "sent" ? null : at + place * 86_400_000;
      const isSent = place % 3 > 0;
      await tx.insert(handovers).values({
        ...{ ...handover, id, status, sentAt: at, answerBy: at, answeredAt },
        ...(isSent
          ? { organisationId, caseId: own, toOrganisationId: null, toName: "Elders" }
          : { organisationId: other?.organisationId ?? "", caseId: other?.id ?? "" }),
        ...(isSent ? {} : { toOrganisationId: organisationId }),
      });
      await tx.insert(wrongDoors).values({
        ...{ id, organisationId, at, recordedBy: someone.id },
        ...{ question: "Vraag", rightDoor: "Elders", helpedHow: "", caseId: null },
      });
      await tx.insert(signals).values({
        ...{ ...signal, id, number: `S-${place}`, organisationId, clusterKey: null },
        ...{ status: signalStatuses[place % 5] ?? "new", raisedAt: at, closedAt: null },
        ...{ answerBy: at + 86_400_000, answeredAt: place % 2 ? at : null, mergedIntoId: null },
      });
    }
  });
}

/** A world made by chance; its cases are submitted by someone else than who reads. */
async function chanceWorld(role: "executive") {
  await freshDatabase();
  const made = await newWorld();
  const submitter = await made.person("submitter");
  const world = await accountWorld(submitter, 7);
  return {
    world,
    someone: await made.person(role),
    other: await made.person("coordinator"),
    outsider: await made.outsider("coordinator"),
  };
}

/** Moves some cases on, each with its event. */
async function changeSome({ random }: AccountWorld): Promise<void> {
  const rows = await db.read.select({ id: caseFiles.id }).from(caseFiles);
  for (const { id } of rows.filter(() => random.next() < 0.2)) {
    await db.write(systemActor, async (tx) => {
      const status = random.oneOf(["closed", "intake", "decision"] as const);
      await tx.update(caseFiles).set({ status }).where(eq(caseFiles.id, id));
      const taken = and(eq(decisions.caseId, id), inArray(decisions.status, ["taken"]));
      await tx.update(decisions).set({ takenAt: environment.now() }).where(taken);
      await tx.record({ kind: "case.status_changed", subject: { type: "case", id }, caseId: id });
    });
  }
}

async function expectCases(reader: Reader, figure: Figure): Promise<void> {
  for (const row of [...figure.rows, ...(figure.total ? [figure.total] : [])]) {
    for (const [place, column] of figure.columns.entries()) {
      if (column.unit !== "cases" || !row.values[place]) continue;
      const cell = { figure: figure.key, row: row.key, column: column.key, before: false };
      const filters = { van: "2024-01-01" };
      const found = await getAccountCases(reader, filters, { cell, page: 1 });
      expect(found.readable + found.hidden, JSON.stringify(cell)).toBe(row.values[place]);
      const ids = found.cases.map(({ id }) => id);
      expect((await visibleCaseIds(reader, ids)).sort()).toEqual([...ids].sort());
      expect(ids).toHaveLength(Math.min(25, found.readable));
    }
  }
}
