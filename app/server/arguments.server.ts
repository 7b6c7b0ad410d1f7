import { and, asc, eq, gte } from "drizzle-orm";
import { caseArguments, db, environment, secondRounds, type Queries } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { Access } from "./access.server.ts";
import type { ItemAddress } from "./agenda-items.server.ts";
import { recordedOn } from "./agenda-items-moves.server.ts";
import {
  assertRound,
  assertScoring,
  getScorer,
  type PanelScorer,
} from "./scoring-access.server.ts";

type Assessor = Access<"session.score">;
export type ArgumentInput = { optionId: string; side: "for" | "against"; text: string };
/** `revealed`: given in a round that was revealed, and for good since then. */
export type OwnArgument = ArgumentInput & { id: string; revealed: boolean };

/** The free arguments this person gave. */
export async function listOwnArguments(scorer: PanelScorer): Promise<OwnArgument[]> {
  const since = await roundOpenedAt(db.read, scorer.item.row.id);
  const rows = await db.read
    .select({
      id: caseArguments.id,
      optionId: caseArguments.optionId,
      side: caseArguments.side,
      text: caseArguments.text,
      at: caseArguments.at,
    })
    .from(caseArguments)
    .where(
      and(
        eq(caseArguments.agendaItemId, scorer.item.row.id),
        eq(caseArguments.personId, scorer.member.personId),
      ),
    )
    .orderBy(asc(caseArguments.at), asc(caseArguments.id));
  return rows.map(({ at, ...argument }) => ({ ...argument, revealed: at < since }));
}

/** Arguments have no round of their own: the second begins when it opens. */
export async function roundOpenedAt(read: Queries, agendaItemId: string): Promise<number> {
  const [second] = await read
    .select({ openedAt: secondRounds.openedAt })
    .from(secondRounds)
    .where(eq(secondRounds.agendaItemId, agendaItemId));
  return second?.openedAt ?? 0;
}

/** Adds an argument for or against an option from the own perspective. */
export async function addArgument(
  access: Assessor,
  address: ItemAddress,
  input: ArgumentInput & { round?: number | undefined },
  formKey?: string,
): Promise<void> {
  const scorer = await getScorer(access, address);
  assertRound(scorer, input.round);
  if (!scorer.options.some(({ id }) => id === input.optionId)) {
    throw new DomainError("unknown_option", { field: "optionId" });
  }
  await db.write(
    access.actor,
    async (tx) => {
      await assertScoring(tx, scorer);
      const row = {
        id: environment.newId(),
        agendaItemId: scorer.item.row.id,
        personId: scorer.member.personId,
        perspective: scorer.perspective.key,
        optionId: input.optionId,
        side: input.side,
        text: input.text,
        at: environment.now(),
      };
      await tx.insert(caseArguments).values(row);
      await tx.record({
        ...recordedOn(scorer.item),
        kind: "argument.added",
        details: { agendaItemId: row.agendaItemId, optionId: row.optionId },
        content: row,
      });
      return null;
    },
    { formKey },
  );
}

/** Takes back an own argument of this round; possible until ready. */
export async function withdrawArgument(
  access: Assessor,
  address: ItemAddress,
  argumentId: string,
): Promise<void> {
  const scorer = await getScorer(access, address);
  await db.write(access.actor, async (tx) => {
    await assertScoring(tx, scorer);
    const since = await roundOpenedAt(tx, scorer.item.row.id);
    const removed = await tx
      .delete(caseArguments)
      .where(
        and(
          eq(caseArguments.id, argumentId),
          eq(caseArguments.agendaItemId, scorer.item.row.id),
          eq(caseArguments.personId, scorer.member.personId),
          gte(caseArguments.at, since),
        ),
      )
      .returning();
    if (removed.length === 0) throw new DomainError("not_found");
    await tx.record({
      ...recordedOn(scorer.item),
      kind: "argument.withdrawn",
      details: { agendaItemId: scorer.item.row.id },
      content: removed,
    });
  });
}
