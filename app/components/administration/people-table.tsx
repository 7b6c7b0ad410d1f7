import { Badge } from "#app/components/badge.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { IconCircleCheck, IconCircleX } from "#app/components/icons.ts";
import { TextLink } from "#app/components/text-link.tsx";
import { useHasRight } from "#app/components/shell/use-shell.ts";
import type { LocalText } from "#app/domain/local-text.ts";
import type { Role } from "#app/domain/rights.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useRoleWords } from "./role-words.ts";

type Row = {
  id: string;
  name: string;
  active: boolean;
  roles: { role: Role; perspective: string | null }[];
};

type PeopleTableProps = { people: Row[]; perspectives: { key: string; name: LocalText }[] };

export function PeopleTable({ people, perspectives }: PeopleTableProps) {
  const { t } = useTranslation("administration");
  const mayManage = useHasRight("people.manage");
  const roleWords = useRoleWords(perspectives);
  return (
    <DataTable
      caption={t("person.title")}
      hideCaption
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          label: t("person.name"),
          rowHeader: true,
          cell: ({ id, name }) =>
            mayManage ? <TextLink to={`/beheer/personen/${id}`}>{name}</TextLink> : name,
        },
        { key: "roles", label: t("person.roles"), cell: ({ roles }) => roleWords(roles) },
        {
          key: "status",
          label: t("person.status"),
          cell: ({ active }) => <ActiveBadge active={active} />,
        },
      ]}
    />
  );
}

export function ActiveBadge({ active }: { active: boolean }) {
  const { t } = useTranslation("administration");
  return (
    <Badge tone={active ? "positive" : "neutral"} icon={active ? IconCircleCheck : IconCircleX}>
      {t(active ? "active" : "inactive")}
    </Badge>
  );
}
