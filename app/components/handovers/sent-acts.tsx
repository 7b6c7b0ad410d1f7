import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { SentHandover } from "#app/schemas/handover-view.ts";
import { Card } from "../card.tsx";
import {
  DateField,
  Form,
  FormActions,
  HiddenField,
  RadioGroup,
  SubmitButton,
  TextArea,
  TextField,
} from "../form/index.ts";
import { resultOf } from "../result-of.ts";
import { fetchHandoverAct } from "./answer-forms.tsx";

type ActProps = { page: SentHandover; result: FormResult | undefined };

/** What the sender can still do. */
export function SentActs({ page, result }: ActProps) {
  const isOpen = page.status === "sent";
  return (
    <>
      {isOpen && page.isOutside ? <RecordAnswer page={page} result={result} /> : null}
      {page.mayRefer ? <Refer result={result} /> : null}
      {isOpen ? <Withdraw page={page} result={result} /> : null}
    </>
  );
}

function RecordAnswer({ page, result }: ActProps) {
  const { t } = useTranslation("handovers");
  const outcomes = [
    { value: "accepted", label: t("answer.outcomeAccepted") },
    { value: "returned", label: t("answer.outcomeReturned") },
  ];
  return (
    <Card title={t("answer.recordTitle")}>
      <p>{t("answer.recordText", { name: page.shown.to })}</p>
      <Form
        intent="record-answer"
        schema={fetchHandoverAct}
        result={resultOf(result, "record-answer")}
      >
        <HiddenField name="version" value={page.version} />
        <RadioGroup name="outcome" label={t("answer.outcome")} options={outcomes} />
        <TextField name="answeredByName" label={t("answer.who")} />
        <DateField name="answeredAt" label={t("answer.when")} />
        <TextArea name="answer" label={t("answer.what")} max={5000} />
        <FormActions>
          <SubmitButton>{t("answer.record")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}

function Refer({ result }: Pick<ActProps, "result">) {
  const { t } = useTranslation("handovers");
  return (
    <Card title={t("referred.title")} tone="quiet">
      <p>{t("referred.text")}</p>
      <Form intent="refer" result={resultOf(result, "refer")} warnOnLeave={false}>
        <FormActions>
          <SubmitButton purpose="secondary">{t("referred.act")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}

function Withdraw({ page, result }: ActProps) {
  const { t } = useTranslation("handovers");
  return (
    <Card title={t("answer.withdrawTitle")} tone="quiet">
      <p>{t("answer.withdrawText")}</p>
      <Form intent="withdraw" schema={fetchHandoverAct} result={resultOf(result, "withdraw")}>
        <HiddenField name="version" value={page.version} />
        <TextArea
          name="answer"
          label={t("answer.withdrawWord")}
          description={t("answer.withdrawHint")}
          max={5000}
        />
        <FormActions>
          <SubmitButton purpose="secondary" negative>
            {t("answer.withdraw")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
