/** What a case does with the reasons of a precedent, per perspective, with the original as it was read. */
import { and, eq } from "drizzle-orm";
import { db, environment, precedentAdoptions, type Queries, type Transaction } from "#db";
import { hasEnded } from "#app/domain/case-file.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import type { AdoptionChoice } from "#app/domain/precedent-relations.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { AdoptionInput, AdoptionRecord } from "#app/schemas/comparing-form.ts";
import type { Access } from "./access.server.ts";
import { getCase, type CaseRow } from "./case-access.server.ts";
import { mayEdit, touchCase } from "./case-editing.server.ts";
import { forbidden, notFound } from "./http.server.ts";
import { getReadablePrecedent, type ReadablePrecedent } from "./precedent-access.server.ts";
import { refuseStale } from "./stale-version.server.ts";

type AdoptionRow = typeof precedentAdoptions.$inferSelect;
type Reader = Access<"precedent.read">;
type Place = Pick<AdoptionInput, "caseId" | "precedentId" | "perspective">;

/** Who works on the case, or prepares its decision; until the case is closed. */
export async function mayAdopt(access: Access, caseFile: CaseRow): Promise<boolean> {
  if (hasEnded(caseFile.status)) return false;
  return hasRight(access.roles, "decision.prepare") || mayEdit(access, caseFile);
}

/** Both acts of the form: what to say afterwards. */
export async function handleAdoption(
  access: Reader,
  input: AdoptionInput,
  formKey?: string,
): Promise<string> {
  const caseFile = await getCase(access, input.caseId);
  await assertMayAdopt(access, caseFile);
  if (input.intent === "withdraw") {
    await withdrawAdoption(access, input, formKey);
    return "adoption_withdrawn";
  }
  await recordAdoption(access, input, formKey);
  return "adoption_recorded";
}

async function assertMayAdopt(access: Reader, caseFile: CaseRow): Promise<void> {
  if (await mayAdopt(access, caseFile)) return;
  const might = hasRight(access.roles, "decision.prepare") || hasRight(access.roles, "case.edit");
  if (!might) forbidden();
  throw new DomainError("case_not_editable");
}

async function recordAdoption(
  access: Reader,
  input: AdoptionRecord,
  formKey: string | undefined,
): Promise<void> {
  const precedent = await findAdoptable(access, input);
  const text = { adopt: "", adapt: input.adapted, depart: input.departed }[input.choice];
  await db.write(
    access.actor,
    async (tx) => {
      const before = await currentRow(tx, input);
      if (before && before.version !== input.version) refuseOther(before, input);
      const original = before?.original ?? originalIn(precedent, input.perspective);
      // What was not changed was adopted, and is called so.
      if (input.choice === "adapt" && text === original.trim()) {
        throw new DomainError("adoption_unchanged", { field: "adapted" });
      }
      const after = { choice: input.choice, text, personId: access.person.id };
      const row = await storeRow(tx, input, { ...after, original, version: before?.version ?? 0 });
      await recordEvent(tx, before ? "adoption.changed" : "adoption.recorded", row);
    },
    { formKey },
  );
}

/** The precedent, unless this person cannot see it: then only what was chosen before can be changed. */
async function findAdoptable(access: Reader, place: Place): Promise<ReadablePrecedent | null> {
  if (await currentRow(db.read, place)) return null;
  const precedent = await getReadablePrecedent(access, place.precedentId);
  return precedent.publishedAt === null ? notFound() : precedent;
}

function originalIn(precedent: ReadablePrecedent | null, perspective: string): string {
  // The name is as it was posted: what every object has is not a perspective.
  const own = Object.entries(precedent?.motivation ?? {});
  const text = own.find(([key]) => key === perspective)?.[1] ?? "";
  return text.trim() === "" ? notFound() : text;
}

/** Both texts, each at the field it belongs to. */
function refuseOther(theirs: AdoptionRow, { choice, adapted, departed }: AdoptionRecord): never {
  const text = { adopt: theirs.original, adapt: adapted, depart: departed }[choice];
  return refuseStale({
    theirs: textByField(theirs.choice, theirs.choice === "adopt" ? theirs.original : theirs.text),
    yours: textByField(choice, text),
  });
}

function textByField(choice: AdoptionChoice, text: string) {
  const departs = choice === "depart";
  return { adapted: departs ? "" : text, departed: departs ? text : "" };
}

type Kept = Pick<AdoptionRow, "choice" | "text" | "personId" | "original" | "version">;

async function storeRow(tx: Transaction, place: Place, kept: Kept): Promise<AdoptionRow> {
  const { caseId, precedentId, perspective } = place;
  const { version, original, ...chosen } = kept;
  const row = { caseId, precedentId, perspective, original };
  const values = { ...chosen, at: environment.now(), version: version + 1 };
  if (version === 0) await tx.insert(precedentAdoptions).values({ ...row, ...values });
  else await tx.update(precedentAdoptions).set(values).where(ofPlace(place));
  await touchCase(tx, caseId);
  return { ...row, ...values };
}

async function withdrawAdoption(
  access: Reader,
  input: Place & { version: number },
  formKey: string | undefined,
): Promise<void> {
  await db.write(
    access.actor,
    async (tx) => {
      const before = (await currentRow(tx, input)) ?? notFound();
      if (before.version !== input.version) throw new DomainError("stale_version");
      await tx.delete(precedentAdoptions).where(ofPlace(input));
      await touchCase(tx, input.caseId);
      await recordEvent(tx, "adoption.withdrawn", before);
    },
    { formKey },
  );
}

async function recordEvent(tx: Transaction, kind: string, row: AdoptionRow): Promise<void> {
  const { caseId, precedentId, perspective, choice } = row;
  await tx.record({
    kind,
    subject: { type: "precedent", id: precedentId },
    caseId,
    details: { perspective, choice },
    content: row,
  });
}

async function currentRow(read: Queries, place: Place): Promise<AdoptionRow | null> {
  const [row] = await read.select().from(precedentAdoptions).where(ofPlace(place));
  return row ?? null;
}

function ofPlace({ caseId, precedentId, perspective }: Place) {
  return and(
    eq(precedentAdoptions.caseId, caseId),
    eq(precedentAdoptions.precedentId, precedentId),
    eq(precedentAdoptions.perspective, perspective),
  );
}
