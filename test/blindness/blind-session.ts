import { and, asc, eq } from "drizzle-orm";
import {
  agendaItems,
  caseFiles,
  db,
  options,
  panelMembers,
  people,
  questionSets,
  secondRoundCells,
  sessions,
} from "#db";
import { openSecondRound } from "../../app/server/second-round.server.ts";
import { itemsInPhase } from "../support/example.ts";
import { accessOf } from "../support/session-world.ts";
import { visitor, type Visitor } from "../support/visitor.ts";

/** One case of the example data whose scoring is open, with everyone on its panels. */
export type BlindItem = {
  round: number;
  organisationId: string;
  sessionId: string;
  caseId: string;
  caseNumber: string;
  facilitatorId: string;
  path: string;
  optionIds: string[];
  members: {
    id: string;
    name: string;
    ready: boolean;
    /** Says so once everything is given. */
    getsReady: boolean;
    cells: Cell[];
  }[];
};

/** What somebody is asked, at which place among the questions and among the options. */
type Cell = { key: string; optionId: string; isGate: boolean; question: number; option: number };

/** Opens a second round over a case of the organisation that was revealed. */
export async function openAgain(organisationId: string): Promise<void> {
  const revealed = await itemsInPhase("revealed");
  const own = revealed.find(
    ({ item, caseFile }) => caseFile.organisationId === organisationId && item.round === 1,
  );
  if (!own) throw new Error("The example data has no case that was revealed once");
  const { sessionId, caseId } = own.item;
  const [session] = await db.read.select().from(sessions).where(eq(sessions.id, sessionId));
  const access = await accessOf(session?.facilitatorId ?? "", "session.lead");
  await openSecondRound(access, { sessionId, caseId });
}

export async function blindItem(round = 1): Promise<BlindItem> {
  const [found] = await db.read
    .select({ item: agendaItems, session: sessions, caseFile: caseFiles, set: questionSets })
    .from(agendaItems)
    .innerJoin(sessions, eq(sessions.id, agendaItems.sessionId))
    .innerJoin(caseFiles, eq(caseFiles.id, agendaItems.caseId))
    .innerJoin(questionSets, eq(questionSets.id, sessions.questionSetId))
    .where(and(eq(agendaItems.phase, "scoring"), eq(agendaItems.round, round)))
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
  const reopened = await db.read
    .select()
    .from(secondRoundCells)
    .where(eq(secondRoundCells.agendaItemId, item.id));
  const isAsked = (cell: Cell) =>
    round === 1 ||
    reopened.some(({ key, optionId }) => key === cell.key && optionId === cell.optionId);
  return {
    round,
    organisationId: session.organisationId,
    sessionId: session.id,
    caseId: item.caseId,
    caseNumber: caseFile.number,
    facilitatorId: session.facilitatorId,
    path: `/zittingen/${session.id}/casussen/${item.caseId}`,
    optionIds: offered.map(({ id }) => id),
    members: seats.map(({ member, name }, seat) => {
      const own = set.content.perspectives.find(({ key }) => key === member.perspective);
      const gates = (own?.gates ?? []).map(({ key }) => ({ key, isGate: true }));
      const criteria = (own?.criteria ?? []).map(({ key }) => ({ key, isGate: false }));
      const cells = offered.flatMap(({ id: optionId }, option) =>
        [...gates, ...criteria].map((asked, question) => ({
          ...{ ...asked, optionId, option },
          question: question - gates.length,
        })),
      );
      const ready = member.readyAt !== null;
      // Nobody is ready when a second round opens; some get so in both runs.
      const getsReady = round === 1 ? ready : seat % 2 === 0;
      return { id: member.personId, name, ready, getsReady, cells: cells.filter(isAsked) };
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
    // Who is asked nothing in the second round has nothing to say in it.
    if (member.cells.length > 0) await scoreOne(person, item, { member, variant });
  }
}

type Scored = { member: BlindItem["members"][number]; variant: Variant };

async function scoreOne(person: Visitor, item: BlindItem, { member, variant }: Scored) {
  const round = String(item.round);
  const act = async (fields: Record<string, string>) => {
    const answer = await person.post(`${item.path}/beoordelen?stap=controle`, { round, ...fields });
    if (answer.status !== 303) throw new Error(`${fields.intent}: ${answer.status}`);
  };
  const keep = async ({ key, optionId }: Cell, choice: string) => {
    const fields = { key, optionId, choice, round, reason: variant.reason };
    const answer = await person.post(`${item.path}/oordeel`, fields);
    if (answer.status !== 200) throw new Error(`${key}: ${answer.status}`);
  };
  if (member.ready) await act({ intent: "not_ready" });
  for (const cell of asked(member.cells, variant.leavesOpen)) {
    if (cell.isGate) await keep(cell, variant.answer);
    else {
      if (variant.hesitates) await keep(cell, "3");
      await keep(cell, variant.choice(cell.question, cell.option));
    }
  }
  for (let count = 0; count < variant.argumentsEach; count += 1) {
    const text = `${variant.reason} ${count}`;
    const optionId = item.optionIds[count % item.optionIds.length] ?? "";
    await act({ intent: "argue", key: "", optionId, side: "for", text });
  }
  if (member.getsReady) await act({ intent: "ready", confirmed: "yes" });
}

/** Without the last questions, but always something: whoever begins is seen to be busy. */
function asked(cells: Cell[], leavesOpen: number): Cell[] {
  const questions = [...new Set(cells.filter(({ isGate }) => !isGate).map(({ key }) => key))];
  const left = new Set(questions.slice(Math.max(1, questions.length - leavesOpen)));
  return leavesOpen === 0 ? cells : cells.filter(({ key }) => !left.has(key));
}

/** Where an auditor looks at a session and its case. */
export function auditAddressesOf({ sessionId, caseNumber }: BlindItem): string[] {
  return [
    `/audit/zittingen/${sessionId}`,
    `/audit?zitting=${sessionId}`,
    `/audit/inzage?casus=${caseNumber}`,
    `/audit/verwerkingen?casus=${caseNumber}`,
    `/audit/bestand?zitting=${sessionId}`,
    `/audit/verwerkingen/bestand?casus=${caseNumber}`,
  ];
}

/** Ids that count up, so that two runs have the same ones. */
export function idsFrom(part: string, first = 0): () => string {
  let ids = first;
  return () => `00000000-0000-7000-${part}000-${String((ids += 1)).padStart(12, "0")}`;
}
