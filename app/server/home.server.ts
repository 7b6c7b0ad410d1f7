import { environment } from "#db";
import { hasRight, type Right, type Role } from "#app/domain/rights.ts";
import type { DueWork, Home, SessionSoon, Work } from "#app/schemas/home.ts";
import type { Access } from "./access.server.ts";
import { getAccountNumbers } from "./home-account.server.ts";
import { getYearFigures, listOwnCases, listStatusCounts } from "./home-cases.server.ts";
import { listWaitingDecisions } from "./home-decisions.server.ts";
import { listDestructionWork } from "./home-destructions.server.ts";
import { listDue } from "./home-follow-up.server.ts";
import { listHandoverWork } from "./home-handovers.server.ts";
import { listImportWork } from "./home-imports.server.ts";
import { listLineChangeWork } from "./home-line-changes.server.ts";
import { listPrecedentWork } from "./home-precedents.server.ts";
import { withReminders } from "./home-reminders.server.ts";
import { listToScore } from "./home-scoring.server.ts";
import { listReflectionWork, listSignalWork } from "./home-signals.server.ts";
import { shownRows } from "./home-work.server.ts";
import { countOpenDilemmas } from "./reflections-list.server.ts";
import { listSessionsFor } from "./sessions.server.ts";

/** What waits for this person, each part only for the roles it belongs to. */
export async function getHome(access: Access<"home.read">): Promise<Home> {
  const may = (right: Right) => hasRight(access.roles, right);
  const is = (role: Role) => access.roles.includes(role);
  return {
    now: environment.now(),
    firstName: access.person.name.split(" ")[0] ?? "",
    toScore: may("session.score") ? await withReminders(access, await listToScore(access)) : null,
    // An auditor takes part in no session.
    sessions: may("session.read") && !is("auditor") ? await listSessionsSoon(access) : null,
    decisions: may("decision.take") ? await listWaitingDecisions(access) : null,
    due: await dueOf(access),
    precedents: may("precedent.edit") ? await listPrecedentWork(access) : null,
    imports: may("precedent.edit") ? await listImportWork(access) : null,
    lineChanges:
      may("decision.prepare") || may("precedent.edit") ? await listLineChangeWork(access) : null,
    signals: may("signal.answer") ? await listSignalWork(access) : null,
    reflections: may("reflection.write") ? await listReflectionWork(access) : null,
    dilemmas: may("reflection.answer") ? await countOpenDilemmas(access) : null,
    destructions: may("destruction.approve") ? await listDestructionWork(access) : null,
    handovers: may("handover.manage") ? await listHandoverWork(access) : null,
    board: is("coordinator") ? await listStatusCounts(access) : null,
    ownCases: is("submitter") ? await listOwnCases(access) : null,
    figures: is("executive") ? await getYearFigures(access) : null,
    account: may("figures.read") ? await getAccountNumbers(access) : null,
  };
}

/** For whoever records follow-up, and for anyone who took something on. */
async function dueOf(access: Access<"home.read">): Promise<Work<DueWork> | null> {
  const due = await listDue(access);
  return due.rows.length > 0 || hasRight(access.roles, "follow-up.record") ? due : null;
}

async function listSessionsSoon(access: Access<"home.read">): Promise<Work<SessionSoon>> {
  const rows = await listSessionsFor(access);
  return shownRows(
    rows.map(({ id, title, kind, status, startsAt, deadline, place, cases }) => ({
      id,
      title,
      kind,
      status,
      startsAt,
      deadline,
      place,
      cases,
    })),
  );
}
