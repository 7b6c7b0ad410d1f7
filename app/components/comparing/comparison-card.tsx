import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Comparison, FactWord } from "#app/schemas/comparing.ts";
import { useAmountWords } from "../cases/use-amount-words.ts";
import { Card } from "../card.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { TextLink } from "../text-link.tsx";
import { useComparisonWords } from "./use-comparison-words.ts";

type ComparisonCardProps = {
  comparison: Comparison;
  /** The scope of what it is compared with: a precedent of another one does not bind. */
  inScope: string | null;
  /** The page without this precedent; left out where it cannot be taken away. */
  without?: string;
  toAdopt?: string | null;
};

/** One precedent beside the case: verdict, what is the same, stronger or different here, and where it tips. */
export function ComparisonCard({ comparison, inScope, without, toAdopt }: ComparisonCardProps) {
  const { t } = useTranslation("comparing");
  const format = useFormat();
  const words = useComparisonWords();
  const { precedent, verdict, same, strongerHere, toFindOut, toMotivate, besides } = comparison;
  const { id, number, title, level, scope, organisation, decidedAt } = precedent;
  return (
    <Card
      title={<TextLink to={`/precedenten/${id}`}>{title}</TextLink>}
      footer={
        <>
          {toAdopt ? <TextLink to={toAdopt}>{t("card.adopt")}</TextLink> : null}
          {without ? (
            <TextLink to={without} aria-label={t("page.removeLabel", { number })}>
              {t("page.remove")}
            </TextLink>
          ) : null}
        </>
      }
    >
      <p className="mw-work__facts">
        <span>{number}</span>
        {organisation === null ? null : <span>{organisation}</span>}
        <span>{scope ?? t("facts.noScope")}</span>
        <span>{t("facts.decided", { date: format.date(decidedAt) })}</span>
      </p>
      <p className="mw-row">
        <LevelBadge level={level} />
      </p>
      <p className={`mw-verdict-line mw-verdict-line--${verdict}`}>{words.verdict(comparison)}</p>
      <p>{words.binding(comparison, inScope)}</p>
      <div className="mw-comparison">
        <FactWords title={t("card.same")} facts={same} />
        <FactWords title={t("card.strongerHere")} facts={strongerHere} />
        <Different toFindOut={toFindOut} toMotivate={toMotivate} />
        {besides.length > 0 ? <FactWords title={t("card.besides")} facts={besides} /> : null}
      </div>
      <Tipping comparison={comparison} inScope={inScope} />
    </Card>
  );
}

type FactWordsProps = { title: string; facts: readonly FactWord[]; level?: 3 | 4 };

function FactWords({ title, facts, level = 3 }: FactWordsProps) {
  const { t, language } = useTranslation("comparing");
  const { t: terms } = useTranslation();
  const amount = useAmounts();
  const Title = `h${level}` as const;
  return (
    <div>
      <Title className={`nl-heading nl-heading--level-${level + 1}`}>{title}</Title>
      {facts.length === 0 ? <p className="mw-soft">{t("card.none")}</p> : null}
      <ul>
        {facts.map((fact) => (
          <li key={fact.id}>
            {textIn(fact.label, language)}{" "}
            <span className="mw-soft">
              {fact.side === "con" ? `(${terms("factKind.con").toLowerCase()}) ` : null}
              {amount(fact)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Of an ordered fact how much there is on both sides. */
function useAmounts(): (fact: FactWord) => string {
  const { t } = useTranslation("comparing");
  const words = useAmountWords();
  return ({ amounts }) => {
    if (!amounts) return "";
    const { measure, here, there } = amounts;
    const inWords = (amount: number | null) =>
      amount === null ? t("card.notKnown") : words(amount, measure);
    return t("card.hereAmount", { here: inWords(here), there: inWords(there) });
  };
}

function Different({ toFindOut, toMotivate }: Pick<Comparison, "toFindOut" | "toMotivate">) {
  const { t } = useTranslation("comparing");
  if (toFindOut.length + toMotivate.length === 0) {
    return <FactWords title={t("card.different")} facts={[]} />;
  }
  return (
    <div className="mw-different">
      <h3 className="nl-heading nl-heading--level-4">{t("card.different")}</h3>
      {toFindOut.length > 0 ? (
        <FactWords level={4} title={t("card.toFindOut")} facts={toFindOut} />
      ) : null}
      {toMotivate.length > 0 ? (
        <FactWords level={4} title={t("card.toMotivate")} facts={toMotivate} />
      ) : null}
    </div>
  );
}

/** The smallest set of differences, as what to do about it. */
function Tipping({ comparison, inScope }: Pick<ComparisonCardProps, "comparison" | "inScope">) {
  const { t } = useTranslation("comparing");
  const words = useComparisonWords();
  const { toFindOut, toMotivate, precedent } = comparison;
  const unknown = words.facts(toFindOut);
  const facts = words.facts(toMotivate);
  const { counts, organisation, scope } = precedent;
  const binds = counts && organisation === null && scope === inScope;
  const text =
    toFindOut.length > 0 && toMotivate.length > 0
      ? t("card.tippingBoth", { unknown, facts })
      : toFindOut.length > 0
        ? t("card.tippingFindOut", { facts: unknown })
        : toMotivate.length > 0
          ? t("card.tippingMotivate", { facts })
          : t(binds ? "card.tippingEqual" : "card.tippingElsewhere");
  return (
    <div className="mw-tipping">
      <h3 className="nl-heading nl-heading--level-4">{t("card.tipping")}</h3>
      <p>{text}</p>
    </div>
  );
}
