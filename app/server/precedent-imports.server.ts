/** An agency brings its back catalogue: a file is checked, and a second person lets it in. */
import { createHash } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import { and, eq, inArray } from "drizzle-orm";
import { db, environment, precedentImportRows, precedentImports, type Transaction } from "#db";
import { DomainError, isDomainError } from "#app/domain/domain-error.ts";
import { findPersonalData } from "#app/domain/personal-data.ts";
import type { ImportStatus } from "#app/domain/precedent-relations.ts";
import type { ImportStep, ImportUpload, RefusedUpload } from "#app/schemas/precedent-import.ts";
import type { Access } from "./access.server.ts";
import { notFound, redirectWithFlash, type Redirect } from "./http.server.ts";
import { readPrecedentFile, type FileRow } from "./precedent-import-reading.server.ts";
import type { ImportRow } from "./precedent-import-staging.server.ts";

type Editor = Access<"precedent.edit">;

const flash = { offer: "import_offered", approve: "import_approved", cancel: "import_cancelled" };

/** Takes a file in to be checked and goes to where that can be followed, or says why it cannot be read. */
export async function handleUpload(
  access: Editor,
  { file, visibility }: ImportUpload,
  formKey?: string,
): Promise<Redirect | RefusedUpload> {
  try {
    const id = await uploadPrecedents(access, { file, visibility }, formKey);
    return redirectWithFlash(importAddress(id), "import_uploaded");
  } catch (error) {
    if (!isDomainError(error) || typeof error.details.about !== "string") throw error;
    const problem = { code: error.code, about: error.details.about };
    return { errors: { file: [error.code] }, values: { intent: "upload", visibility }, problem };
  }
}

export function importAddress(id: string): string {
  return `/precedenten/importeren/${id}`;
}

/** Keeps the rows of a file to be checked: all of them, or nothing. Gives the id of the import. */
export async function uploadPrecedents(
  access: Editor,
  { file, visibility }: Pick<ImportUpload, "file" | "visibility">,
  formKey?: string,
): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { format, rows } = await readPrecedentFile(bytes);
  const row = {
    id: environment.newId(),
    organisationId: access.organisation.id,
    personId: access.person.id,
    fileName: shownName(file.name),
    format,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    status: "checking" as const,
    rows: rows.length,
    visibility,
    createdAt: environment.now(),
  };
  return db.write(
    access.actor,
    async (tx) => {
      await tx.insert(precedentImports).values(row);
      await storeRows(tx, row.id, rows);
      await recordStep(tx, row, "uploaded");
      return row.id;
    },
    { formKey },
  );
}

const rowsAtOnce = 500;

async function storeRows(tx: Transaction, importId: string, rows: FileRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await tx
      .insert(precedentImportRows)
      .values(
        rows
          .slice(start, start + rowsAtOnce)
          .map((row) => ({ importId, status: "waiting" as const, ...row })),
      );
    await turn();
  }
}

/** The last part of the name, without personal data and characters that steer. */
function shownName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "").trim();
  if (findPersonalData(plain).length > 0) throw new DomainError("personal_data", { field: "file" });
  return plain === "" ? "-" : [...plain].slice(0, 120).join("");
}

/** An import of the own organisation; otherwise it is not there. */
export async function getImport(access: Editor, importId: string): Promise<ImportRow> {
  const [row] = await db.read
    .select()
    .from(precedentImports)
    .where(
      and(
        eq(precedentImports.id, importId),
        eq(precedentImports.organisationId, access.organisation.id),
      ),
    );
  return row ?? notFound();
}

/** Where a precedent came from, for its own page. */
export async function findImportOf(importId: string | null) {
  if (importId === null) return null;
  const [row] = await db.read
    .select({
      id: precedentImports.id,
      fileName: precedentImports.fileName,
      importedAt: precedentImports.importedAt,
    })
    .from(precedentImports)
    .where(eq(precedentImports.id, importId));
  return row ?? null;
}

const open: ImportStatus[] = ["checking", "checked", "offered", "importing"];
const steps = {
  offer: { from: ["checked"], to: "offered", event: "offered" },
  // Whoever else finds it checked need not wait until it is offered.
  approve: { from: ["checked", "offered"], to: "importing", event: "approved" },
  cancel: { from: open, to: "cancelled", event: "cancelled" },
} as const satisfies Record<string, { from: ImportStatus[]; to: ImportStatus; event: string }>;

/** Offers an import to a second person, lets it in as that person, or gives it up. Gives the message. */
export async function takeStep(
  access: Editor,
  importId: string,
  { intent, version }: ImportStep,
): Promise<string> {
  const owner = await getImport(access, importId);
  if (intent !== "cancel" && owner.good === 0) throw new DomainError("import_nothing_good");
  const isOwn = owner.personId === access.person.id;
  if (intent === "approve" && isOwn) throw new DomainError("import_second_person");
  const { from, to, event } = steps[intent];
  await db.write(access.actor, async (tx) => {
    const [row] = await tx
      .update(precedentImports)
      .set({
        status: to,
        version: version + 1,
        ...(intent === "approve" ? { approvedBy: access.person.id, done: 0 } : {}),
      })
      .where(
        and(
          eq(precedentImports.id, importId),
          inArray(precedentImports.status, from),
          // Every step of the work counts the version up: giving up may not depend on it.
          intent === "cancel" ? undefined : eq(precedentImports.version, version),
        ),
      )
      .returning();
    if (!row) throw new DomainError("stale_version");
    await recordStep(tx, row, event);
  });
  return flash[intent];
}

type Told = Pick<ImportRow, "id" | "rows" | "organisationId"> & Partial<ImportRow>;

/** What happened to an import, with its counts; never a name from the file. */
export async function recordStep(tx: Transaction, row: Told, event: string): Promise<void> {
  const { id, organisationId, rows, good = 0, broken = 0, known = 0 } = row;
  await tx.record({
    kind: `precedent.import-${event}`,
    subject: { type: "precedent_import", id },
    organisationId,
    details: { rows, good, broken, known },
    content: row,
  });
}
