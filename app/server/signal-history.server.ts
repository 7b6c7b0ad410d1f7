/** What happened with a signal and who did it; outside its organisation nobody is told the names of its people. */
import { asc, desc, eq, inArray } from "drizzle-orm";
import { db, organisations, people, roleAssignments, signalSteps } from "#db";
import type { SignalStepKind } from "#app/domain/signal.ts";
import type { SignalPage } from "#app/schemas/signal-view.ts";
import type { Access } from "./access.server.ts";
import { namesOf } from "./decision-page.server.ts";
import type { SignalRow } from "./signals.server.ts";

/** Steps that stay within the organisation of the signal: they name cases, or are notes for colleagues. */
const inside: SignalStepKind[] = ["cases", "note"];

type History = Pick<SignalPage, "steps"> & { raisedBy: string | null };

/** The steps, the last first, and who raised it; an owner elsewhere reads of each person only for which organisation. */
export async function historyOf(access: Access, row: SignalRow): Promise<History> {
  const isHere = row.organisationId === access.organisation.id;
  const found = await stepsOf(row.id);
  const ids = [...new Set([row.raisedBy, ...found.map(({ personId }) => personId)])];
  const known = ids.filter((id) => id !== null);
  const names = isHere ? await namesOf(known) : await namesOutside(access, row, known);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const assigned = found.find(({ kind }) => kind === "assigned");
  const steps = found
    .filter(({ kind }) => isHere || !inside.includes(kind))
    .map(({ personId, ...step }) => ({
      ...step,
      // Who owned the rule before is nothing for the one who owns it now.
      text: isHere || step.kind !== "assigned" || step.id === assigned?.id ? step.text : "",
      person: nameOf(personId),
    }));
  return { steps, raisedBy: nameOf(row.raisedBy) };
}

/** Colleagues by name; others by their organisation, which is that of the signal when they work for several. */
async function namesOutside(
  access: Access,
  { organisationId }: SignalRow,
  ids: string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  // Of who has no role anywhere any more.
  const [signalsOwn] = await db.read
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  const rows = await db.read
    .selectDistinct({
      ...{ id: people.id, name: people.name },
      ...{ organisationId: organisations.id, organisation: organisations.name },
    })
    .from(roleAssignments)
    .innerJoin(people, eq(people.id, roleAssignments.personId))
    .innerJoin(organisations, eq(organisations.id, roleAssignments.organisationId))
    .where(inArray(people.id, ids))
    .orderBy(asc(people.id), asc(organisations.id));
  return new Map(
    ids.map((id) => {
      const own = rows.filter((one) => one.id === id);
      const colleague = own.find((one) => one.organisationId === access.organisation.id);
      const there = own.find((one) => one.organisationId === organisationId) ?? own[0];
      return [id, colleague?.name ?? there?.organisation ?? signalsOwn?.name ?? ""];
    }),
  );
}

async function stepsOf(signalId: string) {
  return db.read
    .select({
      ...{ id: signalSteps.id, kind: signalSteps.kind, status: signalSteps.status },
      ...{ text: signalSteps.text, personId: signalSteps.personId, at: signalSteps.at },
    })
    .from(signalSteps)
    .where(eq(signalSteps.signalId, signalId))
    .orderBy(desc(signalSteps.at), desc(signalSteps.id));
}
