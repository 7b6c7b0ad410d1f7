import { textIn } from "#app/domain/local-text.ts";
import { isOpen } from "#app/domain/signal.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { SignalPage } from "#app/schemas/signal-view.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { DateTime } from "../date-time.tsx";
import { Disclosure } from "../disclosure.tsx";
import {
  Form,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from "../form/index.ts";
import { LevelBadge } from "../level-badge.tsx";
import { PageHeader } from "../page-header.tsx";
import { Prose } from "../prose.tsx";
import { resultOf } from "../result-of.ts";
import { TextLink } from "../text-link.tsx";
import { fetchSignalForm } from "./signal-form.ts";
import { SignalStatusBadge } from "./signal-status.tsx";
import { useSignalWords } from "./use-signal-words.ts";

export type SignalPartProps = { page: SignalPage; result: FormResult | undefined };

export function SignalHead({
  page: { signal, mergedInto, cases, hiddenCases, owner },
}: {
  page: SignalPage;
}) {
  const { t } = useTranslation("signals");
  const words = useSignalWords();
  const isNew = isOpen(signal.status) && signal.ageDays === 0;
  const age = isNew
    ? t("page.ageToday")
    : t(isOpen(signal.status) ? "page.age" : "page.ageClosed", { age: words.age(signal.ageDays) });
  return (
    <>
      <PageHeader
        above={t("page.above", { number: signal.number })}
        title={signal.title}
        lead={
          <>
            <SignalStatusBadge status={signal.status} />{" "}
            <span>
              {age} {t("page.casesCount", { count: cases.length + hiddenCases })}.
            </span>
          </>
        }
      />
      {mergedInto ? (
        <Alert kind="info">
          <p>
            {t("page.mergedInto")}{" "}
            <TextLink to={`/signalen/${mergedInto.id}`}>
              {mergedInto.number} {mergedInto.title}
            </TextLink>
          </p>
        </Alert>
      ) : null}
      {owner?.overdue ? (
        <Alert kind="warning">
          <p>{t("owner.overdue")}</p>
        </Alert>
      ) : null}
    </>
  );
}

/** What it is and why it is here: facts, outcome, source. */
export function SignalAbout({ page, result }: SignalPartProps) {
  const { t, language } = useTranslation("signals");
  const { signal, may } = page;
  const facts = signal.facts.map((label) => textIn(label, language));
  return (
    <Card title={t("page.about")}>
      {signal.description === "" ? (
        <p className="mw-soft">{t("page.noDescription")}</p>
      ) : (
        <Prose text={signal.description} />
      )}
      <DataList
        items={[
          { key: "scope", label: t("page.scope"), value: signal.scope },
          {
            key: "facts",
            label: t("page.facts"),
            value:
              facts.length === 0 ? null : (
                <ul>
                  {facts.map((fact) => (
                    <li key={fact}>{fact}</li>
                  ))}
                </ul>
              ),
          },
          {
            key: "level",
            label: t("page.outcome"),
            value: signal.level === null ? null : <LevelBadge level={signal.level} />,
          },
          { key: "source", label: t("page.source"), value: t(`source.${signal.source}`) },
          {
            key: "session",
            label: t("page.session"),
            value: signal.session ? (
              <TextLink to={`/zittingen/${signal.session.id}`}>{signal.session.title}</TextLink>
            ) : null,
          },
          { key: "by", label: t("page.raisedBy"), value: signal.raisedBy ?? t("page.product") },
          {
            key: "at",
            label: t("page.raisedAt"),
            value: <DateTime moment={signal.raisedAt} day />,
          },
          { key: "reason", label: t("page.reason"), value: signal.statusReason },
        ]}
      />
      {may.edit ? <EditSignal page={page} result={result} /> : null}
    </Card>
  );
}

function EditSignal({ page: { signal, scopes }, result }: SignalPartProps) {
  const { t } = useTranslation("signals");
  const given = resultOf(result, "edit");
  const values = {
    title: signal.title,
    description: signal.description,
    scopeId: signal.scopeId ?? "",
  };
  return (
    <Disclosure summary={t("edit.title")} open={given !== undefined}>
      <Form intent="edit" schema={fetchSignalForm} values={values} result={given}>
        <HiddenField name="version" value={signal.version} />
        <TextField name="title" label={t("new.titleField")} />
        <TextArea
          name="description"
          label={t("new.description")}
          description={t("new.descriptionHint")}
          max={4_000}
          optional
        />
        <SelectField
          name="scopeId"
          label={t("new.scope")}
          empty={t("new.noScope")}
          options={scopes.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
        <FormActions>
          <SubmitButton intent="edit">{t("edit.save")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
