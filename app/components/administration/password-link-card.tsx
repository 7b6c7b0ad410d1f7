import { Alert } from "#app/components/alert.tsx";
import { Card } from "#app/components/card.tsx";
import { DateTime } from "#app/components/date-time.tsx";
import { Form, FormActions, SubmitButton } from "#app/components/form/index.ts";
import { resultOf } from "#app/components/result-of.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PersonPage } from "./person-page.ts";

type PasswordLinkCardProps = {
  page: PersonPage;
  link: { address: string; expiresAt: number } | undefined;
  result: unknown;
};

/** Makes the one-time link with which a person chooses a password, and shows it once. */
export function PasswordLinkCard({ page, link, result }: PasswordLinkCardProps) {
  const { t } = useTranslation("administration");
  const { person, hasPassword } = page;
  if (!person.active) return null;
  return (
    <Card title={t("person.linkTitle")} tone={hasPassword && !link ? "plain" : "accent"}>
      {link ? (
        <Alert kind="ok" title={t("person.linkReady")} role="status">
          <p>{t("person.linkOnce")}</p>
          <p>
            <label htmlFor="password-link">{t("person.linkLabel")}</label>
            <input
              className="utrecht-textbox utrecht-textbox--html-input mw-input mw-input--full mw-code"
              id="password-link"
              readOnly
              value={link.address}
              onFocus={(event) => event.currentTarget.select()}
            />
          </p>
          <p>
            {t("person.linkUntil")} <DateTime moment={link.expiresAt} />
          </p>
        </Alert>
      ) : (
        <p className="nl-paragraph">{t("person.linkText")}</p>
      )}
      <Form
        intent="password-link"
        warnOnLeave={false}
        result={resultOf(result, "password-link")}
        preventScrollReset
      >
        <FormActions>
          <SubmitButton purpose={hasPassword || link ? "secondary" : "primary"}>
            {t("person.linkSubmit")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
