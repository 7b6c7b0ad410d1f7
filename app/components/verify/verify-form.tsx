import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Card } from "../card.tsx";
import { FileField, Form, FormActions, SubmitButton, TextArea, TextField } from "../form/index.ts";

const fetchSchema = () =>
  import("#app/schemas/decision-file-upload.ts").then((module) => module.decisionFileUpload);

/** The file to check, and what the reader has from elsewhere. */
export function VerifyForm({ result }: { result: FormResult | undefined }) {
  const { t } = useTranslation("verify");
  return (
    <Card title={t("form.title")}>
      <Form
        intent="verify"
        schema={fetchSchema}
        result={result}
        encType="multipart/form-data"
        warnOnLeave={false}
      >
        <FileField
          name="file"
          label={t("form.file")}
          description={t("form.fileHint")}
          accept=".zip,application/zip"
        />
        <TextField
          name="verifierKey"
          label={t("form.key")}
          description={t("form.keyHint")}
          width="full"
          optional
        />
        <TextArea
          name="checkpoint"
          label={t("form.checkpoint")}
          description={t("form.checkpointHint")}
          optional
        />
        <FormActions>
          <SubmitButton>{t("form.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
