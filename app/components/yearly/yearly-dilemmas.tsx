import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { YearlyDilemma, YearlyOwn } from "#app/schemas/yearly.ts";
import { Card } from "../card.tsx";
import { EmptyState } from "../empty-state.tsx";
import { LinkButton } from "../link-button.tsx";
import { Prose } from "../prose.tsx";

/** What sessions want to be known higher up, and what was answered. */
export function YearlyDilemmas({ dilemmas }: { dilemmas: YearlyOwn["dilemmas"] }) {
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
  return (
    <Card title={t("dilemmas.title")} footer={toAll}>
      <p className="mw-account__lead">
        {t("dilemmas.count", { count: shown.length + more, open })}
      </p>
      <ul className="mw-work">
        {shown.map((one) => (
          <li key={one.id} className="mw-work__item">
            <Dilemma dilemma={one} />
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{t("dilemmas.more", { count: more })}</p> : null}
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
