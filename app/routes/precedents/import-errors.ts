import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { downloadRows } from "#app/server/precedent-import-views.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "precedent.edit");
  return downloadRows(access, params.importId ?? "", request.url);
}
