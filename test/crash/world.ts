import { and, eq } from "drizzle-orm";
import {
  agendaItems,
  caseFiles,
  db,
  decisions,
  openDatabase,
  options,
  panelMembers,
  people,
  questionSets,
  sessions,
  stopDatabase,
  systemActor,
} from "#db";
import { gateAnswers } from "../../app/domain/session.ts";
import { loadExampleData } from "../../app/server/example-data.server.ts";
import { openLogin } from "../../app/server/logins.server.ts";
import { settings } from "../../app/server/settings.server.ts";
import { makeWorld, openedSession } from "../support/session-world.ts";
import type { Place } from "./application.ts";

/** A question for one option, with what may be answered to it. */
export type Cell = { key: string; optionId: string; choices: readonly string[] };

export type Assessor = {
  personId: string;
  cookie: string;
  path: string;
  agendaItemId: string;
  round: number;
  cells: Cell[];
};

/** Somebody who takes one version of a decision after the other. */
export type Decider = { personId: string; cookie: string; caseId: string; decisionId: string };

export type World = { assessors: Assessor[]; deciders: Decider[] };

const decider = "Ingrid Wolters";

/** The example data: a case that six people score at once, and decisions to review. */
export async function exampleWorld({ databaseUrl, documentsDir }: Place): Promise<World> {
  settings().documentsDir = documentsDir;
  await openDatabase(databaseUrl);
  await loadExampleData();
  const world = { assessors: await assessorsAtWork(), deciders: await decidersAtWork() };
  await stopDatabase();
  return world;
}

/** No more than one case that six people score, for where there is little room. */
export async function smallWorld({ databaseUrl }: Place): Promise<World> {
  await openDatabase(databaseUrl);
  await openedSession(await makeWorld());
  const world = { assessors: await assessorsAtWork(), deciders: [] };
  await stopDatabase();
  return world;
}

async function assessorsAtWork(): Promise<Assessor[]> {
  const [scoring] = await db.read
    .select({ item: agendaItems, content: questionSets.content })
    .from(agendaItems)
    .innerJoin(sessions, eq(sessions.id, agendaItems.sessionId))
    .innerJoin(questionSets, eq(questionSets.id, sessions.questionSetId))
    .where(eq(agendaItems.phase, "scoring"));
  if (!scoring) throw new Error("No case is being scored");
  const { item, content } = scoring;
  await db.write(systemActor, async (tx) => {
    const ofItem = eq(panelMembers.agendaItemId, item.id);
    await tx.update(panelMembers).set({ readyAt: null }).where(ofItem);
    await tx.record({ kind: "test.unready", subject: { type: "agenda_item", id: item.id } });
  });
  const chosen = await db.read.select().from(options).where(eq(options.caseId, item.caseId));
  const members = await db.read
    .select()
    .from(panelMembers)
    .where(eq(panelMembers.agendaItemId, item.id));
  return Promise.all(
    members.map(async ({ personId, perspective }) => {
      const asked = content.perspectives.find(({ key }) => key === perspective);
      if (!asked) throw new Error(`No questions for ${perspective}`);
      const questions = [
        ...asked.criteria.map(({ key }) => ({ key, choices: ["1", "2", "3", "4", "5"] })),
        ...asked.gates.map(({ key }) => ({ key, choices: gateAnswers })),
      ];
      return {
        personId,
        cookie: await login(personId),
        path: `/zittingen/${item.sessionId}/casussen/${item.caseId}/oordeel`,
        agendaItemId: item.id,
        round: item.round,
        cells: questions.flatMap((question) =>
          chosen.map(({ id }) => ({ ...question, optionId: id })),
        ),
      };
    }),
  );
}

async function decidersAtWork(): Promise<Decider[]> {
  const taken = await db.read
    .select({ id: decisions.id, caseId: decisions.caseId, personId: people.id })
    .from(decisions)
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .innerJoin(people, eq(people.id, decisions.takenBy))
    .where(and(eq(decisions.status, "taken"), eq(people.name, decider)))
    .orderBy(decisions.id)
    .limit(3);
  return Promise.all(
    taken.map(async ({ id, caseId, personId }) => ({
      personId,
      caseId,
      decisionId: id,
      cookie: await login(personId),
    })),
  );
}

async function login(personId: string): Promise<string> {
  return (await openLogin(personId)).split(";")[0] ?? "";
}
