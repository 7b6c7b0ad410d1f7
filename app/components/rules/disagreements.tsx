import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Disagreement, TriedFact, TryOutView } from "#app/schemas/rule-try-out.ts";
import { usePerspectiveName } from "../cases/perspective-name.ts";
import { useAmountWords } from "../cases/use-amount-words.ts";
import { Disclosure } from "../disclosure.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { Pagination } from "../pagination.tsx";
import { Prose } from "../prose.tsx";
import { TextLink } from "../text-link.tsx";

type DisagreementsProps = {
  tried: Pick<TryOutView, "disagreements" | "numbers" | "place">;
  pageAt: ((page: number) => string) | undefined;
};

/** What was decided otherwise than the rule would, each with its facts and its reasons. */
export function Disagreements({ tried, pageAt }: DisagreementsProps) {
  const { t } = useTranslation("rules");
  const { disagreements, place } = tried;
  const { page, pages, first } = place;
  const count = tried.numbers.differs;
  if (count === 0) return null;
  const until = first + disagreements.length - 1;
  return (
    <section id={pageAt ? "anders" : undefined}>
      <h3 className="nl-heading nl-heading--level-4">{t("tried.disagreements")}</h3>
      {disagreements.length < count ? (
        <p className="mw-soft">
          {pageAt
            ? t("tried.disagreementsAt", { first, until, count })
            : t("tried.disagreementsOf", { shown: disagreements.length, count })}
        </p>
      ) : null}
      <ol className="mw-comparable" start={first}>
        {disagreements.map((disagreement, place) => (
          <DisagreementItem key={disagreement.id ?? place} disagreement={disagreement} />
        ))}
      </ol>
      {pageAt ? (
        <Pagination
          previous={page > 1 ? pageAt(page - 1) : null}
          next={page < pages ? pageAt(page + 1) : null}
        />
      ) : null}
    </section>
  );
}

function DisagreementItem({ disagreement }: { disagreement: Disagreement }) {
  const { t } = useTranslation("rules");
  const format = useFormat();
  const { level, difference, decidedAt } = disagreement;
  return (
    <li className="mw-comparable__item">
      <p className="mw-comparable__title">
        <Name disagreement={disagreement} />
      </p>
      <p>
        <strong>
          {t(difference === "more" ? "tried.differenceMore" : "tried.differenceLess")}
        </strong>
      </p>
      <p className="mw-row">
        {t("tried.decided")} <LevelBadge level={level} />
        {decidedAt === null ? null : <span className="mw-soft">{format.date(decidedAt)}</span>}
      </p>
      <Facts disagreement={disagreement} />
      <Reasons reasons={disagreement.reasons} />
    </li>
  );
}

function Name({ disagreement: { kind, id, number, title } }: { disagreement: Disagreement }) {
  const { t } = useTranslation("rules");
  if (id === null) return t("tried.hidden");
  const to = kind === "case" ? `/casussen/${id}` : `/precedenten/${id}`;
  return (
    <TextLink to={to}>
      {t(`tried.${kind}`, { number })}: {title}
    </TextLink>
  );
}

function Facts({ disagreement: { facts } }: { disagreement: Disagreement }) {
  const { t, language } = useTranslation("rules");
  const format = useFormat();
  const amountWords = useAmountWords();
  const words = ({ label, amount, measure }: TriedFact) => {
    const name = textIn(label, language);
    return amount === null || !measure ? name : `${name} (${amountWords(amount, measure)})`;
  };
  const labels = (some: typeof facts) => format.list(some.map(words));
  const decisive = facts.filter(({ inReason }) => inReason);
  return (
    <>
      {facts.length > 0 ? <p>{t("tried.facts", { facts: labels(facts) })}</p> : null}
      {decisive.length > 0 && decisive.length < facts.length ? (
        <p>{t("tried.inReason", { facts: labels(decisive) })}</p>
      ) : null}
    </>
  );
}

function Reasons({ reasons }: Pick<Disagreement, "reasons">) {
  const { t } = useTranslation("rules");
  const perspectiveName = usePerspectiveName();
  if (reasons.length === 0) return null;
  return (
    <Disclosure summary={t("tried.reasons")}>
      {reasons.map(({ perspective, text }) => (
        <div key={perspective}>
          <p>
            <strong>{perspectiveName(perspective)}</strong>
          </p>
          <Prose text={text} />
        </div>
      ))}
    </Disclosure>
  );
}
