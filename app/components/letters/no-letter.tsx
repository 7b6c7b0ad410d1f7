import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { LetterPage } from "#app/schemas/letter-view.ts";
import { Card } from "../card.tsx";
import { EmptyState } from "../empty-state.tsx";
import { Form, FormActions, SubmitButton } from "../form/index.ts";
import { resultOf } from "../result-of.ts";

type NoLetterProps = { page: LetterPage; result: unknown };

/** No letter yet, or none that can still change: how a new one begins. */
export function NoLetter({ page, result }: NoLetterProps) {
  const { t } = useTranslation("letters");
  const { letter, may } = page;
  const start = may.start ? (
    <Start result={resultOf(result, "start")} again={letter !== null} />
  ) : null;
  if (letter) {
    return (
      <div className="mw-screen-only">
        <Card title={t("again.title")} tone="quiet">
          <p>{t("again.text")}</p>
          {start}
        </Card>
      </div>
    );
  }
  return (
    <EmptyState title={t("none.title")} action={start}>
      {may.start ? t("none.text") : t("none.mayNot")}
    </EmptyState>
  );
}

function Start({ result, again }: { result: FormResult | undefined; again: boolean }) {
  const { t } = useTranslation("letters");
  return (
    <Form intent="start" result={result} warnOnLeave={false}>
      <FormActions>
        <SubmitButton purpose={again ? "secondary" : "primary"}>
          {again ? t("again.start") : t("none.start")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
