import { and, asc, eq } from "drizzle-orm";
import {
  agendaItems,
  caseFiles,
  db,
  options,
  panelMembers,
  people,
  questionSets,
  sessions,
} from "#db";
import { visitor, type Visitor } from "../support/visitor.ts";

/** One case of the example data whose scoring is open, with everyone on its panels. */
export type BlindItem = {
  organisationId: string;
  sessionId: string;
  caseId: string;
  caseNumber: string;
  facilitatorId: string;
  path: string;
  optionIds: string[];
  members: { id: string; name: string; ready: boolean; criteria: string[]; gates: string[] }[];
};

export async function blindItem(): Promise<BlindItem> {
  const [found] = await db.read
    .select({ item: agendaItems, session: sessions, caseFile: caseFiles, set: questionSets })
    .from(agendaItems)
    .innerJoin(sessions, eq(sessions.id, agendaItems.sessionId))
    .innerJoin(caseFiles, eq(caseFiles.id, agendaItems.caseId))
    .innerJoin(questionSets, eq(questionSets.id, sessions.questionSetId))
    .where(and(eq(agendaItems.phase, "scoring"), eq(agendaItems.round, 1)))
    .orderBy(asc(caseFiles.number));
  if (!found) throw new Error("The example data has no case that is being scored");
  const { item, session, caseFile, set } = found;
  const seats = await db.read
    .select({ member: panelMembers, name: people.name })
    .from(panelMembers)
    .innerJoin(people, eq(people.id, panelMembers.personId))
    .where(eq(panelMembers.agendaItemId, item.id))
    .orderBy(asc(people.name));
  const offered = await db.read
    .select({ id: options.id })
    .from(options)
    .where(eq(options.caseId, item.caseId))
    .orderBy(asc(options.position));
  return {
    organisationId: session.organisationId,
    sessionId: session.id,
    caseId: item.caseId,
    caseNumber: caseFile.number,
    facilitatorId: session.facilitatorId,
    path: `/zittingen/${session.id}/casussen/${item.caseId}`,
    optionIds: offered.map(({ id }) => id),
    members: seats.map(({ member, name }) => {
      const own = set.content.perspectives.find(({ key }) => key === member.perspective);
      return {
        id: member.personId,
        name,
        ready: member.readyAt !== null,
        criteria: own?.criteria.map(({ key }) => key) ?? [],
        gates: own?.gates.map(({ key }) => key) ?? [],
      };
    }),
  };
}

export type Variant = {
  /** What everybody gives, as a rule of the place of the question and of the option. */
  choice: (question: number, option: number) => string;
  answer: "yes" | "no";
  reason: string;
  argumentsEach: number;
  /** Questions left open at the end, so that the runs differ in number too. */
  leavesOpen: number;
  /** Gives every cell another answer first, so that the log grows differently. */
  hesitates: boolean;
};

/** Everyone on the panels, signed in. */
export async function signIn(origin: string, item: BlindItem): Promise<Visitor[]> {
  const visitors: Visitor[] = [];
  for (const { id } of item.members) visitors.push(await visitor(origin, id));
  return visitors;
}

/** Lets every member score; who was ready takes that back first and says it again. */
export async function scoreAll(
  assessors: Visitor[],
  item: BlindItem,
  variant: Variant,
): Promise<void> {
  for (const [place, member] of item.members.entries()) {
    const person = assessors[place];
    if (!person) throw new Error(`${member.name} is not signed in`);
    const act = async (fields: Record<string, string>) => {
      const answer = await person.post(`${item.path}/beoordelen?stap=controle`, fields);
      if (answer.status !== 303) throw new Error(`${fields.intent}: ${answer.status}`);
    };
    const keep = async (key: string, optionId: string, choice: string) => {
      const fields = { key, optionId, choice, reason: variant.reason };
      const answer = await person.post(`${item.path}/oordeel`, fields);
      if (answer.status !== 200) throw new Error(`${key}: ${answer.status}`);
    };
    if (member.ready) await act({ intent: "not_ready" });
    const asked = member.criteria.slice(0, member.criteria.length - variant.leavesOpen);
    for (const [option, optionId] of item.optionIds.entries()) {
      for (const gate of member.gates) await keep(gate, optionId, variant.answer);
      for (const [question, key] of asked.entries()) {
        if (variant.hesitates) await keep(key, optionId, "3");
        await keep(key, optionId, variant.choice(question, option));
      }
    }
    for (let count = 0; count < variant.argumentsEach; count += 1) {
      const text = `${variant.reason} ${count}`;
      const optionId = item.optionIds[count % item.optionIds.length] ?? "";
      await act({ intent: "argue", key: "", optionId, side: "for", text });
    }
    if (member.ready) await act({ intent: "ready", confirmed: "yes" });
  }
}
