import { Badge } from "#app/components/badge.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ActiveBadge } from "./people-table.tsx";
import type { PersonPage } from "./person-page.ts";
import { useRoleWords } from "./role-words.ts";

export function PersonSummary({ person, roles, isSelf, perspectives }: PersonPage) {
  const { t } = useTranslation("administration");
  const roleWords = useRoleWords(perspectives);
  return (
    <>
      <span>{roleWords(roles)}</span>
      <ActiveBadge active={person.active} />
      {isSelf ? <Badge tone="accent">{t("person.self")}</Badge> : null}
    </>
  );
}
