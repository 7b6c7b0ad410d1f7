import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "../card.tsx";
import { Form, FormActions, HiddenField, SelectField, SubmitButton } from "../form/index.ts";

type Request = { personId: string; name: string; assesses: boolean; usual: string | null };
type Perspective = { key: string; name: LocalText };
type JoinRequestsProps = { waiting: Request[]; perspectives: Perspective[] };

/** Who waits before the door, for the facilitator to let in or not. */
export function JoinRequests({ waiting, perspectives }: JoinRequestsProps) {
  const { t } = useTranslation("sessions");
  return (
    <>
      <p className="mw-visually-hidden" role="status">
        {waiting.length === 0 ? null : t("requests.title", { count: waiting.length })}
      </p>
      {waiting.length === 0 ? null : (
        <Card title={t("requests.title", { count: waiting.length })} tone="accent">
          <p>{t("requests.text")}</p>
          <ul className="mw-requests">
            {waiting.map((request) => (
              <li key={request.personId}>
                <h3 className="nl-heading nl-heading--level-4">{request.name}</h3>
                <RequestForm request={request} perspectives={perspectives} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

type RequestFormProps = { request: Request; perspectives: Perspective[] };

function RequestForm({ request, perspectives }: RequestFormProps) {
  const { t, language } = useTranslation("sessions");
  const { personId, name, assesses, usual } = request;
  const first = perspectives.find(({ key }) => key === usual) ?? perspectives[0];
  return (
    <Form
      values={{ perspective: first?.key }}
      warnOnLeave={false}
      aria-label={t("requests.answer", { name })}
    >
      <HiddenField name="personId" value={personId} />
      {assesses ? (
        <SelectField
          name="perspective"
          label={t("requests.perspective")}
          empty={false}
          options={perspectives.map(({ key, name: words }) => ({
            value: key,
            label: textIn(words, language),
          }))}
          width="medium"
        />
      ) : (
        <p className="mw-soft">{t("requests.noAssessor")}</p>
      )}
      <FormActions>
        {assesses ? <SubmitButton intent="join_assess">{t("requests.assess")}</SubmitButton> : null}
        <SubmitButton intent="join_observe" purpose={assesses ? "secondary" : "primary"}>
          {t("requests.observe")}
        </SubmitButton>
        <SubmitButton intent="join_refuse" purpose="subtle">
          {t("requests.refuse")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
