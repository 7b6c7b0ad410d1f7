import type { Queries } from "../sqlite/connection.ts";
import { connectForCommand } from "./command-connection.ts";
import { connect } from "./connection.ts";

const tables = ["search_documents", "search_texts", "search_words"];

/**
 * Empty tables like those of the search index, before which they go as long as the connection lasts. Nobody else sees
 * them, and nothing in the database changes.
 */
export async function openInSession(
  url: string,
): Promise<{ queries: Queries; close: () => Promise<void> }> {
  const client = await connectForCommand(url);
  try {
    for (const table of tables) {
      await client.query(`create temporary table ${table} (like ${table} including all)`);
    }
    return { queries: connect(client), close: () => client.end() };
  } catch (error) {
    await client.end();
    throw error;
  }
}
