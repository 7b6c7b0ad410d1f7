import type { LoaderFunctionArgs } from "@remix-run/node";
import { administrationPages } from "#app/components/administration/administration-pages.ts";
import { Card } from "#app/components/card.tsx";
import { Columns } from "#app/components/columns.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useShell } from "#app/components/shell/use-shell.ts";
import { TextLink } from "#app/components/text-link.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { requireRight } from "#app/server/access.server.ts";

export const meta = titleFrom("administration", "title");
export const handle = breadcrumb(({ texts }) => [{ label: texts("administration")("title") }]);

export async function loader({ request }: LoaderFunctionArgs) {
  await requireRight(request, "administration.open");
  return {};
}

export default function Administration() {
  const { t } = useTranslation("administration");
  const rights = useShell()?.rights ?? [];
  const pages = administrationPages.filter(({ right }) => rights.includes(right));
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Columns layout="3">
        {pages.map(({ key, to }) => (
          <Card key={key} title={<TextLink to={to}>{t(`pages.${key}`)}</TextLink>}>
            <p className="nl-paragraph">{t(`about.${key}`)}</p>
          </Card>
        ))}
      </Columns>
    </>
  );
}
