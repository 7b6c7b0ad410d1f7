import { useTranslation } from "#app/i18n/use-translation.ts";
import type { YearFigures } from "#app/schemas/home.ts";
import { Card } from "../card.tsx";
import { TextLink } from "../text-link.tsx";

/** The executive's figures in words, each with the way to the cases behind it. */
export function Figures({ figures }: { figures: YearFigures }) {
  const { t } = useTranslation("home");
  const { year, received, decided, followUp } = figures;
  return (
    <Card title={t("figures.title")}>
      <ul className="mw-figures">
        <li>
          <p>{t("figures.received", { count: received, year })}</p>
          {received > 0 ? (
            <TextLink to={`/casussen?van=${year}-01-01`}>{t("figures.receivedLink")}</TextLink>
          ) : null}
        </li>
        <li>
          <p>{t("figures.decided", { count: decided, year })}</p>
          {followUp.cases > 0 ? (
            <TextLink to="/casussen?status=follow_up">
              {t("figures.followUpLink", {
                count: followUp.cases,
                number: `${followUp.cases}${followUp.more ? "+" : ""}`,
              })}
            </TextLink>
          ) : null}
        </li>
        <OverTerm {...figures} />
      </ul>
      <p className="mw-work__facts">{t("figures.hidden")}</p>
    </Card>
  );
}

function OverTerm({ overTerm, termPassedFor }: YearFigures) {
  const { t } = useTranslation(["home", "terms"]);
  const count = overTerm.reduce((total, { cases }) => total + cases, 0);
  if (count === 0) {
    return (
      <li>
        <p>{t("figures.onTime")}</p>
      </li>
    );
  }
  return (
    <li>
      <p className="mw-work__overdue">{t("figures.overTerm", { count })}</p>
      <ul className="mw-figures__parts">
        {overTerm.map(({ status, cases }) => (
          <li key={status}>
            <TextLink to={`/casussen?status=${status}&tot=${termPassedFor}`}>
              {`${t(`terms:caseStatus.${status}`)} (${cases})`}
            </TextLink>
          </li>
        ))}
      </ul>
    </li>
  );
}
