import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { Form, SubmitButton } from "../form/index.ts";

type LeadingProps = {
  facilitator: string;
  deputy: string | null;
  observers: string[];
  leads: boolean;
};

/** Who leads and who reads along. */
export function Leading({ facilitator, deputy, observers, leads }: LeadingProps) {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  return (
    <Card title={t("leading.title")} tone="quiet">
      {leads ? <p>{t("session.youLead")}</p> : null}
      <DataList
        items={[
          { key: "facilitator", label: t("field.facilitatorId"), value: facilitator },
          { key: "deputy", label: t("field.deputyId"), value: deputy },
          { key: "observers", label: t("field.observerIds"), value: format.list(observers) },
        ]}
      />
    </Card>
  );
}

/** For the deputy, also when the browser of the facilitator is gone. */
export function TakeOver({ facilitator }: { facilitator: string }) {
  const { t } = useTranslation("sessions");
  return (
    <Card title={t("session.takeOverTitle")} tone="quiet">
      <p>{t("session.takeOverText", { name: facilitator })}</p>
      <Form intent="take_over" warnOnLeave={false}>
        <SubmitButton purpose="secondary">{t("session.takeOver")}</SubmitButton>
      </Form>
    </Card>
  );
}
