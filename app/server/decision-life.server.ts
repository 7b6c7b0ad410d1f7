import { and, asc, eq, inArray, notInArray, or } from "drizzle-orm";
import {
  agendaItems,
  auditEvents,
  db,
  decisions,
  people,
  precedents,
  sessions,
  weighings,
} from "#db";
import { condensed, lifeLane } from "#app/domain/decision-life.ts";
import { readingKinds } from "#app/domain/reading.ts";
import type { DecisionLifePage, LifeStepView } from "#app/schemas/decision-life-view.ts";
import type { Access } from "./access.server.ts";
import { subjectAddress } from "./audit-subjects.server.ts";
import { afterReveal } from "./blind-events.server.ts";
import { getDecision } from "./decisions.server.ts";
import { notFound } from "./http.server.ts";
import { blindSince } from "./log-search.server.ts";
import { recordReading } from "./readings.server.ts";

/** All that led to a decision and came of it, in the order of the log. */
export async function getDecisionLife(
  access: Access<"audit.read">,
  decisionId: string,
): Promise<DecisionLifePage> {
  const [found] = await db.read
    .select({ caseId: decisions.caseId })
    .from(decisions)
    .where(eq(decisions.id, decisionId));
  if (!found) notFound();
  const { caseFile, decision } = await getDecision(access, found.caseId, decisionId);
  await recordReading(access, caseFile, "decision");
  const names = await namesIn(caseFile.id);
  const [events, blind] = await Promise.all([listEvents(caseFile.id, names), blindSince()]);
  const steps = events.flatMap((event): Omit<LifeStepView, "times">[] => {
    const lane = lifeLane(event.kind);
    if (lane === null) return [];
    const { sequence, at, kind, person, roles, details, subjectId } = event;
    const about = names.get(subjectId) ?? null;
    return [
      {
        ...{ at, kind, person, roles, details, lane, about },
        key: String(at) + kind,
        number: blind === null || at < blind ? sequence : null,
        to: subjectAddress(access, event),
        isOwn: subjectId === decisionId,
      },
    ];
  });
  const { id, number, title } = caseFile;
  return {
    decision: { id: decision.id, number: decision.number, takenAt: decision.takenAt },
    caseFile: { id, number, title },
    steps: condensed(steps.map(asStep)).map(({ by: _, about: __, step, times }, index) => ({
      ...{ ...step, times, key: String(index) },
    })),
  };
}

/** What tells steps that are repeated from others. */
function asStep(step: Omit<LifeStepView, "times">) {
  const about = [step.about?.name, step.details.step, step.to].join(" ");
  return { at: step.at, kind: step.kind, by: step.person, about, step };
}

type About = NonNullable<LifeStepView["about"]>;
type Names = Map<string, About>;

/** What events of a case are about, by its own name. */
async function namesIn(caseId: string): Promise<Names> {
  const [met, weighed, decided, known] = await Promise.all([
    db.read
      .select({ id: sessions.id, itemId: agendaItems.id, name: sessions.title })
      .from(agendaItems)
      .innerJoin(sessions, eq(sessions.id, agendaItems.sessionId))
      .where(eq(agendaItems.caseId, caseId)),
    db.read
      .select({ id: weighings.id, number: weighings.number })
      .from(weighings)
      .where(eq(weighings.caseId, caseId)),
    db.read
      .select({ id: decisions.id, number: decisions.number })
      .from(decisions)
      .where(eq(decisions.caseId, caseId)),
    db.read
      .select({ id: precedents.id, number: precedents.number })
      .from(precedents)
      .innerJoin(decisions, eq(decisions.id, precedents.decisionId))
      .where(eq(decisions.caseId, caseId)),
  ]);
  return new Map([
    ...met.map(({ id, name }) => [id, named("session", name)] as const),
    ...met.map(({ itemId, name }) => [itemId, named("session", name)] as const),
    ...weighed.map(({ id, number }) => [id, named("weighing", number)] as const),
    ...decided.map(({ id, number }) => [id, named("decision", number)] as const),
    ...known.map(({ id, number }) => [id, named("precedent", number)] as const),
  ]);
}

function named(what: About["what"], name: number | string | null) {
  return { what, name: String(name ?? "") };
}

/** Of the case, of the sessions it was in as a whole, and of precedents that came of it. */
async function listEvents(caseId: string, names: Names) {
  const others = [...names].filter(([, { what }]) => what === "session" || what === "precedent");
  const subjects = others.map(([id]) => id);
  return db.read
    .select({
      sequence: auditEvents.sequence,
      at: auditEvents.at,
      kind: auditEvents.kind,
      person: people.name,
      roles: auditEvents.actorRoles,
      subjectType: auditEvents.subjectType,
      subjectId: auditEvents.subjectId,
      caseId: auditEvents.caseId,
      sessionId: auditEvents.sessionId,
      details: auditEvents.details,
    })
    .from(auditEvents)
    .leftJoin(people, eq(people.id, auditEvents.actorId))
    .where(
      and(
        or(eq(auditEvents.caseId, caseId), inArray(auditEvents.subjectId, [...subjects, caseId])),
        notInArray(auditEvents.kind, [...readingKinds]),
        afterReveal(),
      ),
    )
    .orderBy(asc(auditEvents.sequence));
}
