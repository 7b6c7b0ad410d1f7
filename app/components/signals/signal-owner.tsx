import { isoDay } from "#app/i18n/format.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { DateTime } from "../date-time.tsx";
import { Disclosure } from "../disclosure.tsx";
import {
  DateField,
  Form,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from "../form/index.ts";
import { Prose } from "../prose.tsx";
import { resultOf } from "../result-of.ts";
import type { SignalPartProps } from "./signal-about.tsx";
import { fetchSignalForm } from "./signal-form.ts";

/** Whose the rule is, until when an answer is expected, and the answer. */
export function SignalOwner({ page, result }: SignalPartProps) {
  const { t } = useTranslation("signals");
  const { owner, may } = page;
  return (
    <Card title={t("owner.title")} tone={may.answer && !owner?.answeredAt ? "accent" : "plain"}>
      {owner ? <OwnerFacts page={page} /> : <p>{t("owner.none")}</p>}
      {may.answer ? <AnswerForm page={page} result={result} /> : null}
      {may.remind ? (
        <Form intent="remind" result={resultOf(result, "remind")} warnOnLeave={false}>
          <SubmitButton intent="remind" purpose="secondary">
            {t("owner.remind")}
          </SubmitButton>
        </Form>
      ) : null}
      {may.edit ? <OwnerForm page={page} result={result} /> : null}
    </Card>
  );
}

function OwnerFacts({ page: { owner } }: Pick<SignalPartProps, "page">) {
  const { t } = useTranslation("signals");
  const format = useFormat();
  if (!owner) return null;
  const { name, organisation, contact, answerBy, remindedAt, answeredAt } = owner;
  const date = answerBy === null ? "" : format.date(answerBy);
  const due = owner.overdue ? (
    <strong className="mw-work__overdue">{t("list.overdue", { date })}</strong>
  ) : (
    date
  );
  return (
    <>
      <DataList
        items={[
          {
            key: "who",
            label: t("owner.who"),
            value: [name, organisation].filter(Boolean).join(", "),
          },
          { key: "contact", label: t("owner.contact"), value: contact },
          { key: "answerBy", label: t("owner.answerBy"), value: due },
          {
            key: "reminded",
            label: t("owner.reminded"),
            value: remindedAt === null ? null : <DateTime moment={remindedAt} />,
          },
        ]}
      />
      {answeredAt === null ? (
        <p className="mw-soft">{t("owner.waiting")}</p>
      ) : (
        <>
          <h3 className="nl-heading nl-heading--level-4">
            {t("owner.answerTitle", { date: format.date(answeredAt) })}
          </h3>
          <Prose text={owner.answer} />
        </>
      )}
    </>
  );
}

function AnswerForm({ page: { owner, signal }, result }: SignalPartProps) {
  const { t } = useTranslation("signals");
  const given = resultOf(result, "answer");
  const isAnswered = owner !== null && owner.answeredAt !== null;
  const form = (
    <Form
      intent="answer"
      schema={fetchSignalForm}
      values={{ answer: owner?.answer ?? "" }}
      result={given}
    >
      <HiddenField name="version" value={signal.version} />
      <TextArea
        name="answer"
        label={t(owner?.id ? "owner.yourAnswer" : "owner.theirAnswer")}
        description={t("owner.answerHint")}
        max={4_000}
      />
      <FormActions>
        <SubmitButton intent="answer">{t("owner.answer")}</SubmitButton>
      </FormActions>
    </Form>
  );
  // What an owner outside says comes later, if at all: it does not stand open.
  if (!isAnswered && owner?.id) return form;
  const summary = t(isAnswered ? "owner.changeAnswer" : "owner.theirAnswer");
  return (
    <Disclosure summary={summary} open={given !== undefined}>
      {form}
    </Disclosure>
  );
}

function OwnerForm({ page: { owner, owners, signal }, result }: SignalPartProps) {
  const { t } = useTranslation("signals");
  const given = resultOf(result, "owner");
  const isOutside = owner !== null && owner.id === null;
  const values = {
    owner: owner?.id ? `${owner.organisationId ?? ""}/${owner.id}` : isOutside ? "outside" : "",
    organisation: isOutside ? owner.organisation : "",
    name: isOutside ? owner.name : "",
    contact: owner?.contact ?? "",
    answerBy: owner?.answerBy ? isoDay(owner.answerBy) : "",
  };
  const people = owners.flatMap(({ organisationId, organisation, people: there }) =>
    there.map(({ id, name }) => ({
      value: `${organisationId}/${id}`,
      label: t("owner.option", { name, organisation }),
    })),
  );
  return (
    <Disclosure
      summary={t(owner ? "owner.change" : "owner.choose")}
      open={given !== undefined || owner === null}
    >
      <Form intent="owner" schema={fetchSignalForm} values={values} result={given}>
        <HiddenField name="version" value={signal.version} />
        <SelectField
          name="owner"
          label={t("owner.owner")}
          description={t("owner.ownerHint")}
          empty={t("owner.nobody")}
          options={[...people, { value: "outside", label: t("owner.outside") }]}
          optional
        />
        <TextField name="organisation" label={t("owner.organisation")} optional />
        <TextField name="name" label={t("owner.name")} autoComplete="off" optional />
        <TextField name="contact" label={t("owner.contactField")} autoComplete="off" optional />
        <DateField
          name="answerBy"
          label={t("owner.answerBy")}
          description={t("owner.answerByHint")}
          optional
        />
        <FormActions>
          <SubmitButton intent="owner" purpose={owner ? "secondary" : "primary"}>
            {t("owner.save")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
