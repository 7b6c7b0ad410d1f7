import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { CheckboxField, Form, FormActions, HiddenField, SubmitButton } from "../form/index.ts";
import { resultOf } from "../result-of.ts";

const fetchSchema = () =>
  import("#app/schemas/retention.ts").then((module) => module.destructionSchema);

type DecideProps = {
  page: { version: number; isHeld: boolean; mayApprove: boolean; mayWithdraw: boolean };
  result: FormResult | undefined;
};

/** The second person says yes or no; the first may take it back. */
export function DecideDestruction({ page, result }: DecideProps) {
  const { t } = useTranslation("retention");
  if (page.mayApprove) return <Answer page={page} result={result} />;
  return (
    <Card>
      <p className="nl-paragraph">{t("page.waits")}</p>
      {page.mayWithdraw ? (
        <Form intent="withdraw" result={resultOf(result, "withdraw")} warnOnLeave={false}>
          <HiddenField name="version" value={page.version} />
          <FormActions>
            <SubmitButton purpose="secondary">{t("page.withdraw")}</SubmitButton>
          </FormActions>
        </Form>
      ) : null}
    </Card>
  );
}

function Answer({ page: { version, isHeld }, result }: DecideProps) {
  const { t } = useTranslation("retention");
  return (
    <Card title={t("page.decide")}>
      {isHeld ? (
        <Alert kind="warning">{t("page.held")}</Alert>
      ) : (
        <>
          <p className="nl-paragraph">{t("page.decideText")}</p>
          <Form intent="approve" schema={fetchSchema} result={resultOf(result, "approve")}>
            <HiddenField name="version" value={version} />
            <CheckboxField name="confirm" label={t("page.confirm")} required />
            <FormActions>
              <SubmitButton negative>{t("page.approve")}</SubmitButton>
            </FormActions>
          </Form>
        </>
      )}
      <Form intent="refuse" result={resultOf(result, "refuse")} warnOnLeave={false}>
        <HiddenField name="version" value={version} />
        <FormActions>
          <SubmitButton purpose="secondary">{t("page.refuse")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
