import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicRoute } from "#app/server/access.server.ts";
import { serveTile } from "#app/server/log-serving.server.ts";

export function loader({ params }: LoaderFunctionArgs) {
  publicRoute();
  return serveTile(`tile/${params["*"] ?? ""}`);
}
