import type { LocalText } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FirstRoundCell as FirstRound } from "#app/schemas/rounds-view.ts";
import { Disclosure } from "../disclosure.tsx";
import { useChoiceText } from "./use-choice-text.ts";
import { useWho } from "./use-who.ts";

type FirstRoundCellProps = {
  firstRound: FirstRound;
  scale: readonly LocalText[];
  /** The one option that is asked again. */
  option: { position: number; title: string } | undefined;
};

/** What everyone said in the first round: the reasons first, the numbers for who asks for them. */
export function FirstRoundCell({ firstRound, scale, option }: FirstRoundCellProps) {
  const { t } = useTranslation("scoring");
  const { reasons, answers, own } = firstRound;
  return (
    <section className="mw-first-round">
      {option ? (
        <p>
          {t("again.about")}{" "}
          <strong>
            {option.position}. {option.title}
          </strong>
        </p>
      ) : null}
      <h3 className="nl-heading nl-heading--level-4">{t("again.reasons")}</h3>
      {reasons.length === 0 ? <p>{t("again.noReasons")}</p> : null}
      <div className="mw-first-round__ends">
        {(["for", "against", "between"] as const).map((end) => (
          <Reasons key={end} end={end} firstRound={firstRound} />
        ))}
      </div>
      <OwnBefore own={own} scale={scale} />
      {answers.length > 0 ? <Numbers firstRound={firstRound} scale={scale} /> : null}
    </section>
  );
}

type ReasonsProps = { end: FirstRound["reasons"][number]["end"]; firstRound: FirstRound };

function Reasons({ end, firstRound }: ReasonsProps) {
  const { t } = useTranslation("scoring");
  const who = useWho();
  const own = firstRound.reasons.filter((reason) => reason.end === end);
  if (own.length === 0) return null;
  return (
    <div>
      <h4 className="nl-heading nl-heading--level-5">{t(`again.end.${end}`)}</h4>
      <ul className="mw-plain-list">
        {own.map(({ who: person, text }, place) => (
          <li key={place} className="mw-reason">
            <p className="mw-prose">{text}</p>
            <p className="mw-soft">{who(person)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function OwnBefore({ own, scale }: { own: FirstRound["own"]; scale: readonly LocalText[] }) {
  const { t } = useTranslation("scoring");
  const choiceText = useChoiceText(scale);
  if (!own) return <p>{t("again.ownNone")}</p>;
  return (
    <p>
      {t("again.own")} <strong>{choiceText(own.choice)}</strong>
      {own.reason === "" ? null : <span className="mw-prose"> {own.reason}</span>}
    </p>
  );
}

function Numbers({ firstRound, scale }: Omit<FirstRoundCellProps, "option">) {
  const { t } = useTranslation("scoring");
  const who = useWho();
  const choiceText = useChoiceText(scale);
  return (
    <Disclosure summary={t("again.numbers")}>
      <ul className="utrecht-unordered-list">
        {firstRound.answers.map(({ who: person, choice }, place) => (
          <li key={place}>
            {who(person)}: {choiceText(choice)}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
