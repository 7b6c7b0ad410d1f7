import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { DiscussionView } from "#app/schemas/weighing-view.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import { CheckboxField, Form, HiddenField, SubmitButton, TextArea } from "../form/index.ts";
import { Prose } from "../prose.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { RatingDots } from "./rating-dots.tsx";
import { useWho } from "./use-who.ts";

type DiscussionListProps = {
  cells: DiscussionView[];
  mayDiscuss: boolean;
  result: FormResult | undefined;
};

/** What people see differently, the widest difference first, with the reasons at both ends. */
export function DiscussionList({ cells, mayDiscuss, result }: DiscussionListProps) {
  const { t } = useTranslation("results");
  const flagged = cells.filter(({ flagged: on, discussed }) => on || discussed !== null);
  const done = flagged.filter(({ discussed }) => discussed !== null).length;
  return (
    <div id="bespreken">
      <Card title={t("discussion.title")}>
        {flagged.length === 0 ? (
          <Alert kind="ok">
            <p>{t("discussion.none")}</p>
          </Alert>
        ) : (
          <p>{t("discussion.lead", { done, count: flagged.length })}</p>
        )}
        <ol className="mw-discussion">
          {flagged.map((cell) => (
            <li key={`${cell.criterion} ${cell.optionId}`}>
              <DiscussionCell cell={cell} mayDiscuss={mayDiscuss} result={resultOf(cell)} />
            </li>
          ))}
        </ol>
      </Card>
    </div>
  );

  function resultOf({ criterion, optionId }: DiscussionView): FormResult | undefined {
    const sent = result?.values;
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
  const { t, language } = useTranslation("results");
  const format = useFormat();
  const { criterion, question, perspective, optionTitle, values, median, word, discussed } = cell;
  return (
    <section className="mw-discussion__cell">
      <h3 className="nl-heading nl-heading--level-4">
        {criterion}: {textIn(question, language)}
      </h3>
      <p>
        {t("discussion.place", {
          option: optionTitle,
          perspective: textIn(perspective, language),
        })}
      </p>
      <p className="mw-figures">
        {word ? <StatusBadge kind="disagreement" status={word} /> : null}
        <RatingDots values={values} median={median} />
        {median === null ? null : (
          <span>{t("tables.median", { median: format.decimal(median) })}</span>
        )}
      </p>
      <GivenValues cell={cell} />
      {discussed ? (
        <Alert kind="ok" title={t("discussion.discussed", { name: discussed.by })}>
          {discussed.note === "" ? null : <Prose text={discussed.note} />}
        </Alert>
      ) : null}
      {mayDiscuss ? (
        <Disclosure
          summary={t(discussed ? "discussion.change" : "discussion.act")}
          open={result !== undefined}
        >
          <DiscussForm cell={cell} result={result} />
        </Disclosure>
      ) : null}
    </section>
  );
}

/** Who gave what and why, the lowest first. */
function GivenValues({ cell }: { cell: DiscussionView }) {
  const { t } = useTranslation("results");
  const who = useWho();
  const given = [...cell.values].sort((a, b) => (a.value ?? 6) - (b.value ?? 6));
  return (
    <ul className="mw-plain-list">
      {given.map(({ who: person, value }, place) => {
        const reason = cell.reasons.find((own) => own.who.seat === person.seat);
        return (
          <li key={place}>
            <strong>
              {who(person)}: {value ?? t("scores.none")}
            </strong>
            <span className="mw-prose"> {reason?.text ?? t("discussion.noReason")}</span>
          </li>
        );
      })}
    </ul>
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
