import { grounds } from "#app/domain/option.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { isRowsResult } from "#app/schemas/form-rows.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { OptionPage } from "#app/schemas/case-step-view.ts";
import {
  Fieldset,
  Form,
  FormActions,
  HiddenField,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from "../form/index.ts";
import { CostLineFields } from "./cost-line-fields.tsx";

const fetchNewOptionSchema = () =>
  import("#app/schemas/option.ts").then((module) => module.newOptionSchema);
const fetchOptionSchema = () =>
  import("#app/schemas/option.ts").then((module) => module.optionSchema);

type OptionFormProps = { page: OptionPage; result: FormResult | undefined };

/** A solution with its ground, what it does per claim and what it costs. */
export function OptionForm({ page, result }: OptionFormProps) {
  const { t } = useTranslation("options");
  const { option, lines, claims, claimLevels } = page;
  const isStrict = option?.position === 0;
  const levelPerClaim = Object.fromEntries(
    claimLevels.map(({ claimId, level, note }) => [claimId, { level: String(level), note }]),
  );
  return (
    <Form
      key={isRowsResult(result) ? result.stamp : (option?.id ?? "new")}
      intent="save"
      schema={option ? fetchOptionSchema : fetchNewOptionSchema}
      values={{ ...option, level: String(option?.level ?? ""), lines, claims: levelPerClaim }}
      result={result}
      labels={useLabels(lines.length)}
      className="mw-form--wide"
    >
      {option ? <HiddenField name="version" value={option.version} /> : null}
      <TextField name="title" label={t("title")} />
      <TextArea name="description" label={t("description")} max={20_000} rows={6} optional />
      {isStrict ? <HiddenField name="level" value={0} /> : <LevelAndGround levels={page.levels} />}
      {isStrict || claims.length === 0 ? null : (
        <ClaimLevels claims={claims} levels={page.levels} />
      )}
      <CostLineFields stored={lines.length} result={result} />
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function LevelAndGround({ levels }: { levels: readonly string[] }) {
  const { t } = useTranslation("options");
  const { t: terms } = useTranslation();
  return (
    <>
      <RadioGroup name="level" label={t("level")} options={levelChoices(levels)} />
      <RadioGroup
        name="ground"
        label={t("ground")}
        options={grounds.map(({ key }) => ({
          value: key,
          label: terms(`ground.${key}`),
          description: t(`groundAbout.${key}`),
        }))}
      />
      <TextField
        name="groundReference"
        label={t("groundReference")}
        description={t("groundReferenceHint")}
        optional
      />
    </>
  );
}

type ClaimLevelsProps = {
  claims: readonly { id: string; label: string }[];
  levels: readonly string[];
};

function ClaimLevels({ claims, levels }: ClaimLevelsProps) {
  const { t } = useTranslation("options");
  return (
    <Fieldset legend={t("claims")} description={t("claimsHint")}>
      {claims.map(({ id, label }) => (
        <div key={id} className="mw-row-group__fields">
          <SelectField
            name={`claims.${id}.level`}
            label={t("claimLevel", { claim: label })}
            empty={t("asOption")}
            options={levelChoices(levels)}
            optional
          />
          <TextField name={`claims.${id}.note`} label={t("claimNote", { claim: label })} optional />
        </div>
      ))}
    </Fieldset>
  );
}

function levelChoices(levels: readonly string[]) {
  return levels.map((label, level) => ({ value: String(level), label }));
}

function useLabels(stored: number): Record<string, string> {
  const { t } = useTranslation("options");
  const labels: Record<string, string> = {
    title: t("title"),
    description: t("description"),
    level: t("level"),
    ground: t("ground"),
    groundReference: t("groundReference"),
    lines: t("costs"),
  };
  const fields = ["post", "bearer", "recurrence", "certainty", "source", "cents"] as const;
  for (let index = 0; index < stored + 20; index += 1) {
    for (const field of fields) {
      labels[`lines.${index}.${field}`] = `${t("lineOf", { number: index + 1 })}: ${t(field)}`;
    }
  }
  return labels;
}
