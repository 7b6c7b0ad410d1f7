import { and, eq } from "drizzle-orm";
import {
  agendaItems,
  db,
  environment,
  options,
  panelMembers,
  people,
  questionSets,
  ratings,
  roleAssignments,
  sessions,
  systemActor,
} from "#db";
import { visitor, withCookie, type Visitor } from "../support/visitor.ts";

type Cell = { criterion: string; optionId: string };

/** Somebody on the panel, with a tab at each of the two processes. */
export type Assessor = { personId: string; tabs: [Visitor, Visitor]; cells: Cell[] };

export type Scoring = {
  agendaItemId: string;
  sessionId: string;
  caseId: string;
  path: string;
  facilitatorId: string;
  assessors: Assessor[];
};

/** The case of the example data that is being scored, with many more people on its panels. */
export async function crowdedScoring(origins: [string, string], howMany: number): Promise<Scoring> {
  const [found] = await db.read
    .select({ item: agendaItems, session: sessions, content: questionSets.content })
    .from(agendaItems)
    .innerJoin(sessions, eq(sessions.id, agendaItems.sessionId))
    .innerJoin(questionSets, eq(questionSets.id, sessions.questionSetId))
    .where(and(eq(agendaItems.phase, "scoring"), eq(agendaItems.round, 1)));
  if (!found) throw new Error("No case is being scored");
  const { item, session, content } = found;
  const offered = await db.read.select().from(options).where(eq(options.caseId, item.caseId));
  const assessors: Assessor[] = [];
  for (let place = 0; place < howMany; place += 1) {
    const asked = content.perspectives[place % content.perspectives.length];
    if (!asked) throw new Error("The question set has no perspectives");
    const personId = await seatSomeone(item.id, session.organisationId, asked.key);
    const { cookie } = await visitor(origins[0], personId);
    const cells = asked.criteria
      .slice(0, 2)
      .flatMap(({ key }) => offered.map(({ id }) => ({ criterion: key, optionId: id })));
    const tabs: [Visitor, Visitor] = [
      withCookie(origins[0], cookie),
      withCookie(origins[1], cookie),
    ];
    assessors.push({ personId, tabs, cells });
  }
  return {
    agendaItemId: item.id,
    sessionId: session.id,
    caseId: item.caseId,
    path: `/zittingen/${session.id}/casussen/${item.caseId}`,
    facilitatorId: session.facilitatorId,
    assessors,
  };
}

async function seatSomeone(agendaItemId: string, organisationId: string, perspective: string) {
  const personId = environment.newId();
  const email = `${personId}@voorbeeld.example`;
  const createdAt = environment.now();
  const role = { id: environment.newId(), personId, organisationId, role: "assessor" as const };
  await db.write(systemActor, async (tx) => {
    await tx
      .insert(people)
      .values({ id: personId, name: `Beoordelaar ${personId}`, email, createdAt });
    await tx.insert(roleAssignments).values({ ...role, perspective });
    await tx.insert(panelMembers).values({ agendaItemId, personId, perspective });
    await tx.record({ kind: "test.seated", subject: { type: "person", id: personId } });
  });
  return personId;
}

/** One autosave, and when it was sent and acknowledged. */
export type Saved = { cell: string; value: number; sentAt: number; answeredAt: number };

/** Everyone fills every cell a few times, in both tabs at once. */
export async function rateAll(scoring: Scoring, times: number): Promise<Saved[]> {
  const saved = scoring.assessors.flatMap((assessor, person) =>
    assessor.tabs.map((_, tab) => rateInTab(scoring, assessor, { tab, person, times })),
  );
  return (await Promise.all(saved)).flat();
}

async function rateInTab(
  { path }: Scoring,
  { personId, tabs, cells }: Assessor,
  { tab, person, times }: { tab: number; person: number; times: number },
): Promise<Saved[]> {
  const saved: Saved[] = [];
  for (let time = 0; time < times; time += 1) {
    for (const [place, { criterion, optionId }] of cells.entries()) {
      const value = 1 + ((person + place + time * 2 + tab) % 5);
      const reason = `tab ${tab}, keer ${time}`;
      const fields = { key: criterion, optionId, choice: String(value), reason };
      const sentAt = performance.now();
      const answer = await tabs[tab]?.post(`${path}/oordeel`, fields);
      const text = await answer?.text();
      if (answer?.status !== 200) throw new Error(`${answer?.status}: ${text}`);
      const cell = `${personId} ${criterion} ${optionId}`;
      saved.push({ cell, value, sentAt, answeredAt: performance.now() });
    }
  }
  return saved;
}

/** What may stand in a cell: what was acknowledged, and not before a later save was sent. */
export function lastValues(saved: Saved[]): Map<string, number[]> {
  const byCell = new Map<string, Saved[]>();
  for (const one of saved) byCell.set(one.cell, [...(byCell.get(one.cell) ?? []), one]);
  return new Map(
    [...byCell].map(([cell, all]) => {
      const latestSent = Math.max(...all.map(({ sentAt }) => sentAt));
      return [
        cell,
        all.filter(({ answeredAt }) => answeredAt >= latestSent).map(({ value }) => value),
      ];
    }),
  );
}

/** The rows of these people, by cell. */
export async function storedValues({
  agendaItemId,
  assessors,
}: Scoring): Promise<Map<string, number[]>> {
  const ids = new Set(assessors.map(({ personId }) => personId));
  const rows = await db.read.select().from(ratings).where(eq(ratings.agendaItemId, agendaItemId));
  const byCell = new Map<string, number[]>();
  for (const { personId, criterion, optionId, value } of rows) {
    if (!ids.has(personId)) continue;
    const cell = `${personId} ${criterion} ${optionId}`;
    byCell.set(cell, [...(byCell.get(cell) ?? []), value ?? 0]);
  }
  return byCell;
}
