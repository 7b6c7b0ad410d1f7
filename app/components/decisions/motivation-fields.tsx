import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DecisionWork } from "#app/schemas/decision-view.ts";
import { Disclosure } from "../disclosure.tsx";
import { Fieldset, TextArea } from "../form/index.ts";

/** Why, from every perspective, with the reasons the group gave at hand. */
export function MotivationFields({ work }: { work: DecisionWork }) {
  const { t, language } = useTranslation("decisions");
  return (
    <Fieldset legend={t("motivation.legend")} description={t("motivation.hint")}>
      {work.perspectives.map(({ key, name }) => (
        <div key={key}>
          <TextArea
            name={`motivation.${key}`}
            label={t("motivation.label", { perspective: textIn(name, language) })}
            rows={6}
            max={20_000}
          />
          <CarryingArguments work={work} perspective={key} />
        </div>
      ))}
    </Fieldset>
  );
}

function CarryingArguments({ work, perspective }: { work: DecisionWork; perspective: string }) {
  const { t } = useTranslation("decisions");
  const own = work.arguments.filter((argument) => argument.perspective === perspective);
  if (own.length === 0) return null;
  const titleOf = (id: string) => work.options.find((option) => option.id === id)?.title ?? "";
  return (
    <Disclosure summary={t("motivation.arguments")}>
      <ul>
        {own.map(({ optionId, side, text }, index) => (
          <li key={index}>{t(`motivation.${side}`, { option: titleOf(optionId), text })}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** A withdrawal has one motivation: it stands under the first perspective. */
export function WithdrawalReason({ perspectives }: { perspectives: DecisionWork["perspectives"] }) {
  const { t } = useTranslation("decisions");
  return (
    <TextArea
      name={`motivation.${perspectives[0]?.key ?? ""}`}
      label={t("motivation.whole")}
      rows={8}
      max={20_000}
    />
  );
}
