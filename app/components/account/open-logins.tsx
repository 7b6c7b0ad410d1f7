import { Badge } from "#app/components/badge.tsx";
import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { DateTime } from "#app/components/date-time.tsx";
import { Form, FormActions, HiddenField, SubmitButton } from "#app/components/form/index.ts";
import { resultOf } from "#app/components/result-of.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type OpenLogin = { id: string; since: number; lastSeenAt: number; isThisOne: boolean };
type OpenLoginsProps = { logins: OpenLogin[]; now: number; result: unknown };

/** Where a person is signed in, with a way to end each. */
export function OpenLogins({ logins, now, result }: OpenLoginsProps) {
  const { t } = useTranslation("sign-in");
  return (
    <Card title={t("account.logins")}>
      <p className="nl-paragraph">{t("account.loginsText")}</p>
      <DataTable
        caption={t("account.logins")}
        hideCaption
        rows={logins}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "since",
            label: t("account.since"),
            rowHeader: true,
            cell: ({ since }) => <DateTime moment={since} />,
          },
          {
            key: "seen",
            label: t("account.lastSeen"),
            cell: ({ lastSeenAt }) => <DateTime moment={Math.min(lastSeenAt, now)} />,
          },
          {
            key: "action",
            label: t("account.action"),
            cell: (login) => <EndLogin login={login} result={result} />,
          },
        ]}
      />
      {logins.length > 1 ? (
        <Form
          intent="end-other-logins"
          warnOnLeave={false}
          result={resultOf(result, "end-other-logins")}
        >
          <FormActions>
            <SubmitButton purpose="secondary" negative>
              {t("account.endOthers")}
            </SubmitButton>
          </FormActions>
        </Form>
      ) : (
        <p className="nl-paragraph">{t("account.onlyThis")}</p>
      )}
    </Card>
  );
}

function EndLogin({ login, result }: { login: OpenLogin; result: unknown }) {
  const { t } = useTranslation("sign-in");
  const format = useFormat();
  if (login.isThisOne) return <Badge tone="accent">{t("account.thisOne")}</Badge>;
  const label = t("account.endNamed", { since: format.dateTime(login.since) });
  return (
    <Form
      intent="end-login"
      warnOnLeave={false}
      aria-label={label}
      result={resultOf(result, "end-login")}
    >
      <HiddenField name="login" value={login.id} />
      <SubmitButton purpose="subtle">{t("account.end")}</SubmitButton>
    </Form>
  );
}
