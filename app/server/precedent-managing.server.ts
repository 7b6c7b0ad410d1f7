import { db, environment } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import {
  assertPrecedentMove,
  assertValidityEnd,
  precedentCounts,
  reviewDate as reviewDateAfter,
} from "#app/domain/precedent-rules.ts";
import type { PrecedentEnding, PrecedentManagement } from "#app/schemas/precedent.ts";
import type { Access } from "./access.server.ts";
import { getEditablePrecedent, type PrecedentRow } from "./precedent-access.server.ts";
import { assertOwner } from "./precedent-editing.server.ts";
import { personalDataIn } from "./precedent-findings.server.ts";
import {
  changePrecedent,
  type Handling,
  type PrecedentChange,
} from "./precedent-publishing.server.ts";

/** Ends a precedent: now, or from a day on. It stays to be found and never counts again. */
export async function endPrecedent(
  access: Access<"precedent.edit">,
  ending: { precedentId: string } & PrecedentEnding,
  formKey?: string,
): Promise<void> {
  const precedent = await getEditablePrecedent(access, ending.precedentId);
  await db.write(
    access.actor,
    async (tx) => {
      const change = endOf(precedent, ending);
      await changePrecedent(tx, precedent, { version: ending.version, ...change });
    },
    { formKey },
  );
}

type Change = Pick<PrecedentChange, "kind" | "set" | "details">;

function endOf(precedent: PrecedentRow, ending: PrecedentEnding): Change {
  const { status, reason, reference } = ending;
  if (status === "expires") return expiry(precedent, ending);
  assertPrecedentMove({ from: precedent.status, to: status, reason });
  const now = environment.now();
  const text = { endReason: reason, endReference: reference };
  // What counted until today has its last day in the row; a draft never counted.
  const until = precedentCounts(precedent, now) ? { validUntil: now } : {};
  return {
    kind: "precedent.ended",
    set: { status, ...text, endedAt: now, ...until },
    details: { reference: reference === "" ? null : reference },
  };
}

/** Still valid, until the first day at which it is not: nobody has to come back for it. */
function expiry(
  precedent: PrecedentRow,
  { reason, reference, validUntil }: PrecedentEnding,
): Change {
  assertValid(precedent);
  const now = environment.now();
  assertValidityEnd({ validUntil, now });
  return {
    kind: "precedent.managed",
    set: { validUntil, endReason: reason, endReference: reference },
    details: { validUntil, reference: reference === "" ? null : reference },
  };
}

/** Takes back an end that has not come. */
export async function keepPrecedent(
  access: Access<"precedent.edit">,
  { precedentId, version }: Handling,
): Promise<void> {
  const precedent = await getEditablePrecedent(access, precedentId);
  await db.write(access.actor, async (tx) => {
    assertValid(precedent);
    await changePrecedent(tx, precedent, {
      version,
      kind: "precedent.managed",
      set: { validUntil: null, endReason: "", endReference: "" },
      details: { validUntil: null },
    });
  });
}

/** Who may see a valid precedent, who looks after it, and when it is looked at again. Its text stays as it was read. */
export async function managePrecedent(
  access: Access<"precedent.edit">,
  management: { precedentId: string } & PrecedentManagement,
  formKey?: string,
): Promise<void> {
  const { precedentId, version, visibility, ownerId, reviewDate } = management;
  const precedent = await getEditablePrecedent(access, precedentId);
  await assertOwner(access, ownerId);
  if (visibility !== "organisation" && personalDataIn(precedent).length > 0) {
    throw new DomainError("precedent_personal_data");
  }
  await db.write(
    access.actor,
    async (tx) => {
      assertValid(precedent);
      const set = { visibility, ownerId, reviewDate };
      const details = { owner: ownerId, reviewDate };
      await changePrecedent(tx, precedent, { version, kind: "precedent.managed", set, details });
    },
    { formKey },
  );
}

/** The precedent was looked at again and is still right; the next time is 24 months on, or the day that was given. */
export async function reviewPrecedent(
  access: Access<"precedent.edit">,
  { precedentId, version, reviewDate }: Handling & { reviewDate: number | null },
  formKey?: string,
): Promise<void> {
  const precedent = await getEditablePrecedent(access, precedentId);
  await db.write(
    access.actor,
    async (tx) => {
      assertValid(precedent);
      const now = environment.now();
      const next = reviewDate ?? reviewDateAfter(now);
      if (next <= now) throw new DomainError("date_future", { field: "reviewDate" });
      await changePrecedent(tx, precedent, {
        version,
        kind: "precedent.reviewed",
        set: { reviewedAt: now, reviewDate: next },
        details: { reviewDate: next },
      });
    },
    { formKey },
  );
}

/** What is ended, or no longer counts by its date, is looked at no more. */
function assertValid(precedent: PrecedentRow): void {
  if (!precedentCounts(precedent, environment.now())) {
    throw new DomainError("precedent_not_valid", { status: precedent.status });
  }
}
