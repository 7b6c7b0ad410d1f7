import { createHash } from "node:crypto";
import { and, desc, eq, isNull } from "drizzle-orm";
import { db, documents, environment, people, type Transaction } from "#db";
import { hasEnded } from "#app/domain/case-file.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import { findBsn } from "#app/domain/personal-data.ts";
import type { DocumentInput } from "#app/schemas/document.ts";
import type { DocumentItem } from "#app/schemas/case-list-view.ts";
import type { Access } from "./access.server.ts";
import { getCase, type CaseRow } from "./case-access.server.ts";
import { touchCase } from "./case-editing.server.ts";
import { documentKind, documentKinds, type DocumentKind } from "./document-kind.server.ts";
import { readBytes, removeBytes, storeBytes } from "./document-store.server.ts";
import { forbidden, notFound } from "./http.server.ts";
import { recordReading } from "./readings.server.ts";

/** The documents of a case, newest first. */
export async function listDocuments(access: Access, caseFile: CaseRow): Promise<DocumentItem[]> {
  const rows = await db.read
    .select({
      id: documents.id,
      name: documents.name,
      size: documents.size,
      addedById: documents.addedBy,
      addedBy: people.name,
      addedAt: documents.addedAt,
    })
    .from(documents)
    .innerJoin(people, eq(people.id, documents.addedBy))
    .where(and(eq(documents.caseId, caseFile.id), isNull(documents.removedAt)))
    .orderBy(desc(documents.addedAt), desc(documents.id));
  return rows.map(({ addedById, ...document }) => ({
    ...document,
    mayRemove: mayChange(access, caseFile, addedById),
  }));
}

export async function getDocumentsPage(access: Access<"case.read">, caseId: string) {
  const caseFile = await getCase(access, caseId);
  await recordReading(access, caseFile, "documents");
  const { id, number, title, status } = caseFile;
  return {
    caseFile: { id, number, title },
    inFollowUp: status === "follow_up" || status === "closed",
    documents: await listDocuments(access, caseFile),
    mayAdd: mayChange(access, caseFile),
  };
}

type DocumentChange = { caseId: string; input: DocumentInput; formKey?: string | undefined };

/** Does what the form asks; gives the message for it. */
export async function changeDocuments(
  access: Access<"case.edit">,
  { caseId, input, formKey }: DocumentChange,
): Promise<string> {
  if (input.intent === "add") {
    await addDocument(access, { caseId, file: input.file, formKey });
    return "document_added";
  }
  await removeDocumentOf(access, { caseId, documentId: input.documentId });
  return "document_removed";
}

type Upload = { caseId: string; file: File; formKey?: string | undefined };

/** Adds a document of a kind we know. The bytes are on disk before the row, and gone without it. */
export async function addDocument(access: Access<"case.edit">, upload: Upload): Promise<string> {
  const { caseId, file, formKey } = upload;
  const caseFile = await getCase(access, caseId);
  if (!mayChange(access, caseFile)) forbidden();
  const name = safeName(file.name);
  const bytes = Buffer.from(await file.arrayBuffer());
  const row = {
    id: environment.newId(),
    caseId,
    name,
    mediaType: documentKinds[checkedKind(name, bytes)],
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    storedName: await storeBytes(bytes),
    addedBy: access.person.id,
    addedAt: environment.now(),
  };
  let kept: string | null = null;
  try {
    kept = await db.write(access.actor, (tx) => storeRow(tx, row), { formKey });
    return kept;
  } finally {
    // After a second submit of the same form the row is that of the first.
    if (kept !== row.id) await removeBytes(row.storedName);
  }
}

async function storeRow(tx: Transaction, row: typeof documents.$inferInsert) {
  const { id, caseId, mediaType, size } = row;
  await tx.insert(documents).values(row);
  await touchCase(tx, caseId);
  await tx.record({
    kind: "document.added",
    subject: { type: "document", id },
    caseId,
    details: { mediaType, size },
    content: row,
  });
  return id;
}

function checkedKind(name: string, bytes: Buffer): DocumentKind {
  const kind = documentKind(name, bytes) ?? refuseFile("file_type");
  if (findBsn(name).length > 0) refuseFile("bsn");
  // Text files are searched for a BSN as any text is; very long ones would hold up everybody else.
  const isText = kind === "txt" && bytes.length <= 1_000_000;
  if (isText && findBsn(bytes.toString("utf8")).length > 0) refuseFile("bsn");
  return kind;
}

function refuseFile(code: string): never {
  throw new DomainError(code, { field: "file" });
}

/** Takes a document out of sight. The coordinator may, and who added it. */
export async function removeDocumentOf(
  access: Access<"case.edit">,
  { caseId, documentId }: { caseId: string; documentId: string },
): Promise<void> {
  const caseFile = await getCase(access, caseId);
  const document = await findDocument(caseId, documentId);
  if (!mayChange(access, caseFile, document.addedBy)) forbidden();
  await db.write(access.actor, async (tx) => {
    await tx
      .update(documents)
      .set({ removedAt: environment.now() })
      .where(and(eq(documents.id, documentId), isNull(documents.removedAt)));
    await touchCase(tx, caseId);
    await tx.record({
      kind: "document.removed",
      subject: { type: "document", id: documentId },
      caseId,
      content: { sha256: document.sha256 },
    });
  });
}

/** The document as an attachment that a browser saves and never shows as a page. */
export async function downloadDocument(
  access: Access<"case.read">,
  { caseId, documentId }: { caseId: string; documentId: string },
): Promise<Response> {
  const caseFile = await getCase(access, caseId);
  await recordReading(access, caseFile, "document");
  const { name, mediaType, size, storedName } = await findDocument(caseId, documentId);
  const body = (await readBytes(storedName)) ?? notFound();
  return new Response(body, {
    headers: {
      "Content-Type": mediaType,
      "Content-Length": String(size),
      "Content-Disposition": `attachment; filename*=UTF-8''${encodedName(name)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "private, no-store",
    },
  });
}

async function findDocument(caseId: string, documentId: string) {
  const [row] = await db.read
    .select()
    .from(documents)
    .where(
      and(eq(documents.id, documentId), eq(documents.caseId, caseId), isNull(documents.removedAt)),
    );
  return row ?? notFound();
}

/** Editors may add until a case has ended; a submitter takes out only what (s)he added. */
function mayChange(access: Access, caseFile: CaseRow, addedBy?: string): boolean {
  if (hasEnded(caseFile.status)) return false;
  if (access.roles.includes("coordinator")) return true;
  const isSubmitter =
    access.roles.includes("submitter") && caseFile.submitterId === access.person.id;
  return isSubmitter && (addedBy === undefined || addedBy === access.person.id);
}

/** The last part of the name, without characters that steer or deceive. */
function safeName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>|:*?]/gu, "").trim();
  const [, base = plain, extension = ""] = /^(.*)(\.[^.]*)$/s.exec(plain) ?? [];
  return [...base].slice(0, 120).join("") + extension.slice(0, 10);
}

/** RFC 8187: everything but letters, digits and a few signs as percent codes. */
function encodedName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
