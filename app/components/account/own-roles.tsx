import { Card } from "#app/components/card.tsx";
import { DataList } from "#app/components/data-list.tsx";
import type { Role } from "#app/domain/rights.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type OwnRolesProps = {
  roles: { organisation: string; roles: { role: Role }[] }[];
};

export function OwnRoles({ roles }: OwnRolesProps) {
  const { t } = useTranslation("sign-in");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const items = roles.map(({ organisation, roles: held }) => ({
    key: organisation,
    label: organisation,
    value: format.list(held.map(({ role }) => terms(`role.${role}`))),
  }));
  return (
    <Card title={t("account.rolesTitle")}>
      <DataList items={items} />
      <p className="nl-paragraph">{t("account.rolesText")}</p>
    </Card>
  );
}
