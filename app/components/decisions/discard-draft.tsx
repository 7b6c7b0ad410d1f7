import { useTranslation } from "#app/i18n/use-translation.ts";
import { Disclosure } from "../disclosure.tsx";
import { Form, FormActions, HiddenField, SubmitButton } from "../form/index.ts";

/** Throwing away a draft asks for a second thought. */
export function DiscardDraft({ decisionId }: { decisionId: string }) {
  const { t } = useTranslation("decisions");
  return (
    <Disclosure summary={t("prepare.discardSummary")}>
      <p>{t("prepare.discardText")}</p>
      <Form intent="discard" warnOnLeave={false}>
        <HiddenField name="decisionId" value={decisionId} />
        <FormActions>
          <SubmitButton purpose="secondary" negative>
            {t("prepare.discard")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
