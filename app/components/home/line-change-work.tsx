import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LineChangeWork, Work } from "#app/schemas/home.ts";
import { TextLink } from "../text-link.tsx";
import { WorkCard, WorkRow } from "./work-card.tsx";

/** Changes of line to decide about or that touch you; not there while there are none. */
export function LineChangeWorkCard({ work }: { work: Work<LineChangeWork> }) {
  const { t } = useTranslation("home");
  if (work.rows.length === 0) return null;
  return (
    <WorkCard
      title={t("lineChanges.title")}
      work={work}
      rowKey={({ id }) => id}
      row={(row) => <LineChangeRow {...row} />}
      empty={null}
    />
  );
}

function LineChangeRow({ id, scope, caseNumber, proposedBy, at, why }: LineChangeWork) {
  const { t } = useTranslation("home");
  const format = useFormat();
  return (
    <WorkRow title={<TextLink to={`/lijnwijzigingen/${id}`}>{scope}</TextLink>}>
      <span>{t(`lineChanges.${why}`, { name: proposedBy })}</span>
      {caseNumber ? <span>{t("caseNumber", { number: caseNumber })}</span> : null}
      <span>{t("lineChanges.since", { date: format.date(at) })}</span>
    </WorkRow>
  );
}
