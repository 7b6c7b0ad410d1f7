import type { DestructionGround, Obstacle } from "#app/domain/retention.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Card } from "../card.tsx";
import { CheckboxField, Form, FormActions, RadioGroup, SubmitButton } from "../form/index.ts";

const fetchSchema = () =>
  import("#app/schemas/retention.ts").then((module) => module.caseRetentionSchema);

type ProposeProps = {
  /** On which it can be proposed now. */
  grounds: readonly DestructionGround[];
  /** Why nothing can be proposed now. */
  obstacle: Obstacle | null;
  result: FormResult | undefined;
};

/** Proposing that a case goes; somebody else decides. */
export function ProposeDestruction({ grounds, obstacle, result }: ProposeProps) {
  const { t } = useTranslation("retention");
  if (obstacle !== null) {
    return (
      <Card title={t("casePage.propose")}>
        <p className="nl-paragraph">{t(`casePage.obstacle.${obstacle}`)}</p>
      </Card>
    );
  }
  const isTooEarly = !grounds.includes("period_over");
  return (
    <Card title={t("casePage.propose")}>
      <p className="nl-paragraph">{t("casePage.proposeText")}</p>
      <Form intent="propose" schema={fetchSchema} result={result}>
        <RadioGroup
          name="ground"
          label={t("casePage.ground")}
          description={isTooEarly ? t("casePage.obstacle.period_not_over") : undefined}
          options={grounds.map((ground) => ({ value: ground, label: t(`ground.${ground}`) }))}
        />
        <CheckboxField name="confirm" label={t("casePage.confirm")} required />
        <FormActions>
          <SubmitButton negative>{t("casePage.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
