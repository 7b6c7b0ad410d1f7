import { openDatabase, stopDatabase } from "#db";
import { repackAll } from "../../server/precedent-words.server.ts";
import { reindexEverything } from "../../server/reindexing.server.ts";
import { settings } from "../../server/settings.server.ts";
import { progress, type Command } from "../command.ts";

export const command: Command = {
  usage: ["reindex [--anew]"],
  help: `Brings the search index and the packed facts of precedents in line with the cases and precedents. The server
may run. An index that is damaged in itself is emptied first: searches find little until it is done.

  --anew  empty it in any case`,
  options: { anew: { type: "boolean" } },
  words: { least: 0, most: 0 },
  run: async ({ options }) => {
    const { databaseUrl, database } = settings();
    await openDatabase(databaseUrl, database);
    try {
      const onProgress = progress("documents");
      const result = await reindexEverything({ anew: options.anew === true, onProgress });
      await repackAll();
      const { documents, removed } = result;
      const text = `${documents} cases and precedents can be found by searching; ${removed} that no longer exist were taken out.`;
      return { result, text };
    } finally {
      await stopDatabase();
    }
  },
};
