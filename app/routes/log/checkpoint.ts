import { publicRoute } from "#app/server/access.server.ts";
import { serveCheckpoint } from "#app/server/log-serving.server.ts";

export function loader() {
  publicRoute();
  return serveCheckpoint();
}
