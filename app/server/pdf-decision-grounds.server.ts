/** On what a decision rests: the ground, the circumstances, earlier decisions. */
import { textIn, type Language } from "#app/domain/local-text.ts";
import { getTexts } from "#app/i18n/instances.ts";
import type { DecisionFactWords, DecisionPage } from "#app/schemas/decision-view.ts";
import {
  heading,
  levelWords,
  listed,
  paragraphs,
  titled,
  type DecisionPen,
} from "./pdf-decision-blocks.server.ts";
import type { PdfBlock } from "./pdf.server.ts";

export function groundBlocks({
  page: { decision, lawReferences },
  language,
}: DecisionPen): PdfBlock[] {
  const t = getTexts(language, "decisions");
  const terms = getTexts(language, "terms");
  const { ground, groundReference, legalAdvice, policyOwner } = decision;
  const references = lawReferences.map(
    ({ kind, value, url }) => `${terms(`lawReferenceKind.${kind}`)}: ${value} (${url})`,
  );
  return [
    heading(2, t("page.ground")),
    ...paragraphs(ground ? terms(`ground.${ground}`) : t("page.groundNone"), groundReference),
    ...titled(t("page.legalAdvice"), legalAdvice),
    ...titled(t("page.policyOwner"), policyOwner),
    ...listed(t("page.references"), references),
  ];
}

export function factBlocks({ page, language, format }: DecisionPen): PdfBlock[] {
  const t = getTexts(language, "decisions");
  const amounts = getTexts(language, "cases");
  const words = ({ label, measure, amount, note }: DecisionFactWords) => {
    const name = textIn(label, language);
    if (measure === null || amount === null) return withNote(name, note);
    const much =
      measure === "cents" ? format.euro(amount) : amounts(`amount.${measure}`, { count: amount });
    return withNote(`${name}: ${much}`, note);
  };
  const side = (title: string, facts: DecisionFactWords[]): PdfBlock[] =>
    facts.length > 0
      ? listed(title, facts.map(words))
      : [heading(3, title), ...paragraphs(t("page.noFacts"))];
  return [
    heading(2, t("page.facts")),
    ...side(t("page.factsFor"), page.factsFor),
    ...side(t("page.factsAgainst"), page.factsAgainst),
  ];
}

function withNote(words: string, note: string): string {
  return note === "" ? words : `${words}\n${note}`;
}

export function precedentBlocks({ page, language, format }: DecisionPen): PdfBlock[] {
  const t = getTexts(language, "decisions");
  const terms = getTexts(language, "terms");
  const { decision, precedents, treatment } = page;
  const items = precedents.map(({ number, title, level, relation, differences }) => {
    const shipped = terms as unknown as (key: string) => string;
    const line = `${number} ${title} (${shipped(`level.${level}`)}): ${t(`treatment.relation.${relation}`)}`;
    const facts = format.list(differences.map((label) => textIn(label, language)));
    return differences.length === 0 ? line : `${line}\n${t("treatment.differ", { facts })}`;
  });
  const { precedentCheck, precedentCheckText } = decision;
  const isSaid = treatment.lineChange?.motivation === precedentCheckText;
  return [
    heading(2, t("page.precedents")),
    ...paragraphs(...treatmentWords(page, language)),
    ...paragraphs(precedentCheck ? terms(`precedentCheckAnswer.${precedentCheck}`) : ""),
    ...(items.length > 0 ? [{ type: "list", items } as const] : []),
    ...paragraphs(isSaid ? "" : precedentCheckText),
    heading(2, t("page.minority")),
    ...paragraphs(decision.minorityView || t("page.noMinority")),
  ];
}

function treatmentWords({ treatment, levels }: DecisionPage, language: Language): string[] {
  const t = getTexts(language, "decisions");
  const { answer, atLeast, atMost, conflict, lineChange } = treatment;
  if (answer === null) return [];
  const level = (number: number) => ({ level: levelWords(levels, number, language) });
  return [
    t(`treatment.answer.${answer}`),
    atLeast === null ? "" : t("treatment.tookAtLeast", level(atLeast)),
    atMost === null ? "" : t("treatment.tookAtMost", level(atMost)),
    conflict ? t("treatment.conflict") : "",
    lineChange ? `${t("lineChange.title")}: ${lineChange.motivation}` : "",
  ];
}
