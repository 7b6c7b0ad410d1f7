import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import { Form, FormActions, HiddenField, SubmitButton } from "../form/index.ts";

type OptionActionsProps = { version: number; result: FormResult | undefined };

/** Moving a solution in the list, and taking it out after a second thought. */
export function OptionActions({ version, result }: OptionActionsProps) {
  const { t } = useTranslation("options");
  const intent = result?.values.intent;
  return (
    <Card title={t("order")} tone="quiet">
      <Form result={intent === "up" || intent === "down" ? result : undefined} warnOnLeave={false}>
        <FormActions>
          <SubmitButton intent="up" purpose="secondary">
            {t("up")}
          </SubmitButton>
          <SubmitButton intent="down" purpose="secondary">
            {t("down")}
          </SubmitButton>
        </FormActions>
      </Form>
      <Disclosure summary={t("remove")} open={intent === "remove"}>
        <p className="nl-paragraph">{t("removeText")}</p>
        <Form intent="remove" result={intent === "remove" ? result : undefined} warnOnLeave={false}>
          <HiddenField name="version" value={version} />
          <FormActions>
            <SubmitButton purpose="secondary" negative>
              {t("removeConfirm")}
            </SubmitButton>
          </FormActions>
        </Form>
      </Disclosure>
    </Card>
  );
}
