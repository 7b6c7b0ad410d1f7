import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import audit from "../../app/i18n/nl/audit.ts";
import terms from "../../app/i18n/nl/terms.ts";
import type { Running } from "../../app/server.ts";
import { launchBrowser } from "./chromium.ts";
import { openCopy } from "./database.ts";
import { exampleContent } from "./example.ts";
import * as submitting from "./journey-case.ts";
import * as deciding from "./journey-decision.ts";
import * as reusing from "./journey-precedent.ts";
import * as meeting from "./journey-session.ts";
import { argue, ready, readyBackAndForth, refusedWithoutReason, score } from "./journey-scoring.ts";
import { blindReaders, ratingsOf, secrets } from "./journey-ratings.ts";
import { openTeam, stickingOut, type Team } from "./team.ts";
import { startServer } from "./server.ts";

type Way = {
  javaScript: boolean;
  /** Who is not ready when the facilitator reveals. */
  late: readonly string[];
};

const people = {
  submitter: "Femke Brouwers",
  coordinator: "Marieke Hoekstra",
  decisionMaker: "Ingrid Wolters",
  writer: "Nienke Postma",
  reader: "Bram Verhagen",
  executive: "Hülya Demir",
  auditor: "Gerrit Oosting",
};
const pickers = [people.submitter, people.coordinator];
const onPhone = [people.submitter, "Kwame Mensah", "Esra Yildirim", people.executive];

/** The whole way of one case, from the first word to the precedent that others find. */
export function widowJourney({ javaScript, late }: Way): void {
  const title = `Weduwe aan de Spaanse kust vraagt drie jaar te laat aan ${javaScript ? "A" : "B"}`;
  let running: Running | undefined;
  let browser: Browser | undefined;
  let team: Team;
  let caseId = "";
  let item = "";
  let decision = "";
  let precedent = "";

  beforeAll(async () => {
    running = await startServer(await openCopy(await exampleContent()));
    browser = await launchBrowser();
    const names = [...Object.values(people), ...meeting.assessors];
    const { address } = running;
    team = await openTeam({ browser, address, javaScript, names, pickers, onPhone });
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await team.photograph(`test-results/${task.name}`);
  });

  afterAll(async () => {
    await team?.close();
    await browser?.close();
    await running?.stop();
  });

  describe(`the widow in Spain, with JavaScript ${javaScript ? "on" : "off"}`, () => {
    it("is submitted with everything that is known of her", async () => {
      const page = team.page(people.submitter);
      caseId = await submitting.submitCase(page, title);
      await submitting.addDocument(page, caseId);
      await submitting.readCase(page, caseId);
      expect(await stickingOut(page)).toBe(0);
    });

    it("is taken in by the coordinator, who plans a session and seats the panels", async () => {
      const page = team.page(people.coordinator);
      await submitting.moveTo(page, caseId, "intake");
      await submitting.moveTo(page, caseId, "facts_and_options");
      item = await meeting.planSession(page, caseId, `Zitting over de weduwe ${title.at(-1)}`);
      await meeting.seatPanels(page, item);
      await meeting.openScoring(page, item);
      const progress = Object.entries(await meeting.progressOf(page, item));
      const { notStarted } = terms.progressStatus;
      expect(progress).toEqual(meeting.assessors.map((name) => [name, notStarted]));
    });

    it.each(meeting.assessors.map((name, place) => ({ name, place })))(
      "is scored by $name",
      async ({ name, place }) => {
        const page = team.page(name);
        const byKeyboard = javaScript && place === 0;
        const answers = ratingsOf(name);
        const seen = await score({ page, item, answers, byKeyboard });
        expect(seen.length).toBeGreaterThanOrEqual(8);
        if (place === 0) {
          await refusedWithoutReason(page, item, "J2");
          await argue(page, item, secrets.argument);
        }
        if (late.includes(name)) return;
        if (place === 1) await readyBackAndForth(page, item);
        else await ready(page, item);
      },
    );

    it("shows nobody anything of it before the reveal", async () => {
      const { busy, ready: isReady } = terms.progressStatus;
      const expected = meeting.assessors.map((name) => [
        name,
        late.includes(name) ? busy : isReady,
      ]);
      const progress = await meeting.progressOf(team.page(people.coordinator), item);
      expect(Object.entries(progress)).toEqual(expected);
      for (const [name, addresses] of blindReaders({ caseId, item, people })) {
        for (const address of addresses) {
          const response = await team.page(name).request.get(address);
          const text = await response.text();
          for (const secret of Object.values(secrets)) {
            expect(text, `${name} ${address}`).not.toContain(secret);
          }
        }
      }
      const { request } = team.page(people.executive);
      expect((await request.get(`${item}/uitkomst`)).status()).toBe(409);
    });

    it("is revealed at once, and everyone then reads everything", async () => {
      await meeting.reveal(team.page(people.coordinator), item, [...late]);
      for (const name of [people.executive, "Thijs Kuipers"]) {
        const text = await (await team.page(name).request.get(`${item}/uitkomst`)).text();
        for (const secret of Object.values(secrets)) expect(text).toContain(secret);
      }
    });

    it("is discussed, and the arguments that carry are marked", async () => {
      const page = team.page(people.coordinator);
      expect(await meeting.discuss(page, item)).toBeGreaterThan(0);
      await meeting.carry(page, secrets.argument);
      await meeting.carry(page, secrets.societal);
    });

    it("is weighed once more with other weights, and concluded", async () => {
      const page = team.page(people.coordinator);
      await page.getByText("Volledig toekennen vanaf het overlijden").first().waitFor();
      await meeting.weighAgain(page);
      await meeting.conclude(page);
    });

    it("gets a decision, prepared by one and taken by another", async () => {
      const carried = secrets.argument;
      await deciding.prepareDecision(team.page(people.coordinator), caseId, carried);
      decision = await deciding.takeDecision(team.page(people.decisionMaker), caseId);
      await deciding.readDecision(team.page(people.executive), decision);
    });

    it("has a condition that its owner keeps", async () => {
      await deciding.keepCondition(team.page(people.submitter), caseId);
    });

    it("becomes a precedent when a second person agrees", async () => {
      const [writer, reader] = [team.page(people.writer), team.page(people.reader)];
      precedent = await reusing.draftPrecedent(writer, decision);
      await reusing.rewritePrecedent(writer, `${title}: toegekend`);
      expect(await reusing.search(team.page(people.executive), title)).not.toContain(
        `${title}: toegekend`,
      );
      await reusing.publishPrecedent(writer, reader, precedent);
    });

    it("is found again by other words than it was written in, and read by the executive", async () => {
      const page = team.page(people.executive);
      const named = `${title}: toegekend`;
      expect(await reusing.search(page, "geinformeerd buitenland")).toContain(named);
      expect(await reusing.search(page, "loketdool")).toContain(named);
      expect(await reusing.search(page, "Spaanse kust late aanvraag")).toContain(named);
      await reusing.readPrecedent(page, named, precedent);
      expect(await stickingOut(page)).toBe(0);
    });

    it("leaves a trail that the auditor reads, each event in words", async () => {
      const page = team.page(people.auditor);
      const number = await page.request.get(`/casussen/${caseId}`).then((answer) => answer.text());
      const [found = ""] = /\d{4}-\d{4,}/.exec(number) ?? [];
      const pages = ["/audit", `/audit?casus=${found}`, `/casussen/${caseId}/geschiedenis`];
      const texts: string[] = [];
      for (const address of pages) {
        await page.goto(address);
        texts.push(await page.locator("main").innerText());
      }
      expect(texts.join("\n")).not.toContain(audit.other.replace("({{kind}})", "").trim());
      for (const words of [
        audit.event.decision.taken,
        audit.event.precedent.published,
        audit.event.condition.done,
        audit.event.item.revealed,
      ]) {
        expect(texts.join("\n")).toContain(words);
      }
    });

    it("never makes a browser complain", () => {
      expect(team.problems()).toEqual([]);
    });
  });
}
