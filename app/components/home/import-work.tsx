import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ImportWork, Work } from "#app/schemas/home.ts";
import { TextLink } from "../text-link.tsx";
import { WorkCard, WorkRow } from "./work-card.tsx";

/** Imports that a colleague asks to let in; not there while there are none. */
export function ImportWorkCard({ work }: { work: Work<ImportWork> }) {
  const { t } = useTranslation("home");
  if (work.rows.length === 0) return null;
  return (
    <WorkCard
      title={t("imports.title")}
      work={work}
      rowKey={({ id }) => id}
      row={({ id, fileName, good, offeredBy }) => (
        <WorkRow title={<TextLink to={`/precedenten/importeren/${id}`}>{fileName}</TextLink>}>
          <span>{t("imports.offered", { name: offeredBy })}</span>
          <span>{t("imports.precedents", { count: good })}</span>
        </WorkRow>
      )}
      empty={null}
    />
  );
}
