import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { PrecedentEditor } from "#app/schemas/precedent-view.ts";
import { Alert } from "../alert.tsx";
import { Disclosure } from "../disclosure.tsx";
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

const fetchPrecedentForm = () =>
  import("#app/schemas/precedent.ts").then((module) => module.precedentForm);

type EndProps = { page: PrecedentEditor; result: FormResult | undefined };

/** Ending a precedent, with the reason; it stays to be found. */
export function EndPrecedent({ page: { precedent, next }, result }: EndProps) {
  const { t } = useTranslation("precedents");
  const refused = resultOf(result, "end");
  if (!next.includes("withdrawn")) {
    return (
      <Alert>
        <p>{t("edit.ended")}</p>
      </Alert>
    );
  }
  const isPublished = precedent.status === "valid";
  return (
    <Disclosure
      summary={t(isPublished ? "edit.endTitle" : "edit.withdrawTitle")}
      open={refused !== undefined}
    >
      <p>{t(isPublished ? "edit.endText" : "edit.withdrawText")}</p>
      <Form
        intent="end"
        schema={fetchPrecedentForm}
        result={refused}
        values={{ status: "outdated" }}
      >
        <HiddenField name="version" value={precedent.version} />
        {isPublished ? <EndFields /> : <HiddenField name="status" value="withdrawn" />}
        <TextArea name="reason" label={t("edit.endReason")} max={2000} />
        <FormActions>
          <SubmitButton purpose="secondary" negative>
            {t(isPublished ? "edit.end" : "edit.withdraw")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

function EndFields() {
  const { t } = useTranslation("precedents");
  return (
    <>
      <RadioGroup
        name="status"
        label={t("edit.endKind")}
        options={[
          { value: "outdated", label: t("edit.endOutdated") },
          { value: "withdrawn", label: t("edit.endWithdrawn") },
          { value: "expires", label: t("edit.endExpires") },
        ]}
      />
      <DateField
        name="validUntil"
        label={t("edit.validUntil")}
        description={t("edit.validUntilHint")}
        optional
      />
      <TextField
        name="reference"
        label={t("edit.endReference")}
        description={t("edit.endReferenceHint")}
        autoComplete="off"
        optional
      />
    </>
  );
}
