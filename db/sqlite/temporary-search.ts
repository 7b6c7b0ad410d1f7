import { connect, openWriter, type Queries } from "./connection.ts";
import { migrate } from "./migrate.ts";

/** The search index of a new database in memory. */
export async function openInMemory(): Promise<{ queries: Queries; close: () => Promise<void> }> {
  const client = openWriter(":memory:");
  await migrate(client, ":memory:");
  return {
    queries: connect(client),
    close: () => Promise.resolve(void client.close()),
  };
}
