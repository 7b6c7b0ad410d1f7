import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DecisionWork } from "#app/schemas/decision-view.ts";
import { Fieldset, RadioGroup, SubmitButton, TextArea } from "../form/index.ts";

/** The choice itself: for every claim, or one for everything, and why when it departs. */
export function OptionFields({ work }: { work: DecisionWork }) {
  const { t } = useTranslation("decisions");
  const choices = useOptionChoices(work);
  const { claims } = work;
  return (
    <Fieldset
      legend={t("option.legend")}
      description={claims.length > 1 ? t("option.perClaimHint") : undefined}
    >
      {claims.length === 0 ? (
        <RadioGroup name="option" label={t("option.whole")} options={choices} />
      ) : (
        claims.map((claim) => <ClaimChoice key={claim.id} claim={claim} choices={choices} />)
      )}
      <div className="mw-field">
        <SubmitButton
          intent="start-from-option"
          purpose="subtle"
          skipsValidation
          aria-describedby="restart-hint"
        >
          {t("option.restart")}
        </SubmitButton>
        <p className="mw-hint" id="restart-hint">
          {t("option.restartHint")}
        </p>
      </div>
      <TextArea
        name="departure"
        label={t("option.departure")}
        description={<DepartureHelp work={work} />}
        max={20_000}
        optional
      />
    </Fieldset>
  );
}

type ClaimChoiceProps = {
  claim: DecisionWork["claims"][number];
  choices: ReturnType<typeof useOptionChoices>;
};

function ClaimChoice({ claim, choices }: ClaimChoiceProps) {
  const { t } = useTranslation("decisions");
  const format = useFormat();
  const words = claim.cents === null ? claim.label : `${claim.label} (${format.euro(claim.cents)})`;
  return (
    <RadioGroup
      name={`choices.${claim.id}`}
      label={t("option.perClaim", { claim: words })}
      options={choices}
    />
  );
}

function useOptionChoices({ options, perspectives, levels }: DecisionWork) {
  const { t, language } = useTranslation("decisions");
  const { list } = useFormat();
  const nameOf = useNameOf(perspectives);
  return options.map(({ id, title, level, proposed, passes, failing }) => {
    const words = levels[level];
    const verdict = passes
      ? t(proposed ? "option.proposed" : "option.passes")
      : t("option.fails", { perspectives: list(failing.map(nameOf)) });
    const grade = words ? t("option.level", { level: textIn(words, language) }) : "";
    return { value: id, label: title, description: `${verdict} ${grade}` };
  });
}

function useNameOf(perspectives: DecisionWork["perspectives"]) {
  const { language } = useTranslation();
  return (key: string) => {
    const name = perspectives.find((perspective) => perspective.key === key)?.name;
    return name ? textIn(name, language).toLowerCase() : key;
  };
}

function DepartureHelp({ work: { options, perspectives } }: { work: DecisionWork }) {
  const { t } = useTranslation("decisions");
  const { list } = useFormat();
  const nameOf = useNameOf(perspectives);
  const proposed = options.filter((option) => option.proposed).map(({ title }) => title);
  return (
    <>
      <p>{t("option.departureHint")}</p>
      <ul>
        {proposed.length > 0 ? (
          <li>{t("option.departureProposed", { options: list(proposed) })}</li>
        ) : null}
        {options
          .filter(({ passes }) => !passes)
          .map(({ id, title, failing }) => (
            <li key={id}>
              {t("option.departureFails", {
                option: title,
                perspectives: list(failing.map(nameOf)),
              })}
            </li>
          ))}
      </ul>
    </>
  );
}
