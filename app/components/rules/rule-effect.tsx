import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { RulePage } from "#app/schemas/rule-view.ts";
import { Card } from "../card.tsx";
import { Prose } from "../prose.tsx";
import { TextLink } from "../text-link.tsx";
import { MoneyEffect } from "./money-effect.tsx";
import { TryOut, TryOutNumbers } from "./try-out.tsx";

/** What a draft would have done, or what an adopted rule was adopted by. */
export function RuleTriedOut({ page: { rule, tried, adoptedNumbers } }: { page: RulePage }) {
  const { t } = useTranslation("rules");
  if (tried) {
    return (
      <Card title={t("tried.title")}>
        <p className="mw-soft">{t("tried.asOfNow")}</p>
        <TryOut tried={tried} pageAt={(page) => `/regels/${rule.id}?pagina=${page}#anders`} />
      </Card>
    );
  }
  if (rule.standing === "discarded") return null;
  return (
    <Card title={t("page.adoptedTitle")}>
      {adoptedNumbers ? (
        <>
          <TryOutNumbers numbers={adoptedNumbers} />
          <MoneyEffect numbers={adoptedNumbers} />
        </>
      ) : (
        <p>{t("page.adoptedUnknown")}</p>
      )}
      {rule.disagreementReason === "" ? null : (
        <section>
          <h3 className="nl-heading nl-heading--level-4">{t("page.disagreement")}</h3>
          <Prose text={rule.disagreementReason} />
        </section>
      )}
    </Card>
  );
}

/** The cases that needed no session. */
export function SettledCases({ page: { rule, settled } }: { page: RulePage }) {
  const { t } = useTranslation("rules");
  const format = useFormat();
  const { count, cases } = settled;
  if (rule.standing === "draft" || rule.standing === "discarded") return null;
  return (
    <Card title={t("page.settled")}>
      <p>{count === 0 ? t("page.settledNone") : t("page.settledCount", { count })}</p>
      {cases.length < count ? (
        <p className="mw-soft">{t("page.settledShown", { shown: cases.length })}</p>
      ) : null}
      <ul>
        {cases.map(({ caseFile, at }, place) => (
          <li key={caseFile?.id ?? place}>
            {caseFile ? (
              <TextLink to={`/casussen/${caseFile.id}`}>
                {caseFile.number} {caseFile.title}
              </TextLink>
            ) : (
              t("page.hiddenCase")
            )}{" "}
            <span className="mw-soft">{t("page.settledOn", { date: format.date(at) })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The precedents that it took the place of. */
export function ReplacedPrecedents({ page: { replaced } }: { page: RulePage }) {
  const { t } = useTranslation("rules");
  const { count, precedents } = replaced;
  if (count === 0) return null;
  return (
    <Card title={t("page.replaced")}>
      <p>{t("page.replacedCount", { count })}</p>
      <ul>
        {precedents.map(({ id, number, title }) => (
          <li key={id}>
            <TextLink to={`/precedenten/${id}`}>
              {number} {title}
            </TextLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
