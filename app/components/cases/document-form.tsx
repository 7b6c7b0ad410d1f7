import { useTranslation } from "#app/i18n/use-translation.ts";
import { documentExtensions } from "#app/schemas/document-extensions.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Card } from "../card.tsx";
import { FileField, Form, FormActions, SubmitButton } from "../form/index.ts";

const fetchDocumentSchema = () =>
  import("#app/schemas/document.ts").then((module) => module.documentSchema);

/** A file field on which a file can also be dropped. */
export function DocumentForm({ result }: { result: FormResult | undefined }) {
  const { t } = useTranslation("cases");
  return (
    <Card title={t("documents.add")}>
      <Form intent="add" schema={fetchDocumentSchema} result={result} encType="multipart/form-data">
        <FileField
          name="file"
          label={t("documents.file")}
          description={t("documents.fileHint")}
          accept={documentExtensions.map((extension) => `.${extension}`).join(",")}
        />
        <FormActions>
          <SubmitButton>{t("documents.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
