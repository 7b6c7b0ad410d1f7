import { useEffect, useRef } from "react";
import { Card } from "#app/components/card.tsx";
import { Form, FormActions, HiddenField, SubmitButton } from "#app/components/form/index.ts";
import { TextLink } from "#app/components/text-link.tsx";
import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ImportPlan } from "#app/schemas/question-set-import.ts";
import { QuestionSetDifferences } from "./question-set-differences.tsx";

/** What the file would make, with the choice; nothing has been stored yet. */
export function ImportPlanCard({ plan }: { plan: ImportPlan }) {
  const { t, language } = useTranslation("question-sets");
  const { known } = plan;
  const title = useRef<HTMLSpanElement>(null);
  useEffect(() => title.current?.focus(), [plan]);
  const mayBeVersion = known !== null && known.draftId === null && known.differences.length > 0;
  return (
    <>
      <Card
        title={
          <span ref={title} tabIndex={-1}>
            {t("import.planTitle")}
          </span>
        }
        tone="accent"
      >
        <p className="nl-paragraph">
          {t("import.planText", { name: textIn(plan.name, language), number: plan.number })}
        </p>
        <ul>
          {plan.perspectives.map(({ name, gates, criteria }) => (
            <li key={name.nl}>
              {textIn(name, language)}: {t("import.planPerspective", { gates, count: criteria })}
            </li>
          ))}
        </ul>
        <KnownSet known={known} />
        <Form warnOnLeave={false}>
          <HiddenField name="intent" value="import" />
          <HiddenField name="text" value={plan.text} />
          <FormActions>
            {mayBeVersion ? (
              <SubmitButton name="as" value="version">
                {t("import.asVersion", { number: known.number + 1 })}
              </SubmitButton>
            ) : null}
            <SubmitButton name="as" value="new" purpose={mayBeVersion ? "secondary" : "primary"}>
              {t("import.asNew")}
            </SubmitButton>
          </FormActions>
        </Form>
      </Card>
      {known && known.differences.length > 0 ? (
        <QuestionSetDifferences previous={known.number} differences={known.differences} />
      ) : null}
    </>
  );
}

/** How the file stands to the set with the same key. */
function KnownSet({ known }: { known: ImportPlan["known"] }) {
  const { t } = useTranslation("question-sets");
  if (!known) return <p className="nl-paragraph">{t("import.unknown")}</p>;
  const { number, differences, draftId } = known;
  if (differences.length === 0) {
    return <p className="nl-paragraph">{t("import.same", { number })}</p>;
  }
  if (draftId === null) return <p className="nl-paragraph">{t("import.known", { number })}</p>;
  return (
    <p className="nl-paragraph">
      {t("import.draftInTheWay")}{" "}
      <TextLink to={`/beheer/vragensets/${draftId}`}>{t("import.toDraft")}</TextLink>
    </p>
  );
}
