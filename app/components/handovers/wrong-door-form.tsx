import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Card } from "../card.tsx";
import { Form, FormActions, SubmitButton, TextArea, TextField } from "../form/index.ts";

const fetchWrongDoorForm = () =>
  import("#app/schemas/wrong-door.ts").then((module) => module.wrongDoorForm);

type WrongDoorFormProps = { caseNumber: string; result: FormResult | undefined };

export function WrongDoorForm({ caseNumber, result }: WrongDoorFormProps) {
  const { t } = useTranslation("handovers");
  return (
    <Card title={t("wrongDoor.formTitle")}>
      <Form schema={fetchWrongDoorForm} values={{ caseNumber }} result={result}>
        <TextArea
          name="question"
          label={t("wrongDoor.question")}
          description={t("wrongDoor.questionHint")}
          rows={2}
          max={2000}
        />
        <TextField name="rightDoor" label={t("wrongDoor.rightDoor")} />
        <TextArea
          name="helpedHow"
          label={t("wrongDoor.helpedHow")}
          description={t("wrongDoor.helpedHowHint")}
          rows={2}
          max={2000}
          optional
        />
        <TextField
          name="caseNumber"
          label={t("wrongDoor.caseNumber")}
          description={t("wrongDoor.caseNumberHint")}
          width="medium"
          optional
        />
        <FormActions>
          <SubmitButton>{t("wrongDoor.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
