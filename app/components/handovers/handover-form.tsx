import { useEffect, useRef } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { HandoverForm as Page, HandoverPreview } from "#app/schemas/handover-view.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import {
  CheckboxField,
  DateField,
  Fieldset,
  Form,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from "../form/index.ts";
import { ShareFields } from "./share-fields.tsx";
import { useSpecialWords, WhatIsRead } from "./shared-content.tsx";

const fetchHandoverSending = () =>
  import("#app/schemas/handover.ts").then((module) => module.handoverSending);

const usualDays = "10";
const asked = ["toName", "contactName", "contactReach", "question", "days"] as const;

type HandoverFormProps = { page: Page; result: FormResult | HandoverPreview | undefined };

/** To whom, what is asked, what the citizen agreed to and what is shared: first looked at, then sent. */
export function HandoverForm({ page, result }: HandoverFormProps) {
  const { t } = useTranslation("handovers");
  const preview = result && "preview" in result ? result : undefined;
  // The fields stand in components of their own, where the summary of errors does not look.
  const labels: Record<string, string> = Object.fromEntries(
    ([...asked, "consent", "consentAt"] as const).map((name) => [name, t(`form.${name}`)]),
  );
  labels.toOrganisationId = t("form.organisation");
  const values = { consent: page.consent, days: usualDays };
  return (
    <Form
      schema={fetchHandoverSending}
      values={values}
      result={result}
      intent="preview"
      labels={labels}
    >
      {preview ? <Preview preview={preview} /> : null}
      <Card title={t("case.formTitle")}>
        <HiddenField name="seen" value={preview?.seen ?? ""} />
        <ToWhom page={page} />
        <TheQuestion />
        <Agreed special={page.special} />
        <ShareFields page={page} />
        {page.mayRefer ? (
          <CheckboxField name="refer" label={t("form.refer")} description={t("form.referHint")} />
        ) : null}
        <FormActions>
          <SubmitButton intent="preview" purpose={preview ? "secondary" : "primary"}>
            {t(preview ? "form.again" : "form.preview")}
          </SubmitButton>
        </FormActions>
      </Card>
    </Form>
  );
}

/** On top of the page, where the eye and the screen reader go once it is there. */
function Preview({ preview: { preview, seen, changed, values } }: { preview: HandoverPreview }) {
  const { t } = useTranslation("handovers");
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Focus alone would bring the middle of something this long into sight.
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView();
  }, [seen]);
  return (
    <div ref={place} tabIndex={-1}>
      <Card title={t("preview.title")} tone="accent">
        {changed ? (
          <Alert kind="warning" title={t("preview.changedTitle")} role="alert">
            <p>{t("preview.changed")}</p>
          </Alert>
        ) : null}
        <p>{t("preview.lead")}</p>
        {values.toOrganisationId ? null : <p>{t("preview.outside")}</p>}
        <WhatIsRead shown={preview} />
        <FormActions>
          <SubmitButton intent="send">{t("form.send")}</SubmitButton>
        </FormActions>
      </Card>
    </div>
  );
}

function ToWhom({ page }: { page: Page }) {
  const { t } = useTranslation("handovers");
  const options = page.organisations.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Fieldset legend={t("form.who")} description={<p>{t("form.whoHint")}</p>}>
      <SelectField
        name="toOrganisationId"
        label={t("form.organisation")}
        empty={t("form.organisationEmpty")}
        options={options}
        optional
      />
      <TextField
        name="toName"
        label={t("form.toName")}
        description={t("form.toNameHint")}
        optional
      />
      <TextField
        name="contactName"
        label={t("form.contactName")}
        description={t("form.contactNameHint")}
      />
      <TextField
        name="contactReach"
        label={t("form.contactReach")}
        description={t("form.contactReachHint")}
      />
    </Fieldset>
  );
}

function TheQuestion() {
  const { t } = useTranslation("handovers");
  return (
    <Fieldset legend={t("form.ask")}>
      <TextArea
        name="question"
        label={t("form.question")}
        description={t("form.questionHint")}
        max={5000}
      />
      <TextField name="days" label={t("form.days")} width="short" inputMode="numeric" />
    </Fieldset>
  );
}

function Agreed({ special }: Pick<Page, "special">) {
  const { t } = useTranslation("handovers");
  const words = useSpecialWords();
  const about =
    special.length > 0 ? <p>{t("form.agreedSpecial", { kinds: words(special) })}</p> : null;
  return (
    <Fieldset
      legend={t("form.agreed")}
      description={
        <>
          <p>{t("form.agreedHint")}</p>
          {about}
        </>
      }
    >
      <TextArea
        name="consent"
        label={t("form.consent")}
        description={t("form.consentHint")}
        max={5000}
      />
      <DateField name="consentAt" label={t("form.consentAt")} />
    </Fieldset>
  );
}
