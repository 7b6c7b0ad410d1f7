import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { RulePage } from "#app/schemas/rule-view.ts";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { LawLink } from "../law-link.tsx";
import { Prose } from "../prose.tsx";
import { TextLink } from "../text-link.tsx";
import { Timeline } from "../timeline.tsx";
import { RuleStanding } from "./rule-standing.tsx";

/** Who made and adopted a rule, from when it holds, and on what law it rests. */
export function RuleAbout({ page }: { page: RulePage }) {
  const { t } = useTranslation("rules");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const { rule, inWords, signal, lawReferences } = page;
  const day = (moment: number | null) => (moment === null ? null : format.date(moment));
  return (
    <Card title={t("page.about")}>
      <DataList
        items={[
          { key: "scope", label: t("field.scope"), value: inWords.scope },
          { key: "from", label: t("page.validFrom"), value: day(rule.validFrom) },
          { key: "until", label: t("page.validUntil"), value: day(rule.validUntil) },
          { key: "preparedBy", label: t("page.preparedBy"), value: page.preparedBy },
          { key: "adoptedBy", label: t("page.adoptedBy"), value: page.adoptedBy },
          { key: "adoptedAt", label: t("page.adoptedAt"), value: day(rule.adoptedAt) },
          { key: "endedBy", label: t("page.endedBy"), value: page.endedBy },
          {
            key: "signal",
            label: t("page.signal"),
            value: signal ? (
              <TextLink to={`/signalen/${signal.id}`}>
                {signal.number} {signal.title}
              </TextLink>
            ) : null,
          },
          {
            key: "law",
            label: t("page.law"),
            value:
              lawReferences.length === 0 ? (
                terms("none")
              ) : (
                <ul className="mw-plain-list">
                  {lawReferences.map((reference) => (
                    <li key={reference.value}>
                      <LawLink reference={reference} />
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </Card>
  );
}

/** The rule itself, as the citizen may read it, and what colleagues should know. */
export function RuleStory({ page: { rule } }: { page: RulePage }) {
  const { t } = useTranslation("rules");
  return (
    <Card title={t("page.text")}>
      <Prose text={rule.text} />
      {rule.explanation === "" ? null : (
        <section>
          <h3 className="nl-heading nl-heading--level-4">{t("page.explanation")}</h3>
          <Prose text={rule.explanation} />
        </section>
      )}
    </Card>
  );
}

export function RuleEditions({ page: { rule, editions } }: { page: RulePage }) {
  const { t } = useTranslation("rules");
  const format = useFormat();
  if (editions.length < 2) return null;
  return (
    <Card title={t("page.editions")}>
      <ul className="mw-plain-list mw-stack">
        {editions.map(({ id, edition, standing, from }) => (
          <li key={id} className="mw-row">
            {id === rule.id ? (
              <strong>
                {t("page.edition", { edition })} ({t("page.thisOne")})
              </strong>
            ) : (
              <TextLink to={`/regels/${id}`}>{t("page.edition", { edition })}</TextLink>
            )}
            {from === null ? null : (
              <span>{t("page.editionFrom", { date: format.date(from) })}</span>
            )}
            <RuleStanding standing={standing} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function RuleHistory({ history }: Pick<RulePage, "history">) {
  const { t } = useTranslation("rules");
  return (
    <Card title={t("page.history")}>
      {history.length === 0 ? (
        <p>{t("page.noHistory")}</p>
      ) : (
        <Timeline
          items={history.map(({ sequence, at, event, by }) => ({
            key: String(sequence),
            ...{ at, by },
            title: t(`page.event.${event}`),
          }))}
        />
      )}
    </Card>
  );
}
