import { readFileSync } from "node:fs";
import { dialect } from "#db";
import { meanMeasures, retrievalMeasures } from "../../domain/retrieval-measures.ts";
import { retrievalSet, type RetrievalSet } from "../../schemas/retrieval-set.ts";
import { rankDocuments } from "../../server/search-ranking.server.ts";
import { settings } from "../../server/settings.server.ts";
import { wrongUse, type Command } from "../command.ts";

export const command: Command = {
  usage: ["search-eval <file.json>"],
  help: `Measures how good the search is on documents of your own. The file holds
{"documents": [{"id", "title", "text"}], "queries": [{"id", "text", "relevant": ["id of a document"]}]}; more fields may
stand in it. Nothing is kept: SQLite works in memory, PostgreSQL (with DATABASE_URL or --database) in temporary tables
of a database that is up to date.

  nDCG@10    how high what is relevant stands among the first ten; 1 is at the top
  recall@10  how much of what is relevant is among the first ten
  hit@1      how often the first one is relevant`,
  options: {},
  words: { least: 1, most: 1 },
  run: async ({ words: [file = ""] }) => {
    const { documents, queries } = read(file);
    const texts = queries.map(({ text }) => text);
    const ranked = await rankDocuments(settings().databaseUrl, documents, texts);
    const each = queries.map(({ relevant }, place) =>
      retrievalMeasures(ranked[place] ?? [], relevant),
    );
    const { ndcgAt10, recallAt10, hitAt1 } = meanMeasures(each);
    const engine = dialect === "postgres" ? "PostgreSQL" : "SQLite";
    const lines = [
      `${documents.length} documents, ${queries.length} queries, ${engine}`,
      `nDCG@10    ${ndcgAt10.toFixed(4)}`,
      `recall@10  ${recallAt10.toFixed(4)}`,
      `hit@1      ${hitAt1.toFixed(4)}`,
    ];
    const counted = { engine: dialect, documents: documents.length, queries: queries.length };
    return { result: { ...counted, ndcgAt10, recallAt10, hitAt1 }, text: lines.join("\n") };
  },
};

const mostProblems = 10;

function read(file: string): RetrievalSet {
  const parsed = retrievalSet.safeParse(jsonOf(file));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `  ${path.join(".")}: ${message}`,
  );
  const more = problems.length - mostProblems;
  const shown = [...problems.slice(0, mostProblems), ...(more > 0 ? [`  and ${more} more`] : [])];
  throw wrongUse(`${file} is not as it should be:\n${shown.join("\n")}`);
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw wrongUse(`${file} cannot be read as JSON: ${problem}`);
  }
}
