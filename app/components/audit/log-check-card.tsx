import { logFindingWords } from "#app/i18n/log-finding-words.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LogCheckShown, LogCheckState } from "#app/schemas/log-state.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { Form, FormActions, SubmitButton } from "../form/index.ts";
import { TextLink } from "../text-link.tsx";

/** Looking through the whole log now, and what the last time found. */
export function LogCheckCard({ check }: { check: LogCheckState }) {
  const { t } = useTranslation("log");
  const { running, hasFailed, last } = check;
  return (
    <Card title={t("checking")}>
      <p>{t("checkingText")}</p>
      {hasFailed ? <Alert kind="warning">{t("checkFailed")}</Alert> : null}
      {last ? <LastCheck last={last} /> : <p>{t("neverChecked")}</p>}
      {running === null ? (
        <Form intent="check" warnOnLeave={false}>
          <FormActions>
            <SubmitButton>{t("checkNow")}</SubmitButton>
          </FormActions>
        </Form>
      ) : (
        <p>
          {t("checkBusy", { percent: running })}{" "}
          <TextLink to="/audit/logboek">{t("refresh")}</TextLink>
        </p>
      )}
    </Card>
  );
}

function LastCheck({ last }: { last: LogCheckShown }) {
  const { t, language } = useTranslation("log");
  const format = useFormat();
  const { at, events, total, findings, destroyed, checkpoints } = last;
  return (
    <>
      <p>{t("lastChecked", { moment: format.dateTime(at), count: events })}</p>
      {total === 0 ? (
        <Alert kind="ok">{t("allHolds")}</Alert>
      ) : (
        <Alert kind="error" title={t("wrong", { count: total })}>
          <ul>
            {findings.map((finding) => (
              <li key={JSON.stringify(finding)}>{logFindingWords(finding, language)}</li>
            ))}
          </ul>
          {total > findings.length ? <p>{t("more", { count: total - findings.length })}</p> : null}
          <p>{t("whatToDo")}</p>
        </Alert>
      )}
      <p className="mw-hint">{t("lookedAt", { checkpoints, destroyed })}</p>
    </>
  );
}
