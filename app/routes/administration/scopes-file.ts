import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { exportScopes } from "#app/server/exports-administration.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "administration.read");
  return exportScopes(access, request.url);
}
