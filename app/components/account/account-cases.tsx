import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { accountAddress, casesAddress, type AccountCell } from "#app/schemas/account-address.ts";
import type { AccountCase, AccountCasesPage } from "#app/schemas/account-view.ts";
import { DataTable, type Column } from "../data-table.tsx";
import { PageHeader } from "../page-header.tsx";
import { Pagination } from "../pagination.tsx";
import { ExportLinks } from "../report/export-links.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";
import { useFigureWords } from "./use-figure-words.ts";

/** The cases behind a number of the account. */
export function AccountCases({ page }: { page: AccountCasesPage }) {
  const { t } = useTranslation("account-figures");
  const format = useFormat();
  const words = useFigureWords();
  const columns = useColumns(page);
  const { cell, filters, readable, hidden, pages } = page;
  const what = t("cases.what", {
    figure: words.title({ key: cell.figure }),
    row: words.row(page, { key: cell.row, name: page.rowName }),
    column: words.column({ key: cell.column }),
  });
  const day = (text: string) => format.date(Date.parse(`${text}T12:00:00Z`));
  const pageAt = (place: number) => `${casesAddress(filters, cell)}&pagina=${place}`;
  return (
    <>
      <PageHeader
        above={page.scope?.name}
        title={t("cases.title")}
        lead={
          <>
            <p>{what}</p>
            {cell.figure === "citizens" ? <AboutAnswers cell={cell} /> : null}
            <p>
              {t("cases.period", { from: day(page.period.from), until: day(page.period.until) })}
            </p>
            <p>
              {t("cases.count", { count: readable })}{" "}
              {hidden > 0 ? `${t("cases.hidden", { count: hidden })} ` : null}
              {page.few > 0 ? t("cases.few", { count: page.few }) : null}
            </p>
          </>
        }
        actions={
          <TextLink to={`${accountAddress(filters)}#${cell.figure}`}>{t("cases.back")}</TextLink>
        }
      />
      {page.cases.length > 0 ? (
        <DataTable
          caption={t("cases.caption")}
          hideCaption
          rows={page.cases}
          rowKey={({ id }) => id}
          columns={columns}
        />
      ) : null}
      {page.cases.length > 0 ? (
        <ExportLinks to="/verantwoording/gevallen/bestand" about={t("cases.caption")} />
      ) : null}
      {pages > 1 ? <p>{t("cases.page", { page: page.page, pages })}</p> : null}
      <Pagination
        previous={page.page > 1 ? pageAt(page.page - 1) : null}
        next={page.page < pages ? pageAt(page.page + 1) : null}
      />
    </>
  );
}

/** Of which answers of citizens these cases are. */
function AboutAnswers({ cell: { moment, noScope } }: { cell: AccountCell }) {
  const { t } = useTranslation("account-figures");
  return (
    <p>
      {moment ? `${t(`cases.moment.${moment}`)} ` : null}
      {noScope ? `${t("cases.withoutScope")} ` : null}
      {t("cases.answers")}
    </p>
  );
}

function useColumns({ reasons }: AccountCasesPage): Column<AccountCase>[] {
  const { t } = useTranslation("account-figures");
  const format = useFormat();
  return [
    {
      key: "case",
      label: t("cases.case"),
      rowHeader: true,
      cell: ({ id, number, title }) => (
        <>
          <span className="mw-small">{number}</span>{" "}
          <TextLink to={`/casussen/${id}`}>{title}</TextLink>
        </>
      ),
    },
    {
      key: "status",
      label: t("cases.status"),
      cell: ({ status }) => <StatusBadge kind="caseStatus" status={status} />,
    },
    { key: "scope", label: t("cases.scope"), cell: ({ scope }) => scope ?? t("cases.noScope") },
    {
      key: "received",
      label: t("cases.received"),
      cell: ({ receivedAt }) => format.date(receivedAt),
    },
    {
      key: "decision",
      label: t("cases.decision"),
      cell: ({ id, number, decisionId }) =>
        decisionId === null ? (
          t("cases.noDecision")
        ) : (
          <TextLink
            to={`/casussen/${id}/besluiten/${decisionId}`}
            aria-label={t("cases.decisionOf", { number })}
          >
            {t("cases.toDecision")}
          </TextLink>
        ),
    },
    ...(reasons === null
      ? []
      : [
          {
            key: reasons,
            label: t(`cases.${reasons}`),
            cell: (one: AccountCase) => one[reasons]?.trim() || t("cases.noText"),
          },
        ]),
  ];
}
