import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { LineChangePage } from "#app/schemas/line-change-view.ts";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import { Form, FormActions, HiddenField, SubmitButton, TextArea } from "../form/index.ts";
import { resultOf } from "../result-of.ts";

const fetchForm = () =>
  import("#app/schemas/line-change.ts").then((module) => module.lineChangeForm);

type ActsProps = { page: LineChangePage; result: FormResult | undefined };

/** Saying yes or no with reasons, and taking back what was asked. */
export function LineChangeActs({ page, result }: ActsProps) {
  return (
    <>
      {page.mayDecide ? <Decide page={page} result={result} /> : null}
      {page.mayWithdraw ? <Withdraw page={page} result={result} /> : null}
    </>
  );
}

function Decide({ page: { change }, result }: ActsProps) {
  const { t } = useTranslation("decisions");
  const given = resultOf(result, "approve") ?? resultOf(result, "reject");
  return (
    <Card title={t("lineChange.decideTitle")}>
      <p>{t("lineChange.decideText")}</p>
      <Form intent="approve" schema={fetchForm} result={given}>
        <HiddenField name="version" value={change.version} />
        <TextArea name="answer" label={t("lineChange.answerLabel")} max={20_000} />
        <FormActions>
          <SubmitButton intent="approve">{t("lineChange.approve")}</SubmitButton>
          <SubmitButton intent="reject" purpose="secondary" negative>
            {t("lineChange.reject")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}

function Withdraw({ page: { change }, result }: ActsProps) {
  const { t } = useTranslation("decisions");
  const given = resultOf(result, "withdraw");
  return (
    <Disclosure summary={t("lineChange.withdrawTitle")} open={given !== undefined}>
      <p>{t("lineChange.withdrawText")}</p>
      <Form intent="withdraw" schema={fetchForm} result={given} warnOnLeave={false}>
        <HiddenField name="version" value={change.version} />
        <FormActions>
          <SubmitButton purpose="secondary" negative>
            {t("lineChange.withdraw")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
