import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CaseStatus } from "#app/domain/case-file.ts";
import type { SignalCase, SignalPage } from "#app/schemas/signal-view.ts";
import { Card } from "../card.tsx";
import { DateTime } from "../date-time.tsx";
import { Disclosure } from "../disclosure.tsx";
import {
  Form,
  FormActions,
  HiddenField,
  SubmitButton,
  TextArea,
  TextField,
} from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { resultOf } from "../result-of.ts";
import { StatusBadge } from "../status-badge.tsx";
import { RuleStanding } from "../rules/rule-standing.tsx";
import { TextLink } from "../text-link.tsx";
import type { SignalPartProps } from "./signal-about.tsx";
import { fetchSignalForm } from "./signal-form.ts";

/** The cases this person may see, how many others there are, and precedents. */
export function SignalCases({ page, result }: SignalPartProps) {
  const { t } = useTranslation("signals");
  const { cases, hiddenCases, precedents, may } = page;
  return (
    <Card title={t("page.cases")} anchor="casussen">
      {cases.length + hiddenCases === 0 ? <p className="mw-soft">{t("page.noCases")}</p> : null}
      <ul className="mw-work">
        {cases.map((one) => (
          <li key={one.id} className="mw-work__item">
            <CaseRow one={one} mayEdit={may.edit} />
          </li>
        ))}
      </ul>
      {hiddenCases === 0 ? null : (
        <p className="mw-soft">{t("page.hidden", { count: hiddenCases })}</p>
      )}
      {precedents.length === 0 ? null : (
        <>
          <h3 className="nl-heading nl-heading--level-4">{t("page.precedents")}</h3>
          <ul>
            {precedents.map(({ id, number, title }) => (
              <li key={id}>
                <TextLink to={`/precedenten/${id}`}>
                  {number} {title}
                </TextLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {may.edit ? <AddCase result={result} /> : null}
    </Card>
  );
}

function CaseRow({ one, mayEdit }: { one: SignalCase; mayEdit: boolean }) {
  const { t } = useTranslation("signals");
  const { id, number, title, status, note, addedAt } = one;
  return (
    <>
      <span className="mw-work__words">
        <TextLink to={`/casussen/${id}`}>
          {number} {title}
        </TextLink>
        <span className="mw-work__facts">
          <DateTime moment={addedAt} day /> {note}
        </span>
      </span>
      <StatusBadge kind="caseStatus" status={status as CaseStatus} />
      {mayEdit ? (
        <Form intent="remove_case" warnOnLeave={false}>
          <HiddenField name="caseId" value={id} />
          <SubmitButton intent="remove_case" purpose="subtle">
            <span aria-hidden>{t("caseForms.remove")}</span>
            <span className="mw-visually-hidden">{t("caseForms.removeCase", { number })}</span>
          </SubmitButton>
        </Form>
      ) : null}
    </>
  );
}

function AddCase({ result }: Pick<SignalPartProps, "result">) {
  const { t } = useTranslation("signals");
  const given = resultOf(result, "add_case");
  return (
    <Disclosure summary={t("caseForms.add")} open={given !== undefined}>
      <Form intent="add_case" schema={fetchSignalForm} result={given}>
        <TextField
          name="number"
          label={t("caseForms.number")}
          description={t("caseForms.numberHint")}
          width="medium"
          autoComplete="off"
        />
        <TextArea name="note" label={t("caseForms.note")} rows={2} max={1_000} optional />
        <FormActions>
          <SubmitButton intent="add_case" purpose="secondary">
            {t("caseForms.save")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

/** The rules that were drafted from it, and the way to draft one. */
export function SignalRules({ page: { rules, may, signal } }: { page: SignalPage }) {
  const { t } = useTranslation("signals");
  if (!may.readRules) return null;
  const make = (
    <LinkButton to={`/regels/nieuw?signaal=${signal.id}`} purpose="primary">
      {t("page.makeRule")}
    </LinkButton>
  );
  return (
    <Card title={t("page.rules")} footer={may.draftRule ? make : null}>
      {rules.length === 0 ? (
        <p className="mw-soft">{t("page.noRules")}</p>
      ) : (
        <ul>
          {rules.map(({ id, number, title, standing }) => (
            <li key={id}>
              <TextLink to={`/regels/${id}`}>
                {number} {title}
              </TextLink>{" "}
              <RuleStanding standing={standing} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
