import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { DiscussionView, WeighingView } from "#app/schemas/weighing-view.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import { CheckboxField, Form, HiddenField, SubmitButton, TextArea } from "../form/index.ts";
import { Prose } from "../prose.tsx";
import { AgendaActs, FlagForm } from "./agenda-acts.tsx";
import { CellFigures, CellHeading, GivenValues } from "./discussed-cell.tsx";

type DiscussionListProps = {
  cells: DiscussionView[];
  view: WeighingView;
  mayDiscuss: boolean;
  result: FormResult | undefined;
};

/** What people see differently, the widest difference first, with the reasons at both ends. */
export function DiscussionList({ cells, view, mayDiscuss, result }: DiscussionListProps) {
  const { t } = useTranslation("results");
  const done = cells.filter(({ discussed }) => discussed !== null).length;
  const sent = result?.values;
  return (
    <div id="bespreken">
      <Card title={t("discussion.title")}>
        {cells.length === 0 ? (
          <Alert kind="ok">
            <p>{t("discussion.none")}</p>
          </Alert>
        ) : (
          <p>{t("discussion.lead", { done, count: cells.length })}</p>
        )}
        <ol className="mw-discussion">
          {cells.map((cell) => (
            <li key={`${cell.criterion} ${cell.optionId}`}>
              <DiscussionCell cell={cell} mayDiscuss={mayDiscuss} result={resultOf(cell)} />
            </li>
          ))}
        </ol>
        {mayDiscuss ? (
          <FlagForm view={view} result={sent?.intent === "flag" ? result : undefined} />
        ) : null}
      </Card>
    </div>
  );

  function resultOf({ criterion, optionId }: DiscussionView): FormResult | undefined {
    const own = sent?.intent === "discuss" && sent.criterion === criterion;
    return own && sent.optionId === optionId ? result : undefined;
  }
}

type DiscussionCellProps = {
  cell: DiscussionView;
  mayDiscuss: boolean;
  result: FormResult | undefined;
};

function DiscussionCell({ cell, mayDiscuss, result }: DiscussionCellProps) {
  const { t } = useTranslation("results");
  const { discussed, byHand } = cell;
  return (
    <section className="mw-discussion__cell">
      <CellHeading cell={cell} level={3} />
      {byHand === null ? null : (
        <p className="mw-soft">{t("discussion.byHand", { name: byHand })}</p>
      )}
      <CellFigures cell={cell} />
      <GivenValues cell={cell} />
      {discussed ? (
        <Alert kind="ok" title={t("discussion.discussed", { name: discussed.by })}>
          {discussed.note === "" ? null : <Prose text={discussed.note} />}
        </Alert>
      ) : null}
      {mayDiscuss ? (
        <>
          <AgendaActs cell={cell} />
          <Disclosure
            summary={t(discussed ? "discussion.change" : "discussion.act")}
            open={result !== undefined}
          >
            <DiscussForm cell={cell} result={result} />
          </Disclosure>
        </>
      ) : null}
    </section>
  );
}

function DiscussForm({ cell, result }: Omit<DiscussionCellProps, "mayDiscuss">) {
  const { t } = useTranslation("results");
  const { t: terms } = useTranslation();
  const { criterion, optionId, discussed } = cell;
  return (
    <Form
      intent="discuss"
      values={{ note: discussed?.note ?? "", discussed: "yes" }}
      result={result}
      warnOnLeave={false}
      preventScrollReset
      aria-label={t("discussion.form", { key: criterion, option: cell.optionTitle })}
    >
      <HiddenField name="criterion" value={criterion} />
      <HiddenField name="optionId" value={optionId} />
      <TextArea name="note" label={t("discussion.note")} rows={2} max={4000} optional />
      <CheckboxField name="discussed" label={t("discussion.tick")} />
      <SubmitButton purpose="secondary">{terms("save")}</SubmitButton>
    </Form>
  );
}
