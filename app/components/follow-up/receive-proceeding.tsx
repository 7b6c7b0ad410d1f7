import { remedyKinds } from "#app/domain/proceeding.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { ProceedingsPage } from "#app/schemas/proceeding-view.ts";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import {
  CheckboxField,
  DateField,
  Form,
  FormActions,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextArea,
} from "../form/index.ts";
import { resultOf } from "../result-of.ts";
import { fetchProceedingForm } from "./proceeding-form.ts";

type ReceiveProps = { page: ProceedingsPage; result: FormResult | undefined };

/** Until when the citizen can object or appeal, and the form for what came in. */
export function ReceiveProceeding({ page, result }: ReceiveProps) {
  const { t } = useTranslation("aftercare");
  const own = resultOf(result, "received");
  return (
    <>
      <ObjectionTerm page={page} />
      {page.mayRecord ? (
        <div className="mw-screen-only">
          <Disclosure summary={t("proceedings.receive.title")} open={own !== undefined}>
            <ReceiveForm page={page} result={own} />
          </Disclosure>
        </div>
      ) : null}
    </>
  );
}

function ObjectionTerm({ page: { decision } }: { page: ProceedingsPage }) {
  const { t } = useTranslation("aftercare");
  const format = useFormat();
  if (!decision) return null;
  const { afterObjection, madeKnownBy, madeKnownAt, lastDay } = decision;
  const until = afterObjection ? "untilCourt" : "until";
  const dates = { known: format.date(madeKnownAt), last: format.date(lastDay) };
  return (
    <Card tone="quiet">
      <p>
        {t(`proceedings.term.${madeKnownBy}`, dates)} {t(`proceedings.term.${until}`, dates)}
      </p>
    </Card>
  );
}

function ReceiveForm({ page, result }: ReceiveProps) {
  const { t } = useTranslation("aftercare");
  const { t: terms } = useTranslation();
  const { owners, ownId, open, done } = page;
  const kinds = remedyKinds.map((value) => ({ value, label: terms(`remedyKind.${value}`) }));
  return (
    <Form
      // Emptied after each one that was recorded.
      key={open.length + done.length}
      intent="received"
      schema={fetchProceedingForm}
      values={{ ownerId: ownId }}
      result={result}
    >
      <RadioGroup name="kind" label={t("proceedings.receive.kind")} options={kinds} />
      <DateField
        name="receivedAt"
        label={t("proceedings.receive.receivedAt")}
        description={t("proceedings.receive.receivedAtHint")}
      />
      <TextArea
        name="grounds"
        label={t("proceedings.receive.grounds")}
        description={t("proceedings.receive.groundsHint")}
        rows={4}
        max={5000}
      />
      <SelectField
        name="ownerId"
        label={t("proceedings.receive.owner")}
        options={owners.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <CheckboxField
        name="committee"
        label={t("proceedings.receive.committee")}
        description={t("proceedings.receive.committeeHint")}
      />
      <FormActions>
        <SubmitButton>{t("proceedings.receive.save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
