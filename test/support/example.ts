import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, inArray } from "drizzle-orm";
import { agendaItems, caseFiles, db, organisations, people, roleAssignments } from "#db";
import type { Role } from "../../app/domain/rights.ts";
import { loadExampleData } from "../../app/server/example-data.server.ts";
import { settings } from "../../app/server/settings.server.ts";
import { contentAfter, type Content } from "./database.ts";

let content: Content | undefined;

/** A database with all example data, to open copies of. */
export async function exampleContent(): Promise<Content> {
  process.env.DOCUMENTS_DIR ??= mkdtempSync(join(tmpdir(), "maatwerkplaats-documents-"));
  settings().documentsDir = process.env.DOCUMENTS_DIR;
  content ??= await contentAfter(() => loadExampleData());
  return content;
}

export type ExamplePerson = {
  id: string;
  name: string;
  email: string;
  organisationId: string;
  roles: Role[];
  perspectives: string[];
};

/** Everyone of the example data with their roles, in the order of their names. */
export async function examplePeople(): Promise<ExamplePerson[]> {
  const rows = await db.read
    .select({ person: people, assignment: roleAssignments })
    .from(people)
    .innerJoin(roleAssignments, eq(roleAssignments.personId, people.id))
    .orderBy(people.name, roleAssignments.role);
  const found = new Map<string, ExamplePerson>();
  for (const { person, assignment } of rows) {
    const { id, name, email } = person;
    const { organisationId } = assignment;
    const known = found.get(id) ?? { id, name, email, organisationId, roles: [], perspectives: [] };
    known.roles.push(assignment.role);
    if (assignment.perspective) known.perspectives.push(assignment.perspective);
    found.set(id, known);
  }
  return [...found.values()];
}

export async function organisationNamed(part: string) {
  const all = await db.read.select().from(organisations);
  const found = all.find(({ name }) => name.includes(part));
  if (!found) throw new Error(`No organisation named ${part}`);
  return found;
}

/** Cases on an agenda in one of these phases, with their session. */
export async function itemsInPhase(...phases: (typeof agendaItems.$inferSelect)["phase"][]) {
  return db.read
    .select({ item: agendaItems, caseFile: caseFiles })
    .from(agendaItems)
    .innerJoin(caseFiles, eq(caseFiles.id, agendaItems.caseId))
    .where(inArray(agendaItems.phase, phases))
    .orderBy(caseFiles.number);
}
