import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "../card.tsx";
import { Form, FormActions, SubmitButton } from "../form/index.ts";

/** Asks what is on the agenda again, blind; with nothing on it there is nothing to ask. */
export function SecondRoundCard({ reopens }: { reopens: number }) {
  const { t } = useTranslation("results");
  return (
    <div id="tweede-ronde">
      <Card title={t("secondRound.title")}>
        <p>
          {reopens === 0 ? t("secondRound.nothing") : t("secondRound.text", { count: reopens })}
        </p>
        {reopens > 0 ? (
          <Form intent="second_round" warnOnLeave={false}>
            <FormActions>
              <SubmitButton purpose="secondary">{t("secondRound.open")}</SubmitButton>
            </FormActions>
          </Form>
        ) : null}
      </Card>
    </div>
  );
}
