import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { caseFiles, db, signals } from "#db";
import "../../app/i18n/all-languages.ts";
import * as file from "../../app/routes/handovers/wrong-doors-file.ts";
import * as route from "../../app/routes/handovers/wrong-doors.tsx";
import { getNewSignal, raiseByHand } from "../../app/server/signal-new.server.ts";
import { findWrongDoor } from "../../app/server/wrong-doors.server.ts";
import { openCopy, type Content } from "../support/database.ts";
import { as, changeCase } from "../support/decision-drafts.ts";
import { exampleContent, organisationNamed } from "../support/example.ts";
import { accessOf } from "../support/session-world.ts";
import { browser, personWith, type Browser, type Fields } from "./handover-world.ts";

const address = "/verkeerde-deur";
const note = { question: "Paspoort kwijt", rightDoor: "Burgerzaken", helpedHow: "Samen gebeld" };
let content: Content;
let here: Browser;
let elsewhere: Browser;
let organisationId: string;

beforeAll(async () => {
  content = await exampleContent();
});

beforeEach(async () => {
  await openCopy(content);
  organisationId = (await organisationNamed("Uitkeringsdienst")).id;
  const other = (await organisationNamed("Waterrijk")).id;
  here = await browser(await personWith("coordinator", organisationId), organisationId);
  elsewhere = await browser(await personWith("coordinator", other), other);
});

async function record(fields: Fields) {
  return here.post(route.action, address, { fields: { caseNumber: "", ...note, ...fields } });
}

async function ownCase() {
  const [row] = await db.read
    .select()
    .from(caseFiles)
    .where(eq(caseFiles.organisationId, organisationId))
    .orderBy(caseFiles.id);
  if (!row) throw new Error("There is no case");
  return row;
}

type Listed = { items: { id: string; question: string }[]; next: string | null };
const listed = async (who: Browser, query = "") =>
  (await who.get(route.loader, address + query)).value as Listed;

describe("Who came to the wrong door", () => {
  test("is written down, listed and downloaded within the own organisation only", async () => {
    expect((await record({})).location).toBe(address);
    expect((await listed(here)).items[0]).toMatchObject({ ...note, caseFile: null });
    const download = await here.get(file.loader, `${address}/bestand?vorm=csv`);
    expect(download.bytes).toContain("Paspoort kwijt;Burgerzaken;Samen gebeld");
    for (const [loader, path] of [
      [route.loader, address],
      [file.loader, `${address}/bestand`],
    ] as const) {
      expect((await elsewhere.get(loader, path)).bytes).not.toContain("Paspoort");
    }
  });

  test("belongs to a case that one may see, or to none, and holds no BSN", async () => {
    expect((await record({ caseNumber: "1999-0001" })).bytes).toContain("unknown_case");
    expect((await record({ question: "BSN 111222333" })).bytes).toContain("bsn");
    const { number } = await ownCase();
    expect((await record({ caseNumber: number })).location).toBe(address);
  });

  test("is not there for who may not see the case it is about", async () => {
    const { id, number } = await ownCase();
    await changeCase(id, { specialHealth: true });
    await record({ caseNumber: number });
    const [made] = (await listed(here)).items;
    const advisor = await as("Marieke Hoekstra", "signal.raise");
    expect(await findWrongDoor(advisor, made?.id ?? "")).toMatchObject(note);
    const submitter = await as("Femke Brouwers", "signal.raise");
    await changeCase(id, { submitterId: advisor.person.id });
    expect(await findWrongDoor(submitter, made?.id ?? "")).toBeNull();
  });

  test("becomes one signal, to which the list leads from then on", async () => {
    const caseId = (await ownCase()).id;
    await record({ question: "Tweemaal?" });
    const [door] = (await listed(here)).items;

    const person = await personWith("coordinator", organisationId);
    const access = await accessOf(person, "signal.raise");
    const raise = () =>
      raiseByHand(access, {
        ...{ kind: "structural", title: "Loket is zoek", description: "", scopeId: null },
        ...{ source: "wrong_door", caseIds: [caseId], caseId: null, sessionId: null },
        doorId: door?.id ?? "",
      });
    const both = await Promise.allSettled([raise(), raise()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const made = await db.read.select().from(signals).where(eq(signals.title, "Loket is zoek"));
    expect(made).toHaveLength(1);
    const [{ id = "", number = "" } = {}] = made;
    await expect(raise()).rejects.toMatchObject({
      code: "signal_of_door_there",
      details: { number },
    });
    expect((await listed(here)).items[0]).toMatchObject({ signal: { id, number } });
    const again = getNewSignal(access, `http://test/signalen/nieuw?deur=${door?.id}`);
    const answer = await again.then(null, (refused: Response) => refused);
    expect(answer).toMatchObject({ status: 303 });
    expect((answer as unknown as Response).headers.get("location")).toBe(`/signalen/${id}`);
    const download = await here.get(file.loader, `${address}/bestand?vorm=csv`);
    expect(download.bytes).toContain(number);
  });

  test("is listed by page, none twice and none left out", async () => {
    const before = (await listed(here)).items.length;
    for (let number = 0; number < 30; number += 1) await record({ question: `Vraag ${number}` });
    const first = await listed(here);
    const second = await listed(here, (first.next ?? "").replace(address, ""));
    const seen = [...first.items, ...second.items].map(({ id }) => id);
    expect(first.items).toHaveLength(25);
    expect(new Set(seen).size).toBe(30 + before);
  });
});
