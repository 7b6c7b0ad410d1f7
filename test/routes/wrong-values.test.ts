import { and, eq, ne } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  caseFiles,
  claims,
  conditions,
  db,
  documents,
  facts,
  options,
  organisations,
  scopes,
  weighings,
} from "#db";
import { addOption, openWorld, personNamed, type World } from "../support/agenda-world.ts";
import { formOn, send } from "../support/posting.ts";
import { refused } from "../support/refusals.ts";
import type { Visitor } from "../support/visitor.ts";

const nowhere = "01900000-0000-7000-8000-000000000000";

let world: World;
let caseId: string;
let optionId: string;
let submitter: Visitor;

beforeAll(async () => {
  world = await openWorld();
  submitter = world.cast.named("Femke Brouwers");
  caseId = await world.newCase("Een casus om fout in te vullen");
  optionId = await addOption(submitter, caseId, "Een oplossing om fout in te vullen");
});

afterAll(() => world.running.stop());

const step = (name: string) => `/casussen/${caseId}/bewerken/${name}`;

async function refusedAt(
  path: string,
  asked: { intent?: string; having?: string },
  values: Record<string, string | string[]>,
  status: number | number[] = 422,
): Promise<void> {
  const fields = { ...(await formOn(submitter, path, asked)), ...values };
  await refused({ by: submitter, path, fields, status });
}

describe("an amount", () => {
  it.each(["NaN", "Infinity", "1e9", "--5", "12,345", "1.2.3", "0x10", "€", "9999999999,99", "١٢"])(
    "of %s is refused in a claim and in a cost line",
    async (amount) => {
      const claim = { "claims.0.label": "Een vordering", "claims.0.cents": amount };
      await refusedAt(step("oplossingen"), { intent: "continue" }, claim);
      const line = {
        "lines.0.post": "Een post",
        "lines.0.cents": amount,
        "lines.0.bearer": "citizen",
        "lines.0.recurrence": "once",
        "lines.0.certainty": "known",
      };
      const path = `/casussen/${caseId}/oplossingen/${optionId}`;
      await refusedAt(path, { intent: "save" }, line);
    },
  );

  it("below zero is no claim", async () => {
    const claim = { "claims.0.label": "Een vordering", "claims.0.cents": "-500" };
    await refusedAt(step("oplossingen"), { intent: "continue" }, claim);
  });
});

describe("a date", () => {
  it.each(["2026-02-31", "2026-13-01", "31-12-2026", "0001-01-01", "2026-1-1", "9999-12-31", "x"])(
    "of %s is refused wherever a date is asked",
    async (date) => {
      await refusedAt(step("situatie"), { intent: "continue" }, { citizenHeardAt: date });
      await refusedAt(step("wet"), { intent: "continue" }, { proceedingDeadline: date });
      const asked = { title: "Nog een casus", receivedAt: date };
      await refusedAt("/casussen/nieuw", { having: "title" }, asked);
      const by = world.cast.named("Marieke Hoekstra");
      const path = "/zittingen/nieuw";
      const fields = await formOn(by, path, { having: "startsAt" });
      const person = (await personNamed("Marieke Hoekstra")).id;
      const session = { ...fields, title: "Zitting", kind: "live", facilitatorId: person };
      await refused({ by, path, fields: { ...session, startsAt: `${date}T10:00` }, status: 422 });
    },
  );

  it("asks of a session an end after its start, and nobody twice at its head", async () => {
    const by = world.cast.named("Marieke Hoekstra");
    const path = "/zittingen/nieuw";
    const marieke = (await personNamed("Marieke Hoekstra")).id;
    const fields = {
      ...(await formOn(by, path, { having: "startsAt" })),
      title: "Zitting",
      kind: "spread",
      startsAt: "2027-01-11T10:00",
      deadline: "2027-01-12T10:00",
      facilitatorId: marieke,
    };
    const foreign = (await personNamed("Sanne Dijkgraaf")).id;
    const wrongs: Record<string, string>[] = [
      { deadline: "" },
      { deadline: "2027-01-10T10:00" },
      { kind: "sometime" },
      { deputyId: marieke },
      { observerIds: marieke },
      { facilitatorId: foreign },
      { deputyId: foreign },
      { observerIds: foreign },
      { questionSetId: nowhere },
      { caseIds: nowhere },
      { caseIds: world.item("scoring").caseId },
    ];
    for (const wrong of wrongs) {
      await refused({ by, path, fields: { ...fields, ...wrong }, status: 422 });
    }
  });
});

describe("something of another case or organisation", () => {
  async function elsewhere() {
    const { cast } = world;
    const foreign = ne(caseFiles.organisationId, cast.organisationId);
    const [foreignCase] = await db.read.select().from(caseFiles).where(foreign);
    const other = world.item("revealed").caseId;
    const [option] = await db.read.select().from(options).where(eq(options.caseId, other));
    const [claim] = await db.read.select().from(claims).where(ne(claims.caseId, caseId));
    const [scope] = await db.read
      .select()
      .from(scopes)
      .where(ne(scopes.organisationId, cast.organisationId));
    const [document] = await db.read.select().from(documents);
    const [weighing] = await db.read.select().from(weighings).where(eq(weighings.caseId, other));
    const ids = { foreignCase, option, claim, scope, document, weighing };
    return Object.fromEntries(
      Object.entries(ids).map(([name, row]) => {
        if (!row) throw new Error(`the example data has no ${name}`);
        return [name, row.id];
      }),
    );
  }

  it("is not there at an address below this one", async () => {
    const { option, document, weighing, foreignCase } = await elsewhere();
    const { path } = world.item("scoring");
    const coordinator = world.cast.named("Marieke Hoekstra");
    for (const address of [
      `/casussen/${caseId}/oplossingen/${option}`,
      `/casussen/${caseId}/documenten/${document}`,
      `/casussen/${caseId}/wegingen/${weighing}`,
      `/casussen/${caseId}/besluiten/${nowhere}`,
      `/casussen/${foreignCase}`,
      `/casussen/${nowhere}`,
      "/casussen/geen-nummer",
      "/casussen/%00",
      "/casussen/' OR 1=1 --",
      path.replace(/casussen\/.*/, `casussen/${caseId}`),
      `/zittingen/${nowhere}`,
      `/precedenten/${nowhere}`,
    ]) {
      const response = await coordinator.get(address);
      expect(response.status, address).toBe(404);
      await response.arrayBuffer();
    }
  });

  it("is not changed at an address below this one", async () => {
    const { option, foreignCase } = await elsewhere();
    const coordinator = world.cast.named("Marieke Hoekstra");
    const save = await formOn(submitter, `/casussen/${caseId}/oplossingen/${optionId}`, {
      intent: "save",
    });
    const path = `/casussen/${caseId}/oplossingen/${option}`;
    for (const intent of ["save", "remove", "up"]) {
      const fields = { ...save, intent };
      await refused({ by: coordinator, path, fields, status: 404 });
    }
    const fields = await formOn(submitter, step("situatie"), { intent: "continue" });
    for (const other of [foreignCase, nowhere, "x"]) {
      const address = `/casussen/${other}/bewerken/situatie`;
      await refused({ by: coordinator, path: address, fields, status: 404 });
    }
  });

  it("is no choice in a form of this one", async () => {
    const { claim, scope } = await elsewhere();
    const stolen = { "claims.0.id": claim ?? "", "claims.0.label": "Gekaapt" };
    await refusedAt(step("oplossingen"), { intent: "continue" }, stolen);
    await refusedAt(step("wet"), { intent: "continue" }, { scopeId: scope ?? "" });
    await refusedAt("/casussen/nieuw", { having: "title" }, { title: "x", scopeId: scope ?? "" });
    await refusedAt(
      step("omstandigheden"),
      { intent: "continue" },
      {
        [`facts.${nowhere}.answer`]: "yes",
      },
    );
    const [fact] = await db.read.select().from(facts);
    await refusedAt(
      step("omstandigheden"),
      { intent: "continue" },
      {
        [`facts.${fact?.id}.answer`]: "maybe",
      },
    );
  });

  it("keeps its conditions and documents to itself", async () => {
    const [condition] = await db.read.select().from(conditions);
    const path = `/casussen/${caseId}/nazorg`;
    for (const fields of [
      { intent: "condition-done", conditionId: condition?.id ?? "", note: "" },
      { intent: "condition-open", conditionId: condition?.id ?? "", note: "Toch niet" },
      { intent: "condition-done", conditionId: nowhere, note: "" },
      { intent: "close" },
    ] as Record<string, string>[]) {
      await refused({ by: submitter, path, fields, status: [403, 404, 409, 422] });
    }
    const { document } = await elsewhere();
    const remove = { intent: "remove", documentId: document ?? "" };
    const to = `/casussen/${caseId}/documenten`;
    await refused({ by: submitter, path: to, fields: remove, status: 404 });
  });

  it("keeps its people and places from an administrator of this one", async () => {
    const { cast } = world;
    const [other] = await db.read
      .select()
      .from(organisations)
      .where(ne(organisations.id, cast.organisationId));
    const sanne = await personNamed("Sanne Dijkgraaf");
    const by = cast.of("administrator");
    const { scope } = await elsewhere();
    for (const path of [
      `/beheer/personen/${sanne.id}`,
      `/beheer/organisaties/${other?.id}`,
      `/beheer/regelgebieden/${scope}`,
      `/beheer/personen/${nowhere}`,
      `/beheer/vragensets/${nowhere}`,
    ]) {
      const page = await by.get(path);
      expect(page.status, path).toBe(404);
      await page.arrayBuffer();
      await refused({ by, path, fields: { intent: "deactivate" }, status: [403, 404, 422] });
    }
  });
});

describe("a form that was sent twice", () => {
  it("makes one case, solution and session", async () => {
    const coordinator = world.cast.named("Marieke Hoekstra");
    const title = "Een casus die twee keer is verstuurd";
    const created = { ...(await formOn(submitter, "/casussen/nieuw", { having: "title" })), title };
    const replies = await Promise.all(
      [1, 2, 3].map(() => send(submitter, "/casussen/nieuw", created)),
    );
    expect(replies.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set(replies.map(({ location }) => location)).size).toBe(1);
    const cases = await db.read.select().from(caseFiles).where(eq(caseFiles.title, title));
    expect(cases).toHaveLength(1);
    const path = `/casussen/${caseId}/oplossingen/nieuw`;
    const option = {
      ...(await formOn(submitter, path, { intent: "save" })),
      title: "Een oplossing die twee keer is verstuurd",
      level: "1",
      ground: "room_in_norm",
      groundReference: "Awb 4:84",
    };
    await Promise.all([send(submitter, path, option), send(submitter, path, option)]);
    const own = and(eq(options.caseId, caseId), eq(options.title, option.title));
    expect(await db.read.select().from(options).where(own)).toHaveLength(1);
    // The key of somebody else's form does nothing for this one.
    const theirs = await send(coordinator, "/casussen/nieuw", {
      ...created,
      title: "Van een ander",
    });
    expect(theirs.location).not.toBe(replies[0]?.location);
  });
});

describe("a form from a page that is old", () => {
  it("is refused with both texts, and saves once it is sent again", async () => {
    const by = world.cast.named("Marieke Hoekstra");
    const path = step("situatie");
    const first = await formOn(submitter, path, { intent: "continue" });
    const second = await formOn(by, path, { intent: "continue" });
    const mine = { ...first, story: "De tekst die er al staat." };
    expect((await send(submitter, path, mine)).status).toBe(303);
    const fields = { ...second, story: "De tekst die te laat kwam." };
    const reply = await refused({ by, path, fields, status: 409 });
    expect(reply.words).toContain("De tekst die er al staat.");
    expect(reply.words).toContain("De tekst die te laat kwam.");
    const again = await formOn(by, path, { intent: "continue" });
    expect((await send(by, path, { ...again, story: "Samen." })).status).toBe(303);
  });

  it("is refused for everything that carries a version", async () => {
    const { item } = world;
    const versioned: [Visitor, string, string][] = [
      [submitter, `/casussen/${caseId}/oplossingen/${optionId}`, "save"],
      [item("prepare").leader, `${item("prepare").path}/panels`, "members"],
      [item("prepare").leader, `${item("prepare").path}/panels`, "weights"],
    ];
    for (const [by, path, intent] of versioned) {
      const fields = { ...(await formOn(by, path, { intent })), version: "99" };
      await refused({ by, path, fields, status: 409 });
    }
    const edit = item("prepare").path.replace(/\/casussen\/.*/, "/bewerken");
    const by = item("prepare").leader;
    const session = { ...(await formOn(by, edit, { having: "startsAt" })), version: "99" };
    await refused({ by, path: edit, fields: session, status: 409 });
  });
});
