import { precedentVisibilities } from "#app/domain/precedent-rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Card } from "../card.tsx";
import { FileField, Form, FormActions, SelectField, SubmitButton } from "../form/index.ts";

const fetchSchema = () =>
  import("#app/schemas/precedent-import.ts").then((module) => module.importUpload);

/** A file to check: nothing comes in by it. */
export function UploadForm({ result }: { result: FormResult | undefined }) {
  const { t } = useTranslation("precedent-imports");
  const { t: terms } = useTranslation();
  return (
    <Card title={t("form.title")}>
      <Form
        intent="upload"
        schema={fetchSchema}
        result={result}
        values={{ visibility: "organisation" }}
        encType="multipart/form-data"
      >
        <FileField
          name="file"
          label={t("form.file")}
          description={t("form.fileHint")}
          accept=".csv,.json,text/csv,application/json"
        />
        <SelectField
          name="visibility"
          label={t("form.visibility")}
          description={t("form.visibilityHint")}
          empty={false}
          width="medium"
          options={precedentVisibilities.map((value) => ({
            value,
            label: terms(`visibility.${value}`),
          }))}
        />
        <FormActions>
          <SubmitButton>{t("form.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
