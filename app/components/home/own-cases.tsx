import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { OwnCase, Work } from "#app/schemas/home.ts";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";
import { WorkCard, WorkRow } from "./work-card.tsx";

export function OwnCases({ work }: { work: Work<OwnCase> }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  return (
    <WorkCard
      title={t("own.title")}
      work={work}
      rowKey={({ id }) => id}
      row={({ id, number, title, status, updatedAt }) => (
        <WorkRow
          title={<TextLink to={`/casussen/${id}`}>{title}</TextLink>}
          badge={<StatusBadge kind="caseStatus" status={status} />}
        >
          <span>{t("caseNumber", { number })}</span>
          <span>{t("own.changed", { date: format.date(updatedAt) })}</span>
        </WorkRow>
      )}
      empty={t("own.empty")}
      footer={
        <>
          {work.more ? <TextLink to="/casussen?mijn=ja">{t("own.all")}</TextLink> : null}{" "}
          <TextLink to="/verkeerde-deur">{t("handovers.wrongDoor")}</TextLink>
        </>
      }
    />
  );
}
