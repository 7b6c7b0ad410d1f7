import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BoardColumn } from "#app/components/cases/board-column.tsx";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getBoard } from "#app/server/case-lists.server.ts";

export const meta = titleFrom("cases", "board.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("cases")("title"), to: "/casussen" },
  { label: texts("cases")("board.title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.manage");
  return { columns: await getBoard(access) };
}

export default function Board() {
  const { columns } = useLoaderData<typeof loader>();
  const { t } = useTranslation("cases");
  return (
    <>
      <PageHeader
        title={t("board.title")}
        lead={t("board.lead")}
        actions={<LinkButton to="/casussen">{t("board.toList")}</LinkButton>}
      />
      <div className="mw-board">
        {columns.map((column) => (
          <BoardColumn key={column.status} {...column} />
        ))}
      </div>
    </>
  );
}
