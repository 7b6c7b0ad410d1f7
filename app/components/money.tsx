import { useFormat } from "#app/i18n/use-format.ts";

/** An amount in cents as euros, with digits that line up. */
export function Money({ cents }: { cents: number }) {
  return <span className="mw-money">{useFormat().euro(cents)}</span>;
}
