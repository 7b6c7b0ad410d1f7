/** What the list of rules is narrowed to, in its address. */
export const ruleViews = ["drafts", "in_force", "ended"] as const;
export type RuleView = (typeof ruleViews)[number];

export type RuleFilters = { view: RuleView | null; scope: string | null };

/** The views by their names in an address. */
export const viewNames = {
  concept: "drafts",
  geldend: "in_force",
  geweest: "ended",
} as const satisfies Record<string, RuleView>;

export function ruleFiltersIn(url: string): RuleFilters {
  const asked = new URL(url).searchParams;
  const name = asked.get("toon") ?? "";
  const scope = asked.get("regelgebied") ?? "";
  return {
    view: Object.hasOwn(viewNames, name) ? viewNames[name as keyof typeof viewNames] : null,
    scope: /^[0-9a-f-]{36}$/.test(scope) ? scope : null,
  };
}

/** Which page of what a draft decides otherwise; the first where the address names none. */
export function triedPage(url: string): number {
  const asked = new URL(url).searchParams.get("pagina") ?? "";
  return /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1;
}
