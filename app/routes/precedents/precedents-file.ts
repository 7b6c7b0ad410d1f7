import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { exportPrecedents } from "#app/server/precedent-export.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "precedent.read");
  return exportPrecedents(access, request.url);
}
