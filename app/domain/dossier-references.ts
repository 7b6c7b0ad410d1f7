import type { Dossier } from "./dossier.ts";
import type { DossierFinding } from "./dossier-findings.ts";

type Named = { place: string; id: string | null };

/** The names in a dossier that stand for nothing in it, and those that stand for two things. */
export function referenceFindings(dossier: Dossier): DossierFinding[] {
  const { people, options, claims, facts, versions, precedentCheck } = dossier;
  return [
    ...twice("people", people),
    ...twice("options", options),
    ...twice("claims", claims),
    ...twice("facts", facts),
    ...twice("versions", versions),
    ...twice("precedentCheck.precedents", precedentCheck.precedents),
    ...twice(
      "panel",
      dossier.panel.map(({ person }) => ({ id: person })),
    ),
    ...unknown(people, peopleNamed(dossier)),
    ...unknown(options, optionsNamed(dossier)),
    ...unknown(claims, claimsNamed(dossier)),
    ...unknown(facts, factsNamed(dossier)),
    ...unknown(precedentCheck.precedents, precedentsNamed(dossier)),
    ...unknown(questionsOf(dossier), questionsNamed(dossier)),
    ...unknown(dossier.weighing ? [dossier.weighing] : [], [
      { place: "decision.weighingId", id: dossier.decision.weighingId },
    ]),
  ];
}

function twice(place: string, items: { id: string }[]): DossierFinding[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, at) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ code: "name_twice" as const, place: `${place}[${at}]`, found: id }];
  });
}

function unknown(items: { id: string }[], named: Named[]): DossierFinding[] {
  const known = new Set(items.map(({ id }) => id));
  return named.flatMap(({ place, id }) =>
    id === null || known.has(id) ? [] : [{ code: "reference_unknown" as const, place, found: id }],
  );
}

/** What each item of a list names, with its place. */
function each<Item>(
  place: string,
  items: Item[],
  name: keyof Item & string,
  idOf: (item: Item) => string | null,
): Named[] {
  return items.map((item, at) => ({ place: `${place}[${at}].${name}`, id: idOf(item) }));
}

function texts(place: string, ids: string[]): Named[] {
  return ids.map((id, at) => ({ place: `${place}[${at}]`, id }));
}

function peopleNamed(dossier: Dossier): Named[] {
  const { decision, weighing, rounds } = dossier;
  return [
    { place: "decision.preparedBy", id: decision.preparedBy },
    { place: "decision.takenBy", id: decision.takenBy },
    { place: "weighing.createdBy", id: weighing?.createdBy ?? null },
    ...each("decision.conditions", decision.conditions, "owner", ({ owner }) => owner),
    ...each("panel", dossier.panel, "person", ({ person }) => person),
    ...each("ratings", dossier.ratings, "person", ({ person }) => person),
    ...each("gateAnswers", dossier.gateAnswers, "person", ({ person }) => person),
    ...each("arguments", dossier.arguments, "person", ({ person }) => person),
    ...each("minorityViews", dossier.minorityViews, "person", ({ person }) => person),
    ...each("rounds", rounds, "revealedBy", ({ revealedBy }) => revealedBy),
    ...rounds.flatMap(({ missing }, at) =>
      each(`rounds[${at}].missing`, missing, "person", ({ person }) => person),
    ),
  ];
}

function optionsNamed(dossier: Dossier): Named[] {
  const { decision, weighing } = dossier;
  return [
    { place: "decision.optionId", id: decision.optionId },
    ...each("decision.choices", decision.choices, "optionId", ({ optionId }) => optionId),
    ...each("weighing.options", weighing?.options ?? [], "id", ({ id }) => id),
    ...each("ratings", dossier.ratings, "optionId", ({ optionId }) => optionId),
    ...each("gateAnswers", dossier.gateAnswers, "optionId", ({ optionId }) => optionId),
    ...each("arguments", dossier.arguments, "optionId", ({ optionId }) => optionId),
    ...each("discussed", dossier.discussed, "optionId", ({ optionId }) => optionId),
    ...each("minorityViews", dossier.minorityViews, "optionId", ({ optionId }) => optionId),
  ];
}

function claimsNamed({ decision, options }: Dossier): Named[] {
  return [
    ...each("decision.choices", decision.choices, "claimId", ({ claimId }) => claimId),
    ...options.flatMap(({ claims }, at) =>
      each(`options[${at}].claims`, claims, "claimId", ({ claimId }) => claimId),
    ),
  ];
}

function factsNamed({ decision, precedentCheck }: Dossier): Named[] {
  const reasons = precedentCheck.report?.reasons ?? [];
  return [
    ...texts("decision.reasonPro", decision.reasonPro),
    ...texts("decision.reasonCon", decision.reasonCon),
    ...reasons.flatMap(({ factIds }, at) =>
      texts(`precedentCheck.report.reasons[${at}].factIds`, factIds),
    ),
    ...precedentCheck.treatments.flatMap(({ differences }, at) =>
      texts(`precedentCheck.treatments[${at}].differences`, differences),
    ),
  ];
}

function precedentsNamed({ precedentCheck }: Dossier): Named[] {
  const { report, treatments, adoptions } = precedentCheck;
  const idOf = ({ precedentId }: { precedentId: string }) => precedentId;
  return [
    ...texts("precedentCheck.report.lowerBy", report?.lowerBy ?? []),
    ...texts("precedentCheck.report.upperBy", report?.upperBy ?? []),
    ...each("precedentCheck.report.added", report?.added ?? [], "precedentId", idOf),
    ...each("precedentCheck.report.reasons", report?.reasons ?? [], "precedentId", idOf),
    ...each("precedentCheck.treatments", treatments, "precedentId", idOf),
    ...each("precedentCheck.adoptions", adoptions, "precedentId", idOf),
  ];
}

function questionsOf({ questionSet }: Dossier): { id: string }[] {
  const perspectives = questionSet?.content.perspectives ?? [];
  return perspectives.flatMap(({ key, criteria, gates }) => [
    { id: key },
    ...criteria.map((criterion) => ({ id: criterion.key })),
    ...gates.map((gate) => ({ id: gate.key })),
  ]);
}

function questionsNamed(dossier: Dossier): Named[] {
  const { ratings, gateAnswers, panel, weighing } = dossier;
  const weights = weighing?.weights ?? [];
  return [
    ...each("weighing.weights", weights, "perspective", ({ perspective }) => perspective),
    ...each("panel", panel, "perspective", ({ perspective }) => perspective),
    ...each("ratings", ratings, "criterion", ({ criterion }) => criterion),
    ...each("gateAnswers", gateAnswers, "gate", ({ gate }) => gate),
  ];
}
