import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { exportOrganisations } from "#app/server/exports-administration.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "organisation.manage");
  return exportOrganisations(access, request.url);
}
