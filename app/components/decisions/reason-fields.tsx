import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DecisionWork } from "#app/schemas/decision-view.ts";
import { CheckboxGroup, Fieldset } from "../form/index.ts";

/** Which of the established circumstances carry the decision, and which held it back. */
export function ReasonFields({ facts }: { facts: DecisionWork["facts"] }) {
  const { t, language } = useTranslation("decisions");
  const choices = (kind: "pro" | "con") =>
    facts
      .filter((fact) => fact.kind === kind && fact.answer === "yes")
      .map(({ id, label, note }) => ({
        value: id,
        label: textIn(label, language),
        ...(note ? { description: note } : {}),
      }));
  const [pro, con] = [choices("pro"), choices("con")];
  return (
    <Fieldset legend={t("reasons.legend")} description={t("reasons.hint")}>
      {pro.length > 0 ? (
        <CheckboxGroup name="reasonPro" label={t("reasons.pro")} options={pro} optional />
      ) : (
        <p>{t("reasons.nonePro")}</p>
      )}
      {con.length > 0 ? (
        <CheckboxGroup name="reasonCon" label={t("reasons.con")} options={con} optional />
      ) : (
        <p>{t("reasons.noneCon")}</p>
      )}
    </Fieldset>
  );
}
