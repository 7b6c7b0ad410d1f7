import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { downloadCheckpoint } from "#app/server/log-state.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "audit.read");
  return downloadCheckpoint(access, request.url);
}
