import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { exportHandovers } from "#app/server/handover-export.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "handover.manage");
  return exportHandovers(access, "received", request.url);
}
