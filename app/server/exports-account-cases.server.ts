/** The cases behind a number of the account as a file. */
import "#app/i18n/all-languages.ts";
import { getTexts } from "#app/i18n/instances.ts";
import { accountFilters, cellAsked } from "#app/schemas/account-filters.ts";
import type { AccountCase, AccountReasons } from "#app/schemas/account-view.ts";
import type { Access } from "./access.server.ts";
import { eachAccountCase, reasonsFor } from "./account-cases.server.ts";
import { exportFormat, exportResponse, fileName, type ExportColumn } from "./exports.server.ts";

export async function exportAccountCases(
  access: Access<"figures.read">,
  url: string,
): Promise<Response> {
  const title = getTexts(access.person.language, "account-figures")("cases.title");
  const { cell } = cellAsked(url);
  const rows = eachAccountCase(access, accountFilters(url), cell);
  // A number that is not there answers so before the file begins.
  const first = await rows.next();
  return exportResponse(access, {
    ...{ list: "account-cases", name: fileName(title), title },
    columns: columnsFor(access, cell && reasonsFor(cell)),
    rows: first.done ? [] : startingWith(first.value, rows),
    format: exportFormat(url),
  });
}

async function* startingWith<Row>(first: Row[], others: AsyncIterable<Row[]>) {
  yield first;
  yield* others;
}

function columnsFor({ person }: Access, reasons: AccountReasons): ExportColumn<AccountCase>[] {
  const t = getTexts(person.language, "account-figures");
  const terms = getTexts(person.language, "terms");
  const own = getTexts(person.language, "exports");
  return [
    { label: own("number"), value: ({ number }) => number },
    { label: t("cases.case"), value: ({ title }) => title },
    { label: t("cases.status"), value: ({ status }) => terms(`caseStatus.${status}`) },
    { label: t("cases.scope"), value: ({ scope }) => scope },
    { label: t("cases.received"), type: "day", value: ({ receivedAt }) => receivedAt },
    ...(reasons === null
      ? []
      : [
          {
            label: t(`cases.${reasons}`),
            value: (one: AccountCase) => one[reasons],
          },
        ]),
  ];
}
