import {
  HiddenField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from "#app/components/form/index.ts";
import { DataList } from "#app/components/data-list.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { factKinds, factMeasures, type FactMeasure } from "#app/domain/case-file.ts";
import { factPerspectives } from "#app/schemas/fact-perspectives.ts";

type FactFieldsProps = {
  /** Perspective, direction and measure of a fact that is used: they no longer change. */
  fixed?:
    { perspective: string; direction: "pro" | "con"; measure: FactMeasure | null } | undefined;
};

export function FactFields({ fixed }: FactFieldsProps) {
  const { t } = useTranslation("administration");
  return (
    <>
      <TextField name="label.nl" label={t("fact.labelNl")} autoComplete="off" />
      <TextField name="label.en" label={t("fact.labelEn")} autoComplete="off" />
      <TextArea name="definition.nl" label={t("fact.definitionNl")} max={500} rows={3} />
      <TextArea name="definition.en" label={t("fact.definitionEn")} max={500} rows={3} />
      <TextArea name="example.nl" label={t("fact.exampleNl")} max={500} rows={2} optional />
      <TextArea name="example.en" label={t("fact.exampleEn")} max={500} rows={2} optional />
      <TextArea
        name="synonyms"
        label={t("fact.synonyms")}
        description={t("fact.synonymsHint")}
        optional
      />
      {fixed ? <FixedMeaning {...fixed} /> : <MeaningFields />}
    </>
  );
}

function MeaningFields() {
  const { t } = useTranslation("administration");
  const { t: terms } = useTranslation();
  return (
    <>
      <SelectField
        name="perspective"
        label={t("fact.perspective")}
        options={factPerspectives.map((value) => ({
          value,
          label: terms(`perspective.${value}`),
        }))}
        width="medium"
      />
      <RadioGroup
        name="direction"
        label={t("fact.direction")}
        options={factKinds.map((value) => ({ value, label: terms(`factKind.${value}`) }))}
      />
      <SelectField
        name="measure"
        label={t("fact.measure")}
        description={t("fact.measureHint")}
        options={factMeasures.map((value) => ({ value, label: t(`fact.measureName.${value}`) }))}
        empty={t("fact.measureNone")}
        width="medium"
        optional
      />
    </>
  );
}

function FixedMeaning({ perspective, direction, measure }: NonNullable<FactFieldsProps["fixed"]>) {
  const { t } = useTranslation("administration");
  const { t: terms } = useTranslation();
  const known = factPerspectives.find((key) => key === perspective);
  return (
    <>
      <HiddenField name="perspective" value={perspective} />
      <HiddenField name="direction" value={direction} />
      <HiddenField name="measure" value={measure ?? ""} />
      <DataList
        items={[
          {
            key: "perspective",
            label: t("fact.perspective"),
            value: known ? terms(`perspective.${known}`) : perspective,
          },
          { key: "direction", label: t("fact.direction"), value: terms(`factKind.${direction}`) },
          {
            key: "measure",
            label: t("fact.measure"),
            value: measure ? t(`fact.measureName.${measure}`) : t("fact.measureNone"),
          },
        ]}
      />
      <p className="mw-field__description">{t("fact.fixedHint")}</p>
    </>
  );
}

/** The words of these fields for a summary above the form, which cannot look inside. */
export function useFactLabels() {
  const { t } = useTranslation("administration");
  return {
    "label.nl": t("fact.labelNl"),
    "label.en": t("fact.labelEn"),
    "definition.nl": t("fact.definitionNl"),
    "definition.en": t("fact.definitionEn"),
    "example.nl": t("fact.exampleNl"),
    "example.en": t("fact.exampleEn"),
    synonyms: t("fact.synonyms"),
    perspective: t("fact.perspective"),
    direction: t("fact.direction"),
    measure: t("fact.measure"),
  };
}
