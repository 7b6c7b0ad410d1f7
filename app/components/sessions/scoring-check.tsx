import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { ScoringSheet, SheetCheck } from "#app/schemas/scoring-sheet.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { CheckboxField, Form, FormActions, HiddenField, SubmitButton } from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { TextLink } from "../text-link.tsx";
import { useChoiceText } from "./use-choice-text.ts";

type ScoringCheckProps = { sheet: ScoringSheet; result: FormResult | undefined };

/** The last page: everything at a glance, what is open, and Klaar. */
export function ScoringCheck({ sheet, result }: ScoringCheckProps) {
  const { t } = useTranslation("scoring");
  const { phase, ready } = sheet;
  const open = phase === "scoring";
  return (
    <Card
      title={
        <span id="vraag" tabIndex={-1}>
          {t(open && !ready ? "check.title" : "check.yours")}
        </span>
      }
    >
      {open && ready ? (
        <Alert kind="ok" title={t("check.readyTitle")}>
          <p>{t("check.readyText")}</p>
        </Alert>
      ) : null}
      {open && !ready ? <OpenEnds sheet={sheet} /> : null}
      <CheckRows sheet={sheet} />
      {open ? <ReadyForm sheet={sheet} result={result} /> : null}
    </Card>
  );
}

/** The page of a question; in the second round there is one per option. */
function pageOf({ round }: ScoringSheet, key: string, cells: { optionId: string }[]): string {
  return round > 1 ? `${key}:${cells[0]?.optionId ?? ""}` : key;
}

/** What is not answered yet and which reasons are missing, each with a way there. */
function OpenEnds({ sheet }: { sheet: ScoringSheet }) {
  const { t, language } = useTranslation("scoring");
  const { unanswered, withoutReason, rows } = sheet.check;
  if (unanswered === 0 && withoutReason === 0) return <p>{t("check.complete")}</p>;
  const withEnds = rows.filter(({ cells }) =>
    cells.some(({ choice, reasonMissing }) => choice === null || reasonMissing),
  );
  return (
    <Alert kind={withoutReason > 0 ? "warning" : "info"} title={t("check.openTitle")}>
      {withoutReason > 0 ? <p>{t("check.withoutReason", { count: withoutReason })}</p> : null}
      {unanswered > 0 ? <p>{t("check.unanswered", { count: unanswered })}</p> : null}
      <ul className="utrecht-unordered-list">
        {withEnds.map(({ key, question, cells }) => (
          <li key={pageOf(sheet, key, cells)}>
            <TextLink to={`?stap=${pageOf(sheet, key, cells)}`}>
              {key}: {textIn(question, language)}
            </TextLink>
            {": "}
            {wordsOf(cells)}
          </li>
        ))}
      </ul>
    </Alert>
  );

  function wordsOf(cells: SheetCheck["rows"][number]["cells"]): string {
    const open = cells.filter(({ choice }) => choice === null).length;
    const reasons = cells.filter(({ reasonMissing }) => reasonMissing).length;
    return [
      open > 0 ? t("check.cellsOpen", { count: open }) : "",
      reasons > 0 ? t("check.reasonsOpen", { count: reasons }) : "",
    ]
      .filter(Boolean)
      .join(", ");
  }
}

function CheckRows({ sheet }: { sheet: ScoringSheet }) {
  const { t, language } = useTranslation("scoring");
  const choiceText = useChoiceText(sheet.scale);
  const changeable = sheet.phase === "scoring" && !sheet.ready;
  return (
    <dl className="mw-check">
      {sheet.check.rows.map(({ key, question, cells }) => (
        <div key={pageOf(sheet, key, cells)} className="mw-check__question">
          <dt>
            {changeable ? (
              <TextLink to={`?stap=${pageOf(sheet, key, cells)}`}>
                {key}: {textIn(question, language)}
              </TextLink>
            ) : (
              `${key}: ${textIn(question, language)}`
            )}
          </dt>
          {cells.map(({ optionId, choice, reason, reasonMissing }) => (
            <dd key={optionId}>
              <span className="mw-soft">
                {sheet.options.find(({ id }) => id === optionId)?.title}:{" "}
              </span>
              <strong>{choice === null ? t("check.notAnswered") : choiceText(choice)}</strong>
              {reason === "" ? null : <span className="mw-prose"> {reason}</span>}
              {reasonMissing ? <strong> {t("check.reasonMissing")}</strong> : null}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function ReadyForm({ sheet, result }: ScoringCheckProps) {
  const { t } = useTranslation("scoring");
  const { ready, check, steps, round } = sheet;
  if (ready) {
    return (
      <Form intent="not_ready" result={result} warnOnLeave={false}>
        <HiddenField name="round" value={String(round)} />
        <FormActions>
          <SubmitButton purpose="secondary">{t("check.undo")}</SubmitButton>
        </FormActions>
      </Form>
    );
  }
  return (
    <Form intent="ready" result={result} warnOnLeave={false}>
      <HiddenField name="round" value={String(round)} />
      {check.unanswered > 0 ? (
        <CheckboxField
          name="confirmed"
          label={t("check.confirm", { count: check.unanswered })}
          required
        />
      ) : null}
      <FormActions>
        <SubmitButton>{t("check.ready")}</SubmitButton>
        <LinkButton to={`?stap=${steps.at(-1)?.id ?? ""}`}>{t("previous")}</LinkButton>
      </FormActions>
    </Form>
  );
}
