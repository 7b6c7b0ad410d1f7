import type { ReactNode } from "react";
import { Card } from "#app/components/card.tsx";
import { Stack } from "#app/components/columns.tsx";
import { DataList } from "#app/components/data-list.tsx";
import { DateTime } from "#app/components/date-time.tsx";
import { Disclosure } from "#app/components/disclosure.tsx";
import { Form, FormActions, HiddenField, SubmitButton } from "#app/components/form/index.ts";
import { resultOf } from "#app/components/result-of.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PersonPage } from "./person-page.ts";

type PersonAccessProps = { page: PersonPage; result: unknown };

/** Whether somebody can get in, and the acts that change it. Nobody shuts out oneself. */
export function PersonAccess({ page, result }: PersonAccessProps) {
  const { t } = useTranslation("administration");
  const { person, isSelf, isShared, hasPassword, lastSeenAt, organisation } = page;
  const seen = lastSeenAt === null ? t("person.never") : <DateTime moment={lastSeenAt} />;
  const chosen = t(hasPassword ? "person.hasPassword" : "person.hasNoPassword");
  const items = [
    { key: "seen", label: t("person.lastSeen"), value: seen },
    { key: "password", label: t("person.password"), value: isShared ? null : chosen },
  ];
  const act = { version: person.version, result };
  return (
    <Card title={t("person.access")}>
      <DataList items={items} />
      {isSelf ? null : (
        <Stack>
          {isShared || person.active ? null : (
            <>
              <p className="nl-paragraph">{t("person.activateText")}</p>
              <ActForm {...act} intent="activate" submit={t("person.activate")} />
            </>
          )}
          {isShared || !person.active ? null : (
            <Disclosure summary={t("person.deactivate")} open={isAbout(result, "deactivate")}>
              <p className="nl-paragraph">{t("person.deactivateText")}</p>
              <ActForm
                {...act}
                intent="deactivate"
                submit={t("person.deactivateSubmit")}
                negative
              />
            </Disclosure>
          )}
          <Disclosure summary={t("person.leave")} open={isAbout(result, "leave")}>
            <p className="nl-paragraph">{t("person.leaveText", { organisation })}</p>
            <ActForm {...act} intent="leave" submit={t("person.leaveSubmit")} negative />
          </Disclosure>
        </Stack>
      )}
    </Card>
  );
}

function isAbout(result: unknown, intent: string): boolean {
  return resultOf(result, intent) !== undefined;
}

type ActFormProps = {
  intent: string;
  version: number;
  submit: ReactNode;
  negative?: boolean;
  result: unknown;
};

function ActForm({ intent, version, submit, negative, result }: ActFormProps) {
  return (
    <Form intent={intent} warnOnLeave={false} result={resultOf(result, intent)}>
      <HiddenField name="version" value={version} />
      <FormActions>
        <SubmitButton purpose="secondary" negative={negative}>
          {submit}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
