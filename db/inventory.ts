/** What a database holds, to tell whether a copy of it is whole. */
import type { Recorded } from "./migration-history.ts";

export type Inventory = {
  /** Rows per table. */
  tables: Record<string, number>;
  /** Number of the newest audit event; 0 when there is none. */
  newestEvent: number;
  migrations: Recorded[];
};

/** In what a copy differs from what it should hold; empty when in nothing. */
export function differences(wanted: Inventory, found: Inventory): string[] {
  const names = new Set([...Object.keys(wanted.tables), ...Object.keys(found.tables)]);
  const lines = [...names]
    .filter((name) => wanted.tables[name] !== found.tables[name])
    .map(
      (name) =>
        `table ${name} has ${found.tables[name] ?? "no"} rows instead of ${wanted.tables[name] ?? "none"}`,
    );
  if (wanted.newestEvent !== found.newestEvent) {
    lines.push(`the newest audit event is ${found.newestEvent} instead of ${wanted.newestEvent}`);
  }
  return lines;
}

export function totalRows({ tables }: Inventory): number {
  return Object.values(tables).reduce((sum, rows) => sum + rows, 0);
}
