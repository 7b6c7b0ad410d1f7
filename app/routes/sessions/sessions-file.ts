import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { exportSessions } from "#app/server/exports-lists.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "session.read");
  return exportSessions(access, request.url);
}
