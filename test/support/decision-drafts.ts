import { and, eq } from "drizzle-orm";
import { caseFiles, db, environment, people, roleAssignments, systemActor } from "#db";
import { DomainError } from "../../app/domain/domain-error.ts";
import type { Right, Role } from "../../app/domain/rights.ts";
import { decisionDraft, type DecisionDraft } from "../../app/schemas/decision.ts";
import type { Access } from "../../app/server/access.server.ts";
import { getDecisionForm } from "../../app/server/decision-form.server.ts";
import { takeDecision } from "../../app/server/taking-decisions.server.ts";
import { accessOf } from "./session-world.ts";

/** The right of somebody of the example data, by name. */
export async function as<R extends Right>(name: string, right: R): Promise<Access<R>> {
  const [person] = await db.read.select().from(people).where(eq(people.name, name));
  if (!person) throw new Error(`Nobody is called ${name}`);
  return accessOf(person.id, right);
}

export async function giveRole(name: string, role: Role): Promise<void> {
  const [row] = await db.read
    .select({ personId: people.id, organisationId: roleAssignments.organisationId })
    .from(people)
    .innerJoin(roleAssignments, eq(roleAssignments.personId, people.id))
    .where(eq(people.name, name));
  if (!row) throw new Error(`Nobody is called ${name}`);
  await db.write(systemActor, async (tx) => {
    await tx.insert(roleAssignments).values({ ...row, id: environment.newId(), role });
    await tx.record({ kind: "test.role", subject: { type: "person", id: row.personId } });
  });
}

/** A case of the example data by a piece of its title. */
export async function caseNamed(part: string) {
  const all = await db.read.select().from(caseFiles);
  const found = all.find(({ title }) => title.includes(part));
  if (!found) throw new Error(`No case named ${part}`);
  return found;
}

export async function changeCase(id: string, set: Partial<typeof caseFiles.$inferInsert>) {
  await db.write(systemActor, async (tx) => {
    await tx
      .update(caseFiles)
      .set(set)
      .where(and(eq(caseFiles.id, id)));
    await tx.record({ kind: "test.case", subject: { type: "case", id } });
  });
}

/** The form as it stands on the screen, with everything filled in that taking the decision asks. */
export async function completeDraft(
  access: Access<"decision.prepare">,
  caseId: string,
  changes: Partial<DecisionDraft> = {},
): Promise<DecisionDraft> {
  const { draft, work } = await getDecisionForm(access, caseId);
  if (!work) throw new Error("There is no form");
  const proposed = work.options.find((option) => option.proposed)?.id ?? "";
  const typed = decisionDraft.parse({ decisionId: draft?.id ?? "", version: "0" });
  return {
    ...typed,
    version: draft?.version ?? 0,
    option: work.claims.length === 0 ? proposed : null,
    choices: Object.fromEntries(work.claims.map(({ id }) => [id, proposed])),
    motivation: Object.fromEntries(work.perspectives.map(({ key }) => [key, `Omdat: ${key}`])),
    ground: "hardship_clause",
    groundReference: "Artikel 4:84 Awb",
    coverageReason: "De anderen waren ziek.",
    undiscussedReason: "Er was geen tijd meer.",
    precedentCheck: "not_found",
    dignityRespected: true,
    citizenTold: "U krijgt gelijk.",
    reviewDate: environment.now() + 180 * 86_400_000,
    ...changes,
  };
}

/** Takes the decision and gives its id. */
export async function take(
  name: string,
  caseId: string,
  changes: Partial<DecisionDraft> = {},
  formKey?: string,
): Promise<string> {
  const access = await as(name, "decision.take");
  const input = await completeDraft(await as(name, "decision.prepare"), caseId, changes);
  return takeDecision(access, caseId, input, formKey);
}

/** The refusal a use case ends in. */
export async function refusalOf(attempt: Promise<unknown>): Promise<DomainError> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error("It was not refused");
}
