import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { DiscussionView, WeighingView } from "#app/schemas/weighing-view.ts";
import { Disclosure } from "../disclosure.tsx";
import { Form, FormActions, HiddenField, SelectField, SubmitButton } from "../form/index.ts";

/** The facilitator lays a cell on the table, or takes off the agenda what was put there by hand. */
export function AgendaActs({ cell }: { cell: DiscussionView }) {
  const { t } = useTranslation("results");
  const about = { key: cell.criterion, option: cell.optionTitle };
  return (
    <div className="utrecht-button-group">
      {cell.tabled ? (
        <strong>{t("table.here")}</strong>
      ) : (
        <CellButton cell={cell} intent="table" label={t("table.label", about)}>
          {t("table.table")}
        </CellButton>
      )}
      {cell.byHand === null ? null : (
        <CellButton cell={cell} intent="unflag" label={t("flag.removeLabel", about)}>
          {t("flag.remove")}
        </CellButton>
      )}
    </div>
  );
}

type CellButtonProps = {
  cell: DiscussionView;
  intent: "table" | "unflag";
  label: string;
  children: string;
};

function CellButton({ cell, intent, label, children }: CellButtonProps) {
  return (
    <Form
      intent={intent}
      warnOnLeave={false}
      preventScrollReset={intent === "unflag"}
      aria-label={label}
    >
      <HiddenField name="key" value={cell.criterion} />
      <HiddenField name="optionId" value={cell.optionId} />
      <SubmitButton purpose={intent === "table" ? "secondary" : "subtle"}>{children}</SubmitButton>
    </Form>
  );
}

type FlagFormProps = { view: WeighingView; result: FormResult | undefined };

/** Any question about any option can be put on the agenda, also where the figures show no difference. */
export function FlagForm({ view, result }: FlagFormProps) {
  const { t, language } = useTranslation("results");
  const questions = view.perspectives.flatMap(({ name, gates, criteria }) =>
    [...gates, ...criteria].map(({ key, question }) => ({
      value: key,
      label: `${textIn(name, language)}, ${key}: ${textIn(question, language)}`,
    })),
  );
  return (
    <Disclosure summary={t("flag.title")} open={result !== undefined}>
      <Form intent="flag" result={result} warnOnLeave={false} preventScrollReset>
        <SelectField name="key" label={t("flag.question")} options={questions} />
        <SelectField
          name="optionId"
          label={t("flag.option")}
          options={view.options.map(({ id, position, title }) => ({
            value: id,
            label: `${position}. ${title}`,
          }))}
        />
        <FormActions>
          <SubmitButton purpose="secondary">{t("flag.add")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
