import { asc, eq, inArray } from "drizzle-orm";
import { db, weighings, type WeighingSnapshot } from "#db";
import { comparedWeighings, type ComparedWeighing } from "#app/domain/weighing-comparison.ts";
import type {
  ComparedWeighings,
  OptionPlace,
  WeighingName,
} from "#app/schemas/weighing-comparison.ts";
import type { Access } from "./access.server.ts";
import { getWeighing } from "./weighings.server.ts";

type Kept = WeighingName & { snapshot: WeighingSnapshot };

/** A weighing with every other one of its case, and one of those beside it when asked for. */
export async function getWeighingPage(
  access: Access<"case.read">,
  asked: { caseId: string; weighingId: string; beside: string | null },
) {
  const page = await getWeighing(access, asked.caseId, asked.weighingId);
  const all = await db.read
    .select({ id: weighings.id, number: weighings.number, round: weighings.round })
    .from(weighings)
    .where(eq(weighings.caseId, page.caseFile.id))
    .orderBy(asc(weighings.number));
  const comparable = all.filter(({ id }) => id !== page.id);
  const beside = comparable.find(({ id }) => id === asked.beside);
  return { ...page, comparable, compared: beside ? await comparedOf(page.id, beside.id) : null };
}

async function comparedOf(...ids: [string, string]): Promise<ComparedWeighings | null> {
  const [before, after] = await db.read
    .select({
      id: weighings.id,
      number: weighings.number,
      round: weighings.round,
      snapshot: weighings.snapshot,
    })
    .from(weighings)
    .where(inArray(weighings.id, ids))
    .orderBy(asc(weighings.number));
  return before && after ? compared(before, after) : null;
}

function compared(before: Kept, after: Kept): ComparedWeighings {
  const [was, is] = [comparable(before), comparable(after)];
  return {
    before: named(before),
    after: named(after),
    comparison: comparedWeighings(was, is),
    perspectives: union(
      after.snapshot.questionSet.content.perspectives,
      before.snapshot.questionSet.content.perspectives,
      ({ key }) => key,
    ).map(({ key, name }) => ({
      ...{ key, name },
      before: was.perspectives.find((own) => own.key === key) ?? null,
      after: is.perspectives.find((own) => own.key === key) ?? null,
    })),
    options: union(after.snapshot.options, before.snapshot.options, ({ id }) => id).map(
      ({ id, title }) => ({ id, title, before: placeOf(was, id), after: placeOf(is, id) }),
    ),
  };
}

function named({ id, number, round, snapshot }: Kept) {
  return { id, number, round, weighed: snapshot.weighed ?? null };
}

function comparable({
  round,
  snapshot: { input, result, options, people },
}: Kept): ComparedWeighing {
  return {
    round,
    perspectives: input.perspectives.map(({ id, weight, passMark }) => ({
      key: id,
      ...{ weight, passMark },
    })),
    assessors: people.map(({ id }) => id),
    options: options.map(({ id }) => {
      const weighed = result.options.find((own) => own.id === id);
      const tier = result.ranking.findIndex((ids) => ids.includes(id));
      return {
        id,
        total: weighed?.total ?? null,
        passes: weighed?.passes ?? false,
        rank: tier < 0 ? null : result.ranking.slice(0, tier).flat().length + 1,
      };
    }),
    proposed: result.proposed,
  };
}

function placeOf({ options, proposed }: ComparedWeighing, id: string): OptionPlace | null {
  const own = options.find((option) => option.id === id);
  if (!own) return null;
  const { total, passes, rank } = own;
  return { total, passes, rank, proposed: proposed.includes(id) };
}

function union<T>(first: T[], second: T[], keyOf: (item: T) => string): T[] {
  const known = first.map(keyOf);
  return [...first, ...second.filter((item) => !known.includes(keyOf(item)))];
}
