import { adoptionChoices } from "#app/domain/precedent-relations.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import {
  Form,
  FormActions,
  HiddenField,
  RadioGroup,
  SubmitButton,
  TextArea,
} from "../form/index.ts";
import {
  AdoptionOriginal,
  ChosenWords,
  useNameOf,
  type OnePerspective,
} from "./adoption-original.tsx";

const adoptionSchema = () =>
  import("#app/schemas/comparing-form.ts").then((module) => module.adoptionForm);

type AdoptionFormProps = OnePerspective & { caseId: string; result: FormResult | undefined };

/** The choice for one perspective, with the original locked beside it. */
export function AdoptionForm({ caseId, adoption, one, result }: AdoptionFormProps) {
  const { t } = useTranslation("comparing");
  const name = useNameOf()(one);
  const { chosen, original } = one;
  const values = {
    choice: chosen?.choice ?? "",
    adapted: chosen?.choice === "adapt" ? chosen.text : original,
    departed: chosen?.choice === "depart" ? chosen.text : "",
  };
  return (
    <section className="mw-adoption" aria-label={name}>
      <h3 className="nl-heading nl-heading--level-4">{name}</h3>
      <div className="mw-adoption__columns">
        <AdoptionOriginal adoption={adoption} one={one} />
        <Form
          key={chosen?.version ?? 0}
          schema={adoptionSchema}
          intent="record"
          values={values}
          result={result}
          preventScrollReset
          aria-label={`${t("adoption.title")}: ${name}`}
          labels={{ choice: t("adoption.choice") }}
        >
          <ChosenWords one={one} />
          <HiddenField name="caseId" value={caseId} />
          <HiddenField name="precedentId" value={adoption.precedentId} />
          <HiddenField name="perspective" value={one.perspective} />
          <HiddenField name="version" value={chosen?.version ?? 0} />
          <RadioGroup
            name="choice"
            label={t("adoption.choice")}
            options={adoptionChoices.map((choice) => ({
              value: choice,
              label: t(`adoption.${choice}`),
              description: t(`adoption.${choice}Hint`),
            }))}
          />
          <div className="mw-adoption__adapt">
            <TextArea
              name="adapted"
              label={t("adoption.adapted")}
              description={t("adoption.adaptedHint")}
              rows={6}
              optional
            />
          </div>
          <div className="mw-adoption__depart">
            <TextArea
              name="departed"
              label={t("adoption.departed")}
              description={t("adoption.departedHint")}
              optional
            />
          </div>
          <FormActions>
            <SubmitButton>{t("adoption.save")}</SubmitButton>
            {chosen ? (
              <SubmitButton intent="withdraw" purpose="secondary" skipsValidation>
                {t("adoption.withdraw")}
              </SubmitButton>
            ) : null}
          </FormActions>
        </Form>
      </div>
    </section>
  );
}
