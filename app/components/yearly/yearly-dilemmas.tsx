import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { YearlyDilemma, YearlyOwn } from "#app/schemas/yearly.ts";
import { Card } from "../card.tsx";
import { EmptyState } from "../empty-state.tsx";
import { LinkButton } from "../link-button.tsx";
import { Prose } from "../prose.tsx";
import { TextLink } from "../text-link.tsx";
import { CountedLinks } from "./counted-link.tsx";

type DilemmasProps = { year: number; dilemmas: YearlyOwn["dilemmas"] };

/** What sessions want to be known higher up, and what was answered. */
export function YearlyDilemmas({ year, dilemmas }: DilemmasProps) {
  const { t } = useTranslation("yearly");
  if (!dilemmas) {
    return (
      <Card title={t("dilemmas.title")}>
        <p>{t("dilemmas.notForYou")}</p>
      </Card>
    );
  }
  const { shown, more, open } = dilemmas;
  const toAll = <LinkButton to="/reflecties">{t("dilemmas.all")}</LinkButton>;
  if (shown.length === 0) {
    return (
      <Card title={t("dilemmas.title")}>
        <EmptyState title={t("dilemmas.emptyTitle")} action={toAll}>
          {t("dilemmas.empty")}
        </EmptyState>
      </Card>
    );
  }
  const count = shown.length + more;
  const ofYear = `/reflecties?jaar=${year}`;
  const sentences = [
    { count, words: t("dilemmas.count", { count }), to: `${ofYear}&toon=dilemma` },
    { count: open, words: t("dilemmas.open", { count: open }), to: `${ofYear}&toon=open` },
  ];
  return (
    <Card title={t("dilemmas.title")} footer={toAll}>
      <p className="mw-account__lead">
        <CountedLinks sentences={sentences} />
      </p>
      <ul className="mw-work">
        {shown.map((one) => (
          <li key={one.id} className="mw-work__item">
            <Dilemma dilemma={one} />
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p>
          <TextLink to={`${ofYear}&toon=dilemma`}>{t("dilemmas.whole", { count })}</TextLink>
        </p>
      ) : null}
    </Card>
  );
}

function Dilemma({ dilemma }: { dilemma: YearlyDilemma }) {
  const { t } = useTranslation("yearly");
  const format = useFormat();
  const { text, unwrittenRule, at, answer, answeredAt, answeredBy } = dilemma;
  return (
    <div className="mw-work__words">
      <Prose text={text} />
      {unwrittenRule ? (
        <>
          <p className="mw-soft">{t("dilemmas.unwritten")}</p>
          <Prose text={unwrittenRule} />
        </>
      ) : null}
      <p className="mw-work__facts">
        <span>{format.date(at)}</span>
      </p>
      {answeredAt === null ? (
        <p>{t("dilemmas.noAnswer")}</p>
      ) : (
        <>
          <p className="mw-work__title">
            {t("dilemmas.answer", { name: answeredBy ?? "", date: format.date(answeredAt) })}
          </p>
          <Prose text={answer} />
        </>
      )}
    </div>
  );
}
