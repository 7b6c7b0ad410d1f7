import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asc, inArray } from "drizzle-orm";
import { db, decisions } from "#db";
import { dossierFindings } from "../../app/domain/dossier-findings.ts";
import { dossierJsonSchema, dossierProblems } from "../../app/schemas/dossier.ts";
import { dossierOf } from "../../app/server/dossier.server.ts";
import { openCopy, type Content } from "../support/database.ts";
import { exampleContent } from "../support/example.ts";

let content: Content;
const afterwards = { at: 1, moment: "afterwards", takenRoles: ["decision_maker"] } as const;

beforeAll(async () => {
  content = await exampleContent();
});

beforeEach(async () => {
  await openCopy(content);
});

async function everyDossier() {
  const rows = await db.read
    .select({ id: decisions.id })
    .from(decisions)
    .where(inArray(decisions.status, ["taken", "replaced"]))
    .orderBy(asc(decisions.id));
  expect(rows.length).toBeGreaterThan(3);
  return Promise.all(rows.map(({ id }) => dossierOf(db.read, id, afterwards)));
}

describe("The dossier of every decision of the examples", () => {
  test("keeps to the published JSON Schema, and everything in it holds", async () => {
    const validate = new Ajv2020({ strict: true }).compile(
      JSON.parse(dossierJsonSchema()) as object,
    );
    for (const dossier of await everyDossier()) {
      expect(dossierProblems(dossier)).toEqual([]);
      validate(dossier);
      expect(validate.errors).toBeNull();
      expect(dossierFindings(dossier)).toEqual([]);
    }
  });
});
