import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ReflectionWork, SignalWork, Work } from "#app/schemas/home.ts";
import { TextLink } from "../text-link.tsx";
import { WorkCard, WorkRow } from "./work-card.tsx";

/** Signals for my rules, and those that wait for others; not there while there are none. */
export function SignalWorkCard({ work }: { work: Work<SignalWork> }) {
  const { t } = useTranslation("home");
  if (work.rows.length === 0) return null;
  return (
    <WorkCard
      title={t("signals.title")}
      work={work}
      rowKey={({ id }) => id}
      row={(row) => <SignalRow {...row} />}
      empty={null}
      footer={work.more ? <TextLink to="/signalen">{t("signals.all")}</TextLink> : null}
    />
  );
}

function SignalRow({ id, number, title, why, owner, overdue, answerBy, raisedAt }: SignalWork) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const date = answerBy === null ? "" : format.date(answerBy);
  return (
    <WorkRow title={<TextLink to={`/signalen/${id}`}>{title}</TextLink>}>
      <span className={overdue ? "mw-work__overdue" : undefined}>
        {t(`signals.${why}`, { owner: owner ?? "" })}
      </span>
      {answerBy === null ? null : (
        <span>{t(overdue ? "signals.overdue" : "signals.answerBy", { date })}</span>
      )}
      <span>{t("signals.number", { number, date: format.date(raisedAt) })}</span>
    </WorkRow>
  );
}

type ReflectionProps = { work: Work<ReflectionWork> | null; dilemmas: number };

/** Sessions to look back on in two minutes, and dilemmas that wait for an answer. */
export function ReflectionWorkCard({ work, dilemmas }: ReflectionProps) {
  const { t } = useTranslation("home");
  const rows: Row[] = [
    ...(dilemmas > 0 ? [{ id: "dilemmas", title: "", why: "to_answer" as const }] : []),
    ...(work?.rows ?? []),
  ];
  if (rows.length === 0) return null;
  return (
    <WorkCard
      title={t("reflections.title")}
      work={{ rows, more: false }}
      rowKey={({ id, why }) => `${why}${id}`}
      row={(row) => <ReflectionRow {...row} dilemmas={dilemmas} />}
      empty={null}
    />
  );
}

type Row = { id: string; title: string; why: ReflectionWork["why"] | "to_answer" };

function ReflectionRow({ id, title, why, dilemmas }: Row & { dilemmas: number }) {
  const { t } = useTranslation("home");
  if (why === "to_answer") {
    const words = t("reflections.to_answer", { count: dilemmas });
    return (
      <WorkRow title={<TextLink to="/reflecties">{words}</TextLink>}>
        <span>{t("reflections.to_answer_why")}</span>
      </WorkRow>
    );
  }
  return (
    <WorkRow title={<TextLink to={`/zittingen/${id}/reflectie`}>{title}</TextLink>}>
      <span>{t(`reflections.${why}`)}</span>
    </WorkRow>
  );
}
