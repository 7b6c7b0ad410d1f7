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
import { assertPrecedentMove, assertPublishable, reviewDate } from "#app/domain/precedent-rules.ts";
import type { Access } from "./access.server.ts";
import { getEditablePrecedent, type PrecedentRow } from "./precedent-access.server.ts";
import { personalDataIn } from "./precedent-findings.server.ts";
import { repackPrecedent } from "./precedent-words.server.ts";

export type Handling = { precedentId: string; version: number };

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
      await changePrecedent(tx, precedent, {
        version: handling.version,
        kind: "precedent.published",
        set: {
          status: "valid",
          endReason: "",
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
      await changePrecedent(tx, precedent, {
        version,
        kind: "precedent.sent_back",
        set: { status: "draft", endReason: reason },
      });
    },
    { formKey },
  );
}

export type PrecedentChange = {
  version: number;
  kind: string;
  set: Partial<typeof precedents.$inferInsert>;
  details?: Record<string, string | number | null>;
  content?: unknown;
};

/** Changes a precedent as it was on the screen, and with it what others compare by. */
export async function changePrecedent(
  tx: Transaction,
  precedent: PrecedentRow,
  change: PrecedentChange,
): Promise<void> {
  const { version, set, kind, details } = change;
  const [row] = await tx
    .update(precedents)
    .set({ ...set, updatedAt: environment.now(), version: version + 1 })
    .where(
      and(
        eq(precedents.id, precedent.id),
        eq(precedents.status, precedent.status),
        eq(precedents.version, version),
      ),
    )
    .returning();
  if (!row) throw new DomainError("stale_version");
  await repackPrecedent(tx, row.id);
  const [source] = await tx
    .select({ caseId: decisions.caseId })
    .from(decisions)
    .where(eq(decisions.id, precedent.decisionId ?? ""));
  const { number, status: to, visibility } = row;
  const moved = to === precedent.status ? details : { from: precedent.status, to, ...details };
  await tx.record({
    kind,
    subject: { type: "precedent", id: precedent.id },
    caseId: source?.caseId ?? null,
    details: { number, visibility, ...moved },
    content: change.content ?? row,
  });
}
