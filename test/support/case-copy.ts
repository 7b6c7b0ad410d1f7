import { eq } from "drizzle-orm";
import {
  agendaItems,
  caseFacts,
  caseFiles,
  claims,
  db,
  environment,
  options,
  systemActor,
  weighings,
} from "#db";

/** A second case like this one, as far as a decision rests on it: its facts, claims, options and latest weighing. */
export async function copyCase(
  caseId: string,
  title: string,
  number = "2026-9001",
): Promise<string> {
  const id = environment.newId();
  const of = { files: eq(caseFiles.id, caseId), items: eq(agendaItems.caseId, caseId) };
  const [caseFile] = await db.read.select().from(caseFiles).where(of.files);
  const [item] = await db.read.select().from(agendaItems).where(of.items);
  const [weighing] = await db.read.select().from(weighings).where(eq(weighings.caseId, caseId));
  if (!caseFile || !item || !weighing) throw new Error("There is no such weighed case");
  const known = await db.read.select().from(caseFacts).where(eq(caseFacts.caseId, caseId));
  const asked = await db.read.select().from(claims).where(eq(claims.caseId, caseId));
  const chosen = await db.read.select().from(options).where(eq(options.caseId, caseId));
  const ids = new Map(chosen.map((option) => [option.id, environment.newId()]));
  const snapshot = [...ids].reduce(
    (text, [old, made]) => text.replaceAll(old, made),
    JSON.stringify(weighing.snapshot),
  );
  const agendaItemId = environment.newId();
  await db.write(systemActor, async (tx) => {
    await tx.insert(caseFiles).values({ ...caseFile, id, title, number });
    await tx.insert(caseFacts).values(known.map((row) => ({ ...row, caseId: id })));
    if (asked.length > 0) {
      const rows = asked.map((row) => ({ ...row, id: environment.newId(), caseId: id }));
      await tx.insert(claims).values(rows);
    }
    await tx
      .insert(options)
      .values(chosen.map((row) => ({ ...row, id: ids.get(row.id) ?? row.id, caseId: id })));
    await tx.insert(agendaItems).values({ ...item, id: agendaItemId, caseId: id });
    await tx.insert(weighings).values({
      ...{ ...weighing, id: environment.newId(), caseId: id, agendaItemId },
      snapshot: JSON.parse(snapshot) as typeof weighing.snapshot,
    });
    await tx.record({ kind: "test.copied", subject: { type: "case", id } });
  });
  return id;
}
