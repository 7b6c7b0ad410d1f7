import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { mostConditions } from "#app/schemas/decision-choices.ts";
import type { DecisionWork } from "#app/schemas/decision-view.ts";

/** Words for the fields in the summary of what must be mended, by name. */
export function useDecisionLabels(work: DecisionWork): Record<string, string> {
  const { t, language } = useTranslation("decisions");
  const labels: Record<string, string> = {
    option: t("option.legend"),
    departure: t("option.departure"),
    coverageReason: t("discussion.coverageReason"),
    undiscussedReason: t("discussion.undiscussedReason"),
    ground: t("ground.legend"),
    groundReference: t("ground.reference"),
    legalAdvice: t("ground.legalAdvice"),
    policyOwner: t("ground.policyOwner"),
    reasonPro: t("reasons.pro"),
    reasonCon: t("reasons.con"),
    equalTreatment: t("treatment.title"),
    precedentCheck: t("precedents.legend"),
    precedents: t("precedents.chosen"),
    otherPrecedent: t("precedents.other"),
    precedentCheckText: t("precedents.text"),
    minorityView: t("minority.label"),
    citizenTold: t("citizen.told"),
    citizenToldAt: t("citizen.toldAt"),
    reviewDate: t("citizen.review"),
    dignityRespected: t("citizen.dignity"),
  };
  for (const { id, label } of work.claims) {
    labels[`choices.${id}`] = t("option.perClaim", { claim: label });
  }
  for (const { key, name } of work.perspectives) {
    labels[`motivation.${key}`] = t("motivation.label", { perspective: textIn(name, language) });
  }
  for (let row = 0; row < mostConditions; row += 1) {
    const condition = t("conditions.row", { number: row + 1 });
    labels[`conditions.${row}.text`] = `${condition}: ${t("conditions.text")}`;
    labels[`conditions.${row}.ownerId`] = `${condition}: ${t("conditions.owner")}`;
    labels[`conditions.${row}.dueDate`] = `${condition}: ${t("conditions.due")}`;
  }
  return labels;
}
