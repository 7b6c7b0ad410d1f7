/** What was decided, why, and how the weighing came out. */
import { textIn } from "#app/domain/local-text.ts";
import { getTexts } from "#app/i18n/instances.ts";
import type { WeighingWords } from "#app/schemas/decision-view.ts";
import {
  heading,
  levelWords,
  paragraphs,
  titled,
  type DecisionPen,
} from "./pdf-decision-blocks.server.ts";
import type { PdfBlock } from "./pdf.server.ts";

export function headBlocks({ page, language }: DecisionPen): PdfBlock[] {
  const { caseFile, decision, organisation } = page;
  const t = getTexts(language, "decisions");
  const terms = getTexts(language, "terms");
  const version = { kind: terms(`decisionKind.${decision.kind}`), number: decision.number };
  const status = terms(`decisionStatus.${decision.status}`);
  return [
    { type: "text", text: t("page.file", { organisation, number: caseFile.number }), look: "soft" },
    { type: "heading", level: 1, text: t("page.title", { title: caseFile.title }) },
    ...paragraphs(
      `${t("page.titleVersion", version)}. ${status}.`,
      decision.status === "replaced" ? `${t("page.replaced")}. ${t("page.replacedText")}` : "",
      decision.versionReason,
    ),
  ];
}

export function decidedBlocks({ page, language, format }: DecisionPen): PdfBlock[] {
  const { decision, choices, levels } = page;
  const t = getTexts(language, "decisions");
  const title = heading(2, t("page.decided"));
  if (decision.kind === "withdrawal") return [title, ...paragraphs(t("page.withdrawn"))];
  const words = (level: number) => levelWords(levels, level, language);
  const [only] = choices;
  if (only && only.claim === null) {
    return [
      title,
      { type: "text", text: only.option.title, look: "strong" },
      ...paragraphs(only.option.description),
      ...levelLine(decision.level, words, t("page.level")),
    ];
  }
  const columns = [
    { label: t("page.claim"), rowHeader: true },
    { label: t("page.amount"), numeric: true },
    { label: t("page.chosen") },
    { label: t("page.level") },
  ];
  const rows = choices.map(({ claim, option }) => [
    claim?.label ?? "",
    claim?.cents ? format.euro(claim.cents) : "",
    option.title,
    words(option.level),
  ]);
  return [
    title,
    ...levelLine(decision.level, words, t("page.level")),
    { type: "table", caption: t("page.caption"), columns, rows },
  ];
}

function levelLine(level: number | null, words: (level: number) => string, label: string) {
  return level === null ? [] : paragraphs(`${label}: ${words(level)}`);
}

export function motivationBlocks({ page: { perspectives }, language }: DecisionPen): PdfBlock[] {
  const t = getTexts(language, "decisions");
  return [
    heading(2, t("page.motivation")),
    ...perspectives.flatMap(({ name, text }) => titled(textIn(name, language), text)),
  ];
}

export function weighingBlocks({ page, language, format }: DecisionPen): PdfBlock[] {
  const { weighing, decision } = page;
  if (!weighing) return [];
  const t = getTexts(language, "decisions");
  const { name, number } = weighing.questionSet;
  const verdict = [
    weighing.proposed.length > 0
      ? t("page.proposedOne", { options: format.list(weighing.proposed) })
      : t("page.proposedNone"),
    weighing.noClearDifference ? t("page.noClearDifference") : "",
    t(decision.departure.trim() === "" ? "page.followed" : "page.departed"),
  ];
  return [
    heading(2, t("page.weighing")),
    ...paragraphs(verdict.filter((words) => words !== "").join(" ")),
    ...titled(t("page.departureTitle"), decision.departure),
    ...weighedTables({ page, language, format }, weighing),
    ...paragraphs(t("page.version", { name: textIn(name, language), number })),
    ...titled(t("page.coverageReason"), decision.coverageReason),
    ...titled(t("page.undiscussedReason"), decision.undiscussedReason),
  ];
}

function weighedTables(pen: DecisionPen, weighing: WeighingWords): PdfBlock[] {
  return [optionTable(pen, weighing), peopleTable(pen, weighing)];
}

const first = (label: string) => ({ label, rowHeader: true });
const figure = (label: string) => ({ label, numeric: true });

function optionTable({ language, format }: DecisionPen, { options }: WeighingWords): PdfBlock {
  const t = getTexts(language, "decisions");
  const verdict = ({ passes, failing }: WeighingWords["options"][number]) => {
    if (passes) return t("page.passes");
    const names = failing.map((name) => textIn(name, language).toLowerCase());
    return t("page.fails", { perspectives: format.list(names) });
  };
  return {
    type: "table",
    caption: t("page.weighedCaption"),
    columns: [
      first(t("page.weighedOption")),
      { label: t("page.weighedVerdict") },
      figure(t("page.weighedTotal")),
    ],
    rows: options.map((option) => [
      option.title,
      verdict(option),
      option.total === null ? t("page.noFacts") : format.decimal(option.total),
    ]),
  };
}

function peopleTable({ language, format }: DecisionPen, { perspectives }: WeighingWords): PdfBlock {
  const t = getTexts(language, "decisions");
  return {
    type: "table",
    caption: t("page.peopleCaption"),
    columns: [
      first(t("page.perspective")),
      figure(t("page.people")),
      figure(t("page.missing")),
      figure(t("page.coverage")),
    ],
    rows: perspectives.map(({ name, people, missing, coverage }) => [
      textIn(name, language),
      String(people),
      String(missing),
      format.percent(coverage),
    ]),
  };
}
