/** The words of a figure of the account: for tables and charts, files and the yearly report alike. */
import type {
  Figure,
  FigureColumn,
  FigureRow,
  FigureUnit,
  FigureValue,
} from "#app/domain/account-figures.ts";
import type { Language } from "#app/domain/local-text.ts";
import { formatFor } from "./format.ts";

type Say = (key: string, values?: Record<string, string | number>) => string;

export type FigureWords = {
  title: (figure: Pick<Figure, "key">) => string;
  text: (figure: Pick<Figure, "key">) => string;
  rowHead: (figure: Pick<Figure, "rowsAre">) => string;
  row: (figure: Pick<Figure, "rowsAre">, row: Pick<FigureRow, "key" | "name">) => string;
  column: (column: Pick<FigureColumn, "key">) => string;
  value: (unit: FigureUnit, value: FigureValue) => string;
};

/** Row kinds whose words are those of the rest of the product. */
const termsOf: Partial<Record<Figure["rowsAre"], string>> = {
  status: "caseStatus",
  perspective: "perspective",
  bearer: "bearer",
  help: "helpAnswer",
};
const ownPerspectives = ["legal", "financial", "societal"];

/** `texts` are those of the area account-figures, `terms` those of the terms. */
export function figureWords(given: {
  texts: unknown;
  terms: unknown;
  language: Language;
}): FigureWords {
  const texts = given.texts as Say;
  const terms = given.terms as Say;
  const { language } = given;
  const format = formatFor(language);
  return {
    title: ({ key }) => texts(`figures.${key}.title`),
    text: ({ key }) => texts(`figures.${key}.text`),
    rowHead: ({ rowsAre }) => texts(`rowHeads.${rowsAre}`),
    row: ({ rowsAre }, { key, name }) => {
      if (key === "total") return texts("rows.total");
      if (name !== null) return name;
      return rowWord({ texts, terms, language }, rowsAre, key);
    },
    column: ({ key }) =>
      key.startsWith("level-") ? levelWord({ texts, terms }, key) : texts(`columns.${key}`),
    value: (unit, value) => {
      if (value === "hidden") return texts("hidden");
      if (value === null) return "–";
      return unit === "cents" ? format.euro(value) : format.number(value);
    },
  };
}

type Saying = { texts: Say; terms: Say; language: Language };

function rowWord(
  { texts, terms, language }: Saying,
  rowsAre: Figure["rowsAre"],
  key: string,
): string {
  if (rowsAre === "month") {
    const middle = Date.parse(`${key}-15T00:00:00Z`);
    return Number.isNaN(middle) ? key : monthIn(language).format(middle);
  }
  if (rowsAre === "year") return key;
  if (rowsAre === "scope") return key === "none" ? texts("rows.none") : key;
  // Words of an own question set have their name as key.
  if (rowsAre === "perspective" && !ownPerspectives.includes(key)) return key;
  const shared = termsOf[rowsAre];
  return shared === undefined ? texts(`rows.${rowsAre}.${key}`) : terms(`${shared}.${key}`);
}

function levelWord({ texts, terms }: Pick<Saying, "texts" | "terms">, key: string): string {
  const level = Number(key.slice("level-".length));
  return level < 4 ? terms(`level.${level}`) : texts("level", { level });
}

const months = new Map<Language, Intl.DateTimeFormat>();

function monthIn(language: Language): Intl.DateTimeFormat {
  const known = months.get(language);
  if (known) return known;
  const locale = language === "nl" ? "nl-NL" : "en-GB";
  const made = new Intl.DateTimeFormat(locale, {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  months.set(language, made);
  return made;
}
