import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { caseFiles, db } from "#db";
import { getAuditLog } from "#app/server/audit-log.server.ts";
import { changeCaseStatus } from "#app/server/case-status.server.ts";
import { approveDestruction, proposeDestruction } from "#app/server/destructions.server.ts";
import { freshDatabase } from "../support/database.ts";
import { newCase, newWorld } from "./case-world.ts";

test("the number of a destroyed case is given to no other, and still finds what happened", async () => {
  await freshDatabase();
  const { person } = await newWorld();
  const [coordinator, executive, auditor] = [
    await person("coordinator"),
    await person("executive"),
    await person("auditor"),
  ];
  const caseId = await newCase(coordinator);
  const number = await numberOf(caseId);
  const move = { caseId, from: "registered", to: "withdrawn", reason: "Vergissing" } as const;
  await changeCaseStatus(coordinator, move);
  const id = await proposeDestruction(coordinator, { caseId, ground: "registered_by_mistake" });
  await approveDestruction(executive, { id, version: 1 });

  expect(await numberOf(await newCase(coordinator))).toBe(number.replace("0001", "0002"));
  const { items } = await getAuditLog(auditor, { casus: number });
  const kinds = items.map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(["case.created", "case.destroyed"]));
});

async function numberOf(caseId: string): Promise<string> {
  const [row] = await db.read.select().from(caseFiles).where(eq(caseFiles.id, caseId));
  if (!row) throw new Error("No case");
  return row.number;
}
