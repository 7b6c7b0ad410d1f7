import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LetterPage, LetterView } from "#app/schemas/letter-view.ts";
import { Card } from "../card.tsx";
import { DateField, Form, FormActions, HiddenField, SubmitButton } from "../form/index.ts";
import { resultOf } from "../result-of.ts";

const fetchLetterForm = () => import("#app/schemas/letter.ts").then((module) => module.letterForm);

type SendLetterProps = { page: LetterPage; letter: LetterView; result: unknown };

/** Recording that the letter went out, after which it stays as it is. */
export function SendLetter({ page, letter, result }: SendLetterProps) {
  const { t } = useTranslation("letters");
  const format = useFormat();
  return (
    <div className="mw-screen-only">
      <Card title={t("send.title")}>
        <p>{t("send.text")}</p>
        <p>{t("send.saved", { date: format.dateTime(letter.updatedAt) })}</p>
        <Form
          key={letter.version}
          intent="send"
          schema={fetchLetterForm}
          values={{ sentOn: page.today }}
          result={resultOf(result, "send")}
          warnOnLeave={false}
        >
          <HiddenField name="letterId" value={letter.id} />
          <HiddenField name="version" value={letter.version} />
          <DateField name="sentOn" label={t("send.day")} />
          <FormActions>
            <SubmitButton>{t("send.button")}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </div>
  );
}
