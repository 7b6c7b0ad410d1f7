/** What a decision answers to the comparison with earlier ones, as it is stored with it. */
import type { EqualTreatmentReport, Queries } from "#db";
import {
  distinguishingFacts,
  equalTreatmentAnswer,
  treatmentOf,
  type Treatment,
} from "#app/domain/equal-treatment.ts";
import type { EqualTreatmentAnswer } from "#app/domain/precedent-relations.ts";
import type { Proposal } from "#app/domain/precedent.ts";
import {
  comparedPrecedents,
  findContradicted,
  findTreatment,
  type ComparedDecision,
  type FoundTreatment,
  type NamedPrecedent,
} from "./equal-treatment.server.ts";

/** Of a band that many precedents set, the report keeps so many by name. */
const mostKept = 50;

export type JudgedDecision = {
  report: EqualTreatmentReport;
  answer: EqualTreatmentAnswer;
  /** Contradicted with neither a reason nor a change of line. */
  standing: string[];
  /** Contradicted, and ended by the change of line. */
  changed: string[];
  /** Those it would contradict had its reason not named a difference. */
  distinguished: string[];
  /** How each precedent that it names, or contradicts, is treated. */
  treatments: (Treatment & { precedentId: string })[];
};

type Judging = {
  compared: ComparedDecision & { level: number };
  /** Precedents the decision names. */
  named: string[];
  /** Those who decide found the case different from what they name. */
  isDifferent: boolean;
  /** Precedents whose reasons the case departs from. */
  departedFrom: string[];
  /** The precedents that a change of line with this decision may end; null without such a change. */
  change: "all" | string[] | null;
};

/** Judges a decision within the change that takes it, so that nothing published before it is missed. */
export async function judgeDecision(read: Queries, judging: Judging): Promise<JudgedDecision> {
  const { compared, named, change } = judging;
  const found = await findTreatment(read, compared);
  const contradicted =
    change === null ? found.added.map(({ id }) => id) : await findContradicted(read, compared);
  const ending = new Set(change === "all" ? contradicted : change);
  const changed = contradicted.filter((id) => ending.has(id));
  const standing = contradicted.filter((id) => !ending.has(id));
  const others = named.filter((id) => !contradicted.includes(id));
  const known = await comparedPrecedents(read, { ...found, ...compared }, others);
  const reasons = reasonsIn(found.proposal, known);
  const answer = equalTreatmentAnswer({
    standing: standing.length,
    changed: changed.length,
    distinguished: reasons.length,
    binding: bindingCount(found),
  });
  return {
    report: { ...reportOf(found, compared), reasons, lineChangeId: null },
    answer,
    standing,
    changed,
    distinguished: reasons.map(({ precedentId }) => precedentId),
    treatments: [
      ...contradicted.map((precedentId) => departure(precedentId)),
      ...known.flatMap((precedent) => {
        const isDifferent = judging.isDifferent || judging.departedFrom.includes(precedent.id);
        return treatmentIn(found.proposal, precedent, isDifferent);
      }),
    ],
  };
}

function departure(precedentId: string): Treatment & { precedentId: string } {
  return { precedentId, relation: "departed", differences: [] };
}

function treatmentIn(proposal: Proposal | null, precedent: NamedPrecedent, isDifferent: boolean) {
  if (!proposal) return [];
  return [{ precedentId: precedent.id, ...treatmentOf({ proposal, precedent, isDifferent }) }];
}

function bindingCount({ band, alreadyInLine }: FoundTreatment): number {
  return band.lowerBy.length + band.upperBy.length + alreadyInLine.length;
}

/** The facts that the reason names and that keep a precedent from binding. */
export function reasonsIn(proposal: Proposal | null, known: NamedPrecedent[]) {
  if (!proposal) return [];
  return known.flatMap((precedent) => {
    const factIds = precedent.isBinding ? distinguishingFacts(proposal, precedent) : null;
    return factIds && factIds.length > 0 ? [{ precedentId: precedent.id, factIds }] : [];
  });
}

function reportOf({ band, added }: FoundTreatment, { level, levels }: Judging["compared"]) {
  const { lower, upper, conflict } = band;
  return {
    ...{ level, levels, lower, upper, conflict },
    lowerBy: band.lowerBy.slice(0, mostKept),
    upperBy: band.upperBy.slice(0, mostKept),
    added: added.map(({ id, because }) => ({ precedentId: id, because })),
  };
}
