import { setTimeout as wait } from "node:timers/promises";
import type { Chance } from "../../db/seed/bulk/chance.ts";
import { postedBy, formsIn } from "../support/html-reader.ts";
import { noteAnswer, type Ledger, type RatingSent } from "./ledger.ts";
import type { Assessor, Decider, World } from "./world.ts";

/** Everyone of the world at work, each sending one thing after the other. */
export type Crowd = {
  /** Resolves when so many more changes were acknowledged; rejects when that takes too long. */
  sees: (changes: number, withinMs?: number) => Promise<void>;
  /** Resolves when so many more changes were refused with this status. */
  hears: (status: number, times: number) => Promise<void>;
  stop: () => Promise<void>;
};

type Work = {
  origin: string;
  ledger: Ledger;
  random: Chance;
  acknowledged: () => void;
};

/** An application that was killed says nothing any more. */
const silence = Symbol("silence");

export function startCrowd(
  { assessors, deciders }: World,
  given: Omit<Work, "acknowledged">,
): Crowd {
  const { ledger } = given;
  let stopped = false;
  let changes = 0;
  let failed: unknown;
  const work: Work = { ...given, acknowledged: () => (changes += 1) };
  const all = Promise.all(
    [
      ...assessors.map((one) => () => rate(work, one)),
      ...deciders.map((one) => () => decide(work, one)),
    ].map((turn) => untilSilence(turn, () => !stopped)),
  );
  all.then(
    () => (failed = new Error("The application says nothing any more")),
    (error: unknown) => (failed = error),
  );
  const until = async (what: string, holds: () => boolean, withinMs = 30_000) => {
    const latest = Date.now() + withinMs;
    while (!holds()) {
      if (failed) throw failed;
      if (Date.now() > latest) throw new Error(`Waited ${withinMs} ms for ${what}`);
      await wait(2);
    }
  };
  return {
    sees: (more, withinMs) => {
      const enough = changes + more;
      return until("changes", () => changes >= enough, withinMs);
    },
    hears: (status, times) => {
      const heard = () => ledger.answers.get(status) ?? 0;
      const enough = heard() + times;
      return until(`answer ${status}`, () => heard() >= enough);
    },
    stop: async () => {
      stopped = true;
      await all;
    },
  };
}

async function untilSilence(turn: () => Promise<void>, goesOn: () => boolean): Promise<void> {
  try {
    while (goesOn()) await turn();
  } catch (error) {
    if (error !== silence) throw error;
  }
}

async function rate(work: Work, assessor: Assessor): Promise<void> {
  const { ledger, random } = work;
  const { key, optionId, choices } = random.oneOf(assessor.cells);
  const { personId, agendaItemId, round, path, cookie } = assessor;
  const sent: RatingSent = {
    ...{ personId, agendaItemId, round, key, optionId },
    choice: random.oneOf(choices),
    reason: `Reden ${ledger.ratings.length}`,
    at: null,
  };
  ledger.ratings.push(sent);
  const { choice, reason } = sent;
  const answer = await post(work, { path, cookie, fields: { key, optionId, choice, reason } });
  if (answer.status !== 200) return pause(work, answer);
  sent.at = (JSON.parse(answer.text) as { at: number }).at;
  work.acknowledged();
}

/** What a decider sent without hearing of it: sent again, as people press the button again. */
const unanswered = new WeakMap<Decider, Record<string, string>>();

async function decide(work: Work, decider: Decider): Promise<void> {
  const again = unanswered.get(decider);
  if (again) return take(work, decider, again);
  const path = `/casussen/${decider.caseId}/besluit`;
  const page = await get(work, path, decider.cookie);
  if (page.status !== 200) return pause(work, page);
  const form = formsIn(page.text).find(
    ({ fields, buttons }) =>
      fields.some(({ name, value }) => name === "decisionId" && value !== "") &&
      buttons.some(({ value }) => value === "take"),
  );
  if (!form) return startVersion(work, decider);
  const number = work.ledger.decisions.length;
  await take(work, decider, {
    ...Object.fromEntries(postedBy(form, "take")),
    dignityRespected: "on",
    citizenTold: `Verteld ${number}`,
    reviewDate: "2030-01-15",
    "conditions.0.text": `Voorwaarde ${number}`,
    "conditions.0.ownerId": decider.personId,
    "conditions.0.dueDate": "2029-12-01",
  });
}

async function startVersion(work: Work, decider: Decider): Promise<void> {
  const path = `/casussen/${decider.caseId}/besluiten/${decider.decisionId}`;
  const fields = { intent: "new-version", kind: "correction", reason: "Beter gezegd." };
  const answer = await post(work, { path, cookie: decider.cookie, fields });
  if (answer.status !== 303) return pause(work, answer);
  work.ledger.started += 1;
  work.acknowledged();
}

async function take(work: Work, decider: Decider, fields: Record<string, string>): Promise<void> {
  unanswered.set(decider, fields);
  const { caseId, cookie } = decider;
  const path = `/casussen/${caseId}/besluit`;
  const answer = await post(work, { path, cookie, fields });
  const id = /\/besluiten\/([0-9a-f-]{36})/.exec(answer.location ?? "")?.[1];
  if (answer.status !== 303 || id === undefined) return pause(work, answer);
  unanswered.delete(decider);
  decider.decisionId = id;
  const { citizenTold: told = "", "conditions.0.text": condition = "" } = fields;
  work.ledger.decisions.push({ id, caseId, told, condition });
  work.acknowledged();
}

type Answer = { status: number; text: string; location: string | null };
type Posted = { path: string; cookie: string; fields: Record<string, string> };

/** The storage may be away or full for a while; anything else that is refused is a fault. */
async function pause({ ledger }: Work, { status, text }: Answer): Promise<void> {
  if (status !== 503 && status !== 507) {
    throw new Error(`Answered ${status}: ${text.replaceAll(/\s+/g, " ").slice(0, 2000)}`);
  }
  noteAnswer(ledger, status);
  await wait(50);
}

function get(work: Work, path: string, cookie: string): Promise<Answer> {
  return ask(work.origin + path, { headers: { Cookie: cookie } });
}

function post({ origin }: Work, { path, cookie, fields }: Posted): Promise<Answer> {
  return ask(origin + path, {
    method: "POST",
    headers: { Cookie: cookie, Origin: origin },
    body: new URLSearchParams(fields),
  });
}

async function ask(url: string, request: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(url, { redirect: "manual", ...request });
    const text = await response.text();
    return { status: response.status, text, location: response.headers.get("Location") };
  } catch {
    throw silence;
  }
}
