/** What the dashboards count of one case; filled in by the figures of the account. */
export type CaseFigures = Record<string, unknown>;
