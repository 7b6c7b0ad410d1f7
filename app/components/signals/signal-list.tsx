import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SignalItem } from "#app/schemas/signal-view.ts";
import { DataTable } from "../data-table.tsx";
import { EmptyState } from "../empty-state.tsx";
import { LinkButton } from "../link-button.tsx";
import { TextLink } from "../text-link.tsx";
import { SignalStatusBadge } from "./signal-status.tsx";
import { useSignalWords } from "./use-signal-words.ts";

/** Signals with how long they have been there, whose the rule is and what it costs to leave it. */
export function SignalList({ items }: { items: readonly SignalItem[] }) {
  const { t } = useTranslation("signals");
  const words = useSignalWords();
  return (
    <DataTable
      caption={t("list.caption")}
      hideCaption
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "signal",
          label: t("list.signal"),
          rowHeader: true,
          cell: (item) => <SignalName item={item} />,
        },
        {
          key: "status",
          label: t("list.status"),
          cell: ({ status }) => <SignalStatusBadge status={status} />,
        },
        { key: "scope", label: t("list.scope"), cell: ({ scope }) => scope ?? "–" },
        { key: "age", label: t("list.age"), cell: ({ ageDays }) => words.age(ageDays) },
        {
          key: "owner",
          label: t("list.owner"),
          cell: ({ owner }) => owner ?? t("list.nobody"),
        },
        { key: "answer", label: t("list.answer"), cell: (item) => <Answer item={item} /> },
        { key: "cases", label: t("list.cases"), numeric: true, cell: ({ cases }) => cases },
        {
          key: "cost",
          label: t("list.cost"),
          numeric: true,
          cell: ({ costPerYear }) => words.cost(costPerYear),
        },
      ]}
    />
  );
}

function SignalName({ item }: { item: SignalItem }) {
  const { t } = useTranslation("signals");
  const { id, number, title, source, elsewhere } = item;
  return (
    <>
      <TextLink to={`/signalen/${id}`}>{title}</TextLink>
      <br />
      <span className="mw-soft">
        {number}, {t(`source.${source}`).toLowerCase()}
        {elsewhere ? `. ${t("list.elsewhere")}` : null}
      </span>
    </>
  );
}

function Answer({ item: { overdue, answerBy, answeredAt } }: { item: SignalItem }) {
  const { t } = useTranslation("signals");
  const format = useFormat();
  if (answeredAt !== null) return t("list.answered", { date: format.date(answeredAt) });
  if (answerBy === null) return "–";
  const date = format.date(answerBy);
  if (!overdue) return t("list.answerBy", { date });
  return <strong className="mw-work__overdue">{t("list.overdue", { date })}</strong>;
}

/** In the place of the list when there is nothing in it, with what to do next. */
export function NoSignals({ isFiltered, mayRaise }: { isFiltered: boolean; mayRaise: boolean }) {
  const { t } = useTranslation("signals");
  const { t: terms } = useTranslation();
  if (isFiltered) {
    return (
      <EmptyState
        title={t("list.nothingTitle")}
        action={<LinkButton to="/signalen">{terms("clearFilters")}</LinkButton>}
      >
        {t("list.nothingText")}
      </EmptyState>
    );
  }
  const raise = <LinkButton to="/signalen/nieuw">{t("list.new")}</LinkButton>;
  return (
    <EmptyState title={t("list.emptyTitle")} action={mayRaise ? raise : null}>
      {t("list.emptyText")}
    </EmptyState>
  );
}
