import { asc, eq } from "drizzle-orm";
import { claims, db, options, type Queries } from "#db";
import { coverageNeeded } from "#app/domain/decision.ts";
import type {
  DecisionFact,
  DecisionKnown,
  DecisionOption,
  DecisionPerspective,
} from "#app/schemas/decision-view.ts";
import type { ReadableCase } from "./case-access.server.ts";
import { factsInCase } from "./case-facts.server.ts";
import { getDeliberation, type Deliberation } from "./deliberation.server.ts";

/** All that is known about a case when a decision is prepared. */
export type DecisionBasis = DecisionKnown & { deliberation: Deliberation };

/** What a decision on this case starts from; null while nothing was weighed. */
export async function findDecisionBasis(
  caseFile: ReadableCase,
  read: Queries = db.read,
): Promise<DecisionBasis | null> {
  const deliberation = await getDeliberation(caseFile, read);
  if (!deliberation) return null;
  return {
    deliberation,
    options: await listWeighedOptions(read, caseFile, deliberation),
    claims: await listClaims(read, caseFile),
    perspectives: perspectivesOf(deliberation),
    facts: await listCaseFacts(read, caseFile),
    undiscussed: undiscussedOf(deliberation),
  };
}

async function listWeighedOptions(
  read: Queries,
  caseFile: ReadableCase,
  { weighing }: Deliberation,
): Promise<DecisionOption[]> {
  const rows = await read
    .select({
      id: options.id,
      position: options.position,
      title: options.title,
      description: options.description,
      level: options.level,
      ground: options.ground,
      groundReference: options.groundReference,
    })
    .from(options)
    .where(eq(options.caseId, caseFile.id))
    .orderBy(asc(options.position));
  return rows.flatMap((row) => {
    const weighed = weighing.options.find(({ id }) => id === row.id);
    // An option added after the scoring was never weighed and cannot be chosen.
    if (!weighed) return [];
    return {
      ...row,
      proposed: weighing.proposed.includes(row.id),
      passes: weighed.passes,
      total: weighed.total,
      failing: weighed.perspectives.filter(({ passes }) => !passes).map(({ id }) => id),
    };
  });
}

async function listClaims(read: Queries, caseFile: ReadableCase) {
  return read
    .select({ id: claims.id, label: claims.label, cents: claims.cents })
    .from(claims)
    .where(eq(claims.caseId, caseFile.id))
    .orderBy(asc(claims.position));
}

async function listCaseFacts(read: Queries, caseFile: ReadableCase): Promise<DecisionFact[]> {
  const known = await factsInCase(read, caseFile.id);
  return known
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ factId, direction, answer, label, note }) => {
      return { id: factId, kind: direction, answer, label, note };
    });
}

function perspectivesOf({ snapshot, weighing }: Deliberation): DecisionPerspective[] {
  return snapshot.input.perspectives.map(({ id, passMark, assessors }) => {
    const template = snapshot.questionSet.content.perspectives.find(({ key }) => key === id);
    const coverage = Math.min(
      ...weighing.options.map(
        (option) => option.perspectives.find((weighed) => weighed.id === id)?.coverage ?? 0,
      ),
    );
    return {
      key: id,
      name: template?.name ?? { nl: id, en: id },
      passMark,
      people: assessors.length,
      coverage,
      thin: !(coverage >= coverageNeeded - 1e-9),
    };
  });
}

function undiscussedOf(deliberation: Deliberation): DecisionBasis["undiscussed"] {
  const { snapshot, undiscussedCells } = deliberation;
  const questions = snapshot.questionSet.content.perspectives.flatMap((each) => [
    ...each.gates,
    ...each.criteria,
  ]);
  return undiscussedCells.map((key) => {
    const [criterion = "", optionId = ""] = key.split(":");
    const question = questions.find((each) => each.key === criterion)?.question;
    return {
      key,
      question: question ?? { nl: criterion, en: criterion },
      option: snapshot.options.find(({ id }) => id === optionId)?.title ?? "",
    };
  });
}
