import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { exportAccountCases } from "#app/server/exports-account-cases.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "figures.read");
  return exportAccountCases(access, request.url);
}
