import { and, eq, inArray } from "drizzle-orm";
import {
  auditEvents,
  db,
  decisions,
  environment,
  precedents,
  type Queries,
  type Transaction,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import {
  assertPrecedentMove,
  assertPublishable,
  reviewDate,
  type PrecedentStatus,
} from "#app/domain/precedent-rules.ts";
import type { Access } from "./access.server.ts";
import { getEditablePrecedent, type PrecedentRow } from "./precedent-access.server.ts";
import { personalDataIn } from "./precedent-findings.server.ts";

type Handling = { precedentId: string; version: number };

/** Everybody who wrote the text: the editor on the record, and who saved it before. */
export async function editorsOf(read: Queries, precedent: PrecedentRow): Promise<string[]> {
  const rows = await read
    .selectDistinct({ actorId: auditEvents.actorId })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.subjectId, precedent.id),
        inArray(auditEvents.kind, ["precedent.created", "precedent.saved"]),
      ),
    );
  return [...new Set([precedent.editorId, ...rows.flatMap(({ actorId }) => actorId ?? [])])];
}

/** Publishes a precedent that somebody else wrote and that holds no personal data. */
export async function publishPrecedent(
  access: Access<"precedent.edit">,
  handling: Handling,
  formKey?: string,
): Promise<void> {
  const precedent = await getEditablePrecedent(access, handling.precedentId);
  await db.write(
    access.actor,
    async (tx) => {
      assertPrecedentMove({ from: precedent.status, to: "valid" });
      const editors = await editorsOf(tx, precedent);
      const publisherId = access.person.id;
      const editorId = editors.includes(publisherId) ? publisherId : precedent.editorId;
      assertPublishable({ editorId, publisherId, findings: personalDataIn(precedent) });
      const now = environment.now();
      await move(tx, precedent, {
        version: handling.version,
        kind: "precedent.published",
        set: {
          status: "valid",
          publisherId,
          publishedAt: now,
          reviewDate: precedent.reviewDate ?? reviewDate(now),
        },
      });
    },
    { formKey },
  );
}

/** Gives a precedent back to its editor, saying why. */
export async function sendBackPrecedent(
  access: Access<"precedent.edit">,
  handling: Handling & { reason: string },
  formKey?: string,
): Promise<void> {
  const precedent = await getEditablePrecedent(access, handling.precedentId);
  const { reason, version } = handling;
  await db.write(
    access.actor,
    async (tx) => {
      assertPrecedentMove({ from: precedent.status, to: "draft", reason });
      await move(tx, precedent, {
        version,
        kind: "precedent.sent_back",
        set: { status: "draft", endReason: reason },
      });
    },
    { formKey },
  );
}

/** Ends a precedent: it stays to be found and never counts again. */
export async function endPrecedent(
  access: Access<"precedent.edit">,
  handling: Handling & { status: "outdated" | "withdrawn"; reason: string },
  formKey?: string,
): Promise<void> {
  const precedent = await getEditablePrecedent(access, handling.precedentId);
  const { status, reason, version } = handling;
  await db.write(
    access.actor,
    async (tx) => {
      assertPrecedentMove({ from: precedent.status, to: status, reason });
      await move(tx, precedent, {
        version,
        kind: "precedent.ended",
        set: { status, endReason: reason },
      });
    },
    { formKey },
  );
}

type Move = {
  version: number;
  kind: string;
  set: Partial<typeof precedents.$inferInsert> & { status: PrecedentStatus };
};

async function move(tx: Transaction, precedent: PrecedentRow, change: Move): Promise<void> {
  const { version, set, kind } = change;
  const [row] = await tx
    .update(precedents)
    .set({ endReason: "", ...set, updatedAt: environment.now(), version: version + 1 })
    .where(
      and(
        eq(precedents.id, precedent.id),
        eq(precedents.status, precedent.status),
        eq(precedents.version, version),
      ),
    )
    .returning();
  if (!row) throw new DomainError("stale_version");
  const [source] = await tx
    .select({ caseId: decisions.caseId })
    .from(decisions)
    .where(eq(decisions.id, precedent.decisionId ?? ""));
  await tx.record({
    kind,
    subject: { type: "precedent", id: precedent.id },
    caseId: source?.caseId ?? null,
    details: {
      number: row.number,
      from: precedent.status,
      to: set.status,
      visibility: row.visibility,
    },
    content: row,
  });
}
