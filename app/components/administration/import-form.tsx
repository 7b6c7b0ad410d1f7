import { Card } from "#app/components/card.tsx";
import {
  FileField,
  Form,
  FormActions,
  SubmitButton,
  TextArea,
} from "#app/components/form/index.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";

/** A file, or its text: for who got it by mail. */
export function ImportForm({ result }: { result: FormResult | undefined }) {
  const { t } = useTranslation("question-sets");
  return (
    <Card title={t("import.formTitle")}>
      <Form intent="check" result={result} encType="multipart/form-data">
        <FileField
          name="file"
          label={t("import.file")}
          description={t("import.fileHint")}
          accept=".json,application/json"
          optional
        />
        <TextArea
          name="text"
          label={t("import.text")}
          description={t("import.textHint")}
          rows={6}
          autoComplete="off"
          optional
        />
        <FormActions>
          <SubmitButton>{t("import.check")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
