import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { ReceivedHandover } from "#app/schemas/handover-view.ts";
import { Card } from "../card.tsx";
import { Form, FormActions, HiddenField, SubmitButton, TextArea } from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { resultOf } from "../result-of.ts";

export const fetchHandoverAct = () =>
  import("#app/schemas/handover.ts").then((module) => module.handoverAct);

type AnswerProps = { page: ReceivedHandover; result: FormResult | undefined };

/** Taking it on or sending it back, each with a word to the sender. */
export function AnswerForms({ page, result }: AnswerProps) {
  const { t } = useTranslation("handovers");
  return (
    <>
      {(["accept", "return"] as const).map((intent) => (
        <Card key={intent} title={t(`answer.${intent}Title`)}>
          <p>{t(`answer.${intent}Text`)}</p>
          <Form intent={intent} schema={fetchHandoverAct} result={resultOf(result, intent)}>
            <HiddenField name="version" value={page.version} />
            <TextArea
              name="answer"
              label={t("answer.word")}
              description={t(`answer.${intent}Hint`)}
              max={5000}
            />
            <FormActions>
              <SubmitButton purpose={intent === "accept" ? "primary" : "secondary"}>
                {t(`answer.${intent}`)}
              </SubmitButton>
            </FormActions>
          </Form>
        </Card>
      ))}
    </>
  );
}

/** Once it was taken on: a case of their own, or the way to it. */
export function OwnCase({ page, result }: AnswerProps) {
  const { t } = useTranslation("handovers");
  const { madeCase, isCaseMade } = page;
  return (
    <Card title={t("made.title")}>
      {isCaseMade ? (
        <>
          <p>{t("made.done")}</p>
          {madeCase ? (
            <LinkButton to={`/casussen/${madeCase.id}`}>{t("made.toCase", madeCase)}</LinkButton>
          ) : null}
        </>
      ) : (
        <>
          <p>{t("made.text")}</p>
          <Form intent="make-case" result={resultOf(result, "make-case")} warnOnLeave={false}>
            <FormActions>
              <SubmitButton>{t("made.act")}</SubmitButton>
            </FormActions>
          </Form>
        </>
      )}
    </Card>
  );
}
