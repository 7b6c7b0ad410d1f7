import type { Account, RowKind } from "#app/domain/account-figures.ts";
import type { LocalText } from "#app/domain/local-text.ts";
import type { CaseStatus } from "#app/domain/case-file.ts";
import type { AccountCell } from "./account-address.ts";
import type { AccountFilters } from "./account-filters.ts";

type Named = { id: string; name: string };

/** The account with what may be chosen in its filters. */
export type AccountPage = {
  account: Account;
  filters: AccountFilters;
  organisations: Named[];
  scopes: Named[];
  perspectives: { key: string; name: LocalText }[];
};

export type AccountCase = {
  id: string;
  number: string;
  title: string;
  status: CaseStatus;
  scope: string | null;
  receivedAt: number;
  /** The decision in force. */
  decisionId: string | null;
  /** Why it departs from what was proposed, and what it says of earlier decisions. */
  departure: string | null;
  treatment: string | null;
};

/** Why a decision departs from what was proposed, or what it says of earlier decisions. */
export type AccountReasons = "departure" | "treatment" | null;

/** One page of the cases behind a number. */
export type AccountCasesPage = {
  cell: AccountCell;
  /** Which words of the decisions belong with this number. */
  reasons: AccountReasons;
  rowsAre: RowKind;
  filters: AccountFilters;
  period: Account["period"];
  scope: Named | null;
  perspective: string | null;
  /** The name of the row when it is a scope. */
  rowName: string | null;
  cases: AccountCase[];
  /** How many this person may read, and how many not. */
  readable: number;
  hidden: number;
  /** Cases that are not named because few citizens answered in their scope. */
  few: number;
  page: number;
  pages: number;
};
