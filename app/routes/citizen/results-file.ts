import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { exportCitizenResults } from "#app/server/questionnaire-results.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "figures.read");
  return exportCitizenResults(access, request.url);
}
