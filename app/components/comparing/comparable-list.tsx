import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Comparison } from "#app/schemas/comparing.ts";
import { LevelBadge } from "../level-badge.tsx";
import { TextLink } from "../text-link.tsx";
import { comparingAddress } from "./comparing-address.ts";
import { useComparisonWords } from "./use-comparison-words.ts";

const mostFacts = 3;

type ComparableListProps = {
  near: readonly Comparison[];
  caseId: string;
  /** Where there is room: beside each other. */
  wide?: boolean;
};

/** Comparable precedents under each other, the nearest first: verdict, what is the same, what differs. */
export function ComparableList({ near, caseId, wide }: ComparableListProps) {
  return (
    <ol className={wide ? "mw-comparable mw-comparable--wide" : "mw-comparable"}>
      {near.map((comparison) => (
        <ComparableItem key={comparison.precedent.id} comparison={comparison} caseId={caseId} />
      ))}
    </ol>
  );
}

function ComparableItem({ comparison, caseId }: { comparison: Comparison; caseId: string }) {
  const { t } = useTranslation("comparing");
  const format = useFormat();
  const words = useComparisonWords();
  const { precedent, verdict, same, toFindOut, toMotivate } = comparison;
  const { id, number, title, level, decidedAt } = precedent;
  return (
    <li className={`mw-comparable__item mw-comparable__item--${verdict}`}>
      <p className="mw-comparable__title">
        <TextLink to={`/precedenten/${id}`}>{title}</TextLink>
      </p>
      <p>
        <strong>{words.verdict(comparison)}</strong>
      </p>
      <p className="mw-row">
        <LevelBadge level={level} />
      </p>
      <p className="mw-soft">{words.binding(comparison, precedent.scope)}</p>
      {(["toMotivate", "toFindOut", "same"] as const).map((key) => {
        const facts = { same, toFindOut, toMotivate }[key];
        if (facts.length === 0) return null;
        return <p key={key}>{t(`list.${key}`, { facts: words.fewFacts(facts, mostFacts) })}</p>;
      })}
      <p className="mw-work__facts">
        <span>{number}</span>
        <span>{t("facts.decided", { date: format.date(decidedAt) })}</span>
        <TextLink
          to={comparingAddress(caseId, [id])}
          aria-label={t("list.compareWith", { number })}
        >
          {t("list.compare")}
        </TextLink>
      </p>
    </li>
  );
}
