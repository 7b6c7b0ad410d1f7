import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { exportCases } from "#app/server/exports-lists.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.read");
  return exportCases(access, request.url);
}
