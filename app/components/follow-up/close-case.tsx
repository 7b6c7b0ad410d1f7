import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { FollowUpPage } from "#app/schemas/follow-up-view.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { Form, FormActions, SubmitButton } from "../form/index.ts";
import { resultOf } from "../result-of.ts";

/** Closing the case, or what still stands in the way. */
export function CloseCase({
  page,
  result,
}: {
  page: FollowUpPage;
  result: FormResult | undefined;
}) {
  const { t } = useTranslation("decisions");
  const { t: aftercare } = useTranslation("aftercare");
  const { caseFile, mayClose, open } = page;
  if (caseFile.status === "closed") {
    return (
      <Alert kind="ok">
        <p>{t("followUp.closed")}</p>
      </Alert>
    );
  }
  if (!mayClose) return null;
  const ready = open.conditions === 0 && open.reviewHeld && open.proceedings === 0;
  return (
    <Card title={t("followUp.closeTitle")} tone={ready ? "accent" : "quiet"}>
      {ready ? (
        <>
          <p>{t("followUp.closeReady")}</p>
          <Form intent="close" result={resultOf(result, "close")} warnOnLeave={false}>
            <FormActions>
              <SubmitButton>{t("followUp.close")}</SubmitButton>
            </FormActions>
          </Form>
        </>
      ) : (
        <ul>
          {open.conditions > 0 ? (
            <li>{t("followUp.closeConditions", { count: open.conditions })}</li>
          ) : null}
          {open.reviewHeld ? null : <li>{t("followUp.closeReview")}</li>}
          {open.proceedings > 0 ? (
            <li>{aftercare("proceedings.close", { count: open.proceedings })}</li>
          ) : null}
        </ul>
      )}
    </Card>
  );
}
