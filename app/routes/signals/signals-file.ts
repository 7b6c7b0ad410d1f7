import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { exportSignals } from "#app/server/signal-export.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "signal.read");
  return exportSignals(access, request.url);
}
