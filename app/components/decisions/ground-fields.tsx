import { grounds, type Ground } from "#app/domain/option.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Disclosure } from "../disclosure.tsx";
import { Fieldset, SelectField, TextArea, TextField } from "../form/index.ts";

/** On which ground the decision departs from the rule, and what that ground asks. */
export function GroundFields({ severalClaims }: { severalClaims: boolean }) {
  const { t } = useTranslation("decisions");
  const { t: terms } = useTranslation();
  return (
    <Fieldset
      legend={t("ground.legend")}
      description={severalClaims ? t("ground.several") : undefined}
    >
      <SelectField
        name="ground"
        label={t("ground.ground")}
        description={t("ground.groundHint")}
        empty={t("ground.none")}
        options={grounds.map(({ key }) => ({ value: key, label: terms(`ground.${key}`) }))}
        optional
      />
      <Disclosure summary={t("ground.explanation")}>
        <dl className="mw-data-list">
          {grounds.map((ground) => (
            <GroundAbout key={ground.key} ground={ground} />
          ))}
        </dl>
      </Disclosure>
      <TextField
        name="groundReference"
        label={t("ground.reference")}
        description={t("ground.referenceHint")}
        optional
      />
      <TextArea
        name="legalAdvice"
        label={t("ground.legalAdvice")}
        description={t("ground.legalAdviceHint")}
        max={20_000}
        optional
      />
      <TextField
        name="policyOwner"
        label={t("ground.policyOwner")}
        description={t("ground.policyOwnerHint")}
        optional
      />
    </Fieldset>
  );
}

function GroundAbout({ ground }: { ground: Ground }) {
  const { t } = useTranslation("decisions");
  const { t: terms } = useTranslation();
  const { t: options } = useTranslation("options");
  const { list } = useFormat();
  const asked = [
    ground.requiresReference ? t("ground.needsReference") : null,
    ground.requiresExecutive ? t("ground.needsExecutive") : null,
    ground.requiresLegalAdvice ? t("ground.needsAdvice") : null,
    ground.redFlag ? t("ground.redFlag") : null,
  ].filter((what) => what !== null);
  return (
    <div className="mw-data-list__item">
      <dt>{terms(`ground.${ground.key}`)}</dt>
      <dd>
        {options(`groundAbout.${ground.key}`)}{" "}
        {asked.length > 0 ? `${t("ground.asks", { what: list(asked) })} ` : ""}
        {ground.source ? t("ground.source", { source: ground.source }) : ""}
      </dd>
    </div>
  );
}
