import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { ReflectionPage } from "#app/schemas/signal-view.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { Form, FormActions, HiddenField, SubmitButton, TextArea } from "../form/index.ts";
import { Prose } from "../prose.tsx";

const fetchReflectionForm = () =>
  import("#app/schemas/signal.ts").then((module) => module.reflectionForm);

type ReflectionProps = { page: ReflectionPage; result: FormResult | undefined };

/** Two questions; what was written before can be changed. */
export function ReflectionForm({ page: { reflection }, result }: ReflectionProps) {
  const { t } = useTranslation("signals");
  const format = useFormat();
  const { unwrittenRule = "", dilemma = "", version = 0 } = reflection ?? {};
  return (
    <>
      {reflection?.answeredAt ? (
        <Card
          title={t("reflection.answer", {
            name: reflection.answeredBy ?? "",
            date: format.date(reflection.answeredAt),
          })}
          tone="accent"
        >
          <Prose text={reflection.answer} />
          <p className="mw-soft">{t("reflection.changedAnswer")}</p>
        </Card>
      ) : null}
      {reflection ? (
        <Alert kind="ok">
          <p>{t("reflection.written", { date: format.date(reflection.at) })}</p>
        </Alert>
      ) : null}
      <Card>
        <p>{t("reflection.readers")}</p>
        <Form schema={fetchReflectionForm} values={{ unwrittenRule, dilemma }} result={result}>
          <HiddenField name="version" value={version} />
          <TextArea
            name="unwrittenRule"
            label={t("reflection.rule")}
            description={t("reflection.ruleHint")}
            rows={4}
            max={4_000}
            optional
          />
          <TextArea
            name="dilemma"
            label={t("reflection.dilemma")}
            description={t("reflection.dilemmaHint")}
            rows={4}
            max={4_000}
            optional
          />
          <FormActions>
            <SubmitButton>{t("reflection.save")}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </>
  );
}
