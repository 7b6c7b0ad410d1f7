import type { ItemPhase } from "#app/domain/session.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { Form, FormActions, SelectField, SubmitButton, TextArea } from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { TypedTexts } from "./typed-texts.tsx";

const minoritySchema = () =>
  import("#app/schemas/results.ts").then((module) => module.minoritySchema);

type MinorityFormProps = {
  page: {
    phase: ItemPhase;
    options: { id: string; position: number; title: string }[];
    own: { text: string; optionId: string | null } | null;
  };
  result: FormResult | undefined;
};

/** Writes, changes or withdraws the own minority view while the group discusses. */
export function MinorityForm({ page, result }: MinorityFormProps) {
  const { t } = useTranslation("results");
  const { t: terms } = useTranslation();
  const { phase, options, own } = page;
  if (phase !== "revealed") return <NotNow page={page} result={result} />;
  const text = { text: own?.text ?? "", optionId: own?.optionId ?? "" };
  return (
    <Card>
      <Form schema={minoritySchema} intent="record" values={text} result={result}>
        <TextArea name="text" label={t("minority.field")} rows={6} max={4000} />
        <SelectField
          name="optionId"
          label={t("minority.option")}
          empty={t("minority.noOption")}
          options={options.map(({ id, position, title }) => ({
            value: id,
            label: `${position}. ${title}`,
          }))}
          optional
        />
        <FormActions>
          <SubmitButton>{t("minority.save")}</SubmitButton>
          <LinkButton to="../uitkomst" relative="path">
            {terms("cancel")}
          </LinkButton>
        </FormActions>
      </Form>
      {own ? (
        <Form intent="withdraw" warnOnLeave={false}>
          <SubmitButton purpose="secondary" negative>
            {t("minority.withdraw")}
          </SubmitButton>
        </Form>
      ) : null}
    </Card>
  );
}

/** Too early or too late; what was typed meanwhile is there to be copied. */
function NotNow({ page, result }: MinorityFormProps) {
  const { t } = useTranslation("results");
  return (
    <>
      <TypedTexts result={result} />
      <Alert kind="warning" title={t("minority.closedTitle")}>
        <p>{t("minority.closedText")}</p>
        {page.own ? <p className="mw-prose">{page.own.text}</p> : null}
      </Alert>
      {page.phase === "concluded" ? (
        <div className="utrecht-button-group">
          <LinkButton to="../uitkomst" relative="path">
            {t("minority.toOutcome")}
          </LinkButton>
        </div>
      ) : null}
    </>
  );
}
