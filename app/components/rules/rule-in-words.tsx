import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { RuleFact, RuleInWords as InWords } from "#app/schemas/rule-view.ts";
import { useAmountWords } from "../cases/use-amount-words.ts";
import { LevelBadge } from "../level-badge.tsx";

/** What a rule asks and gives, to be read from top to bottom. */
export function RuleInWords({ inWords }: { inWords: InWords }) {
  const { t } = useTranslation("rules");
  const { scope, mustHold, mustNotHold, bounds, level } = inWords;
  const isEmpty = mustHold.length + mustNotHold.length + bounds.length === 0;
  return (
    <div className="mw-stack">
      <FactList title={t("words.must")} facts={mustHold} />
      <FactList
        title={t(mustHold.length > 0 ? "words.mustNot" : "words.mustNotOnly")}
        facts={mustNotHold}
      />
      <Bounds bounds={bounds} />
      {isEmpty ? <p>{t("words.nothing")}</p> : null}
      <p>{t("words.scope", { scope })}</p>
      <p className="mw-row">
        <LevelBadge level={level} />
      </p>
    </div>
  );
}

function FactList({ title, facts }: { title: string; facts: readonly RuleFact[] }) {
  const { language } = useTranslation("rules");
  if (facts.length === 0) return null;
  return (
    <div>
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {facts.map(({ id, label }) => (
          <li key={id}>{textIn(label, language)}</li>
        ))}
      </ul>
    </div>
  );
}

function Bounds({ bounds }: Pick<InWords, "bounds">) {
  const { t } = useTranslation("rules");
  const words = useBoundWords();
  if (bounds.length === 0) return null;
  return (
    <div>
      <p>
        <strong>{t("words.bounds")}</strong>
      </p>
      <ul>
        {bounds.map((bound) => (
          <li key={bound.fact.id}>{words(bound)}</li>
        ))}
      </ul>
    </div>
  );
}

function useBoundWords() {
  const { t, language } = useTranslation("rules");
  const amountWords = useAmountWords();
  return ({ fact: { label, measure }, least, most }: InWords["bounds"][number]) => {
    const fact = textIn(label, language);
    const words = (amount: number) => (measure ? amountWords(amount, measure) : String(amount));
    if (least !== null && most !== null) {
      return t("words.between", { fact, least: words(least), most: words(most) });
    }
    return least === null
      ? t("words.most", { fact, most: words(most ?? 0) })
      : t("words.least", { fact, least: words(least) });
  };
}
