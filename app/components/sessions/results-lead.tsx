import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { WeighingView, Who } from "#app/schemas/weighing-view.ts";
import { TextLink } from "../text-link.tsx";
import { useWho } from "./use-who.ts";

type ResultsLeadProps = {
  page: {
    caseFile: { id: string };
    weighing: { id: string; number: number };
    missing: Who[];
    inside: boolean;
    round: number;
    secondRound: boolean;
    view: WeighingView;
  };
};

/** What the figures rest on: how many people, who was missing, which version of the questions. */
export function ResultsLead({ page }: ResultsLeadProps) {
  const { caseFile, weighing, missing, inside, view, round, secondRound } = page;
  const { t, language } = useTranslation("results");
  const format = useFormat();
  const who = useWho();
  const people = view.perspectives.flatMap(({ assessors }) => assessors).length;
  const { name, number } = view.questionSet;
  return (
    <>
      {secondRound ? <strong>{t("lead.round", { round })}</strong> : null}
      <span>{t("lead.people", { count: people })}</span>
      <span>
        {missing.length > 0
          ? t("lead.missing", { names: format.list(missing.map(who)) })
          : t("lead.nobodyMissing")}
      </span>
      <span>{t("lead.questionSet", { name: textIn(name, language), number })}</span>
      <TextLink to={`/casussen/${caseFile.id}/wegingen/${weighing.id}`}>
        {t("lead.weighing", { number: weighing.number })}
      </TextLink>
      {inside ? null : <span>{t("lead.outside")}</span>}
    </>
  );
}
