import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LineConflict, LinePage, LinePrecedent } from "#app/schemas/line-view.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { TextLink } from "../text-link.tsx";

/** Where the precedents contradict each other, and the least that would make them agree. */
export function LineConsistency({ page }: { page: LinePage }) {
  const { t } = useTranslation("lines");
  const format = useFormat();
  const { conflicts } = page;
  if (conflicts.total === 0) {
    return (
      <Card title={t("consistency.title")}>
        <Alert kind="ok" title={t("consistency.fine")}>
          <p>{t("consistency.fineText")}</p>
        </Alert>
      </Card>
    );
  }
  const [first, ...others] = conflicts.rows;
  const more = conflicts.total - conflicts.rows.length;
  return (
    <Card title={t("consistency.title")}>
      <p className="mw-outcome">{t("words.conflicts", { count: conflicts.total })}</p>
      <p>{t("consistency.text")}</p>
      {first ? <Conflict conflict={first} /> : null}
      {others.length > 0 ? (
        <Disclosure summary={t("consistency.others", { count: others.length })}>
          {others.map((conflict) => (
            <Conflict key={`${conflict.high.id} ${conflict.low.id}`} conflict={conflict} />
          ))}
          {more > 0 ? <p>{t("more", { count: more, number: format.number(more) })}</p> : null}
        </Disclosure>
      ) : null}
      <Revisions page={page} />
    </Card>
  );
}

function Conflict({ conflict: { high, low, reasons } }: { conflict: LineConflict }) {
  const { t, language } = useTranslation("lines");
  const format = useFormat();
  const words = (labels: LineConflict["reasons"]["pro"]) =>
    format.list(labels.map((label) => textIn(label, language)));
  return (
    <section className="mw-conflict">
      <ul>
        <li>
          <Named precedent={high} /> <LevelBadge level={high.level} />
        </li>
        <li>
          <Named precedent={low} /> <LevelBadge level={low.level} />
        </li>
      </ul>
      <p>
        {reasons.pro.length > 0
          ? t("consistency.pro", { number: high.number, facts: words(reasons.pro) })
          : t("consistency.noPro", { number: high.number })}{" "}
        {reasons.con.length > 0
          ? t("consistency.con", { number: low.number, facts: words(reasons.con) })
          : t("consistency.noCon", { number: low.number })}{" "}
        {t("consistency.yet")}
      </p>
    </section>
  );
}

export function Named({ precedent }: { precedent: LinePrecedent }) {
  const { id, number, title } = precedent;
  return <TextLink to={`/precedenten/${id}`}>{`${number}: ${title}`}</TextLink>;
}

/** A proposal in calm words: nothing is decided here. */
function Revisions({ page: { revisions } }: { page: LinePage }) {
  const { t } = useTranslation("lines");
  const format = useFormat();
  if (revisions === null) return <p>{t("revisions.tooMuch")}</p>;
  const more = revisions.total - revisions.rows.length;
  return (
    <>
      <h3 className="nl-heading nl-heading--level-4">{t("revisions.title")}</h3>
      <p>{t("revisions.text", { count: revisions.total })}</p>
      {revisions.atLeast < revisions.total ? (
        <p>{t("revisions.atLeast", { count: revisions.atLeast })}</p>
      ) : null}
      <ul>
        {revisions.rows.map((row) => (
          <li key={row.id}>
            <Named precedent={row} /> <LevelBadge level={row.level} />{" "}
            {t("revisions.why", { count: row.conflicts })}
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{t("more", { count: more, number: format.number(more) })}</p> : null}
      <p>{t("revisions.how")}</p>
    </>
  );
}
