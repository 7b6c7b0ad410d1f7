import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { PrecedentEditor } from "#app/schemas/precedent-view.ts";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import { Form, FormActions, HiddenField, SubmitButton, TextArea } from "../form/index.ts";
import { resultOf } from "../result-of.ts";

const fetchPrecedentForm = () =>
  import("#app/schemas/precedent.ts").then((module) => module.precedentForm);

type PublishProps = { page: PrecedentEditor; result: FormResult | undefined };

/** The second person publishes, or sends back saying what must change. */
export function PublishPrecedent({ page, result }: PublishProps) {
  const { t } = useTranslation("precedents");
  const { precedent, isEditor } = page;
  const sentBack = resultOf(result, "send-back");
  return (
    <Card title={t("edit.review_title")} tone="accent">
      <p>{t(isEditor ? "edit.isEditor" : "edit.second")}</p>
      {isEditor ? null : (
        <Form intent="publish" result={resultOf(result, "publish")} warnOnLeave={false}>
          <HiddenField name="version" value={precedent.version} />
          <FormActions>
            <SubmitButton>{t("edit.publish")}</SubmitButton>
          </FormActions>
        </Form>
      )}
      <Disclosure summary={t("edit.sendBack")} open={sentBack !== undefined}>
        <Form intent="send-back" schema={fetchPrecedentForm} result={sentBack}>
          <HiddenField name="version" value={precedent.version} />
          <TextArea name="reason" label={t("edit.sendBackReason")} max={2000} />
          <FormActions>
            <SubmitButton purpose="secondary">{t("edit.sendBack")}</SubmitButton>
          </FormActions>
        </Form>
      </Disclosure>
    </Card>
  );
}
