import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DecisionWork } from "#app/schemas/decision-view.ts";
import { Fieldset, TextArea } from "../form/index.ts";

/** Ratings that are missing and differences nobody talked about: each asks a reason. */
export function DiscussionFields({ work: { perspectives, undiscussed } }: { work: DecisionWork }) {
  const { t, language } = useTranslation("decisions");
  const format = useFormat();
  const thin = perspectives.filter((perspective) => perspective.thin);
  if (thin.length === 0 && undiscussed.length === 0) {
    return <p className="mw-hint">{t("discussion.complete")}</p>;
  }
  const thinWords = thin.map(({ name, coverage }) =>
    t("discussion.thinOne", {
      perspective: textIn(name, language).toLowerCase(),
      coverage: format.percent(coverage),
    }),
  );
  return (
    <Fieldset legend={t("discussion.legend")}>
      {thin.length > 0 ? (
        <TextArea
          name="coverageReason"
          label={t("discussion.coverageReason")}
          description={t("discussion.thin", { perspectives: format.list(thinWords) })}
          max={20_000}
        />
      ) : null}
      {undiscussed.length > 0 ? (
        <TextArea
          name="undiscussedReason"
          label={t("discussion.undiscussedReason")}
          description={
            <>
              <p>{t("discussion.undiscussed")}</p>
              <ul>
                {undiscussed.map(({ key, question, option }) => (
                  <li key={key}>
                    {t("discussion.undiscussedOne", {
                      question: textIn(question, language),
                      option,
                    })}
                  </li>
                ))}
              </ul>
            </>
          }
          max={20_000}
        />
      ) : null}
    </Fieldset>
  );
}
