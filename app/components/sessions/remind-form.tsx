import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Reminding } from "#app/schemas/reminding.ts";
import { Form, FormActions, SubmitButton } from "../form/index.ts";

type RemindFormProps = { reminding: Reminding };

/** The facilitator reminds who still has to score; said beside it is when that was done last. */
export function RemindForm({ reminding }: RemindFormProps) {
  const { t } = useTranslation("sessions");
  const { missing, remindable } = reminding;
  if (missing === 0) return null;
  return (
    <div>
      <LastTime reminding={reminding} />
      {remindable === 0 ? (
        <p className="mw-soft">{t("remind.later", { count: missing })}</p>
      ) : (
        <Form intent="remind" warnOnLeave={false}>
          <p className="mw-soft">{t("remind.text", { count: remindable })}</p>
          <FormActions>
            <SubmitButton purpose="secondary">{t("remind.do")}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </div>
  );
}

function LastTime({ reminding: { last, now } }: RemindFormProps) {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  if (last === null) return null;
  const words = { count: last.people, distance: format.distance(last.at, now) };
  return (
    <p>
      {last.by === null
        ? t("remind.lastByItself", words)
        : t("remind.last", { ...words, name: last.by })}
    </p>
  );
}
