import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { importTemplate } from "#app/server/precedent-import-template.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "precedent.edit");
  return importTemplate(access, request.url);
}
