import { publicRoute } from "#app/server/access.server.ts";
import { publishedSchema } from "#app/server/decision-file-checking.server.ts";

export function loader() {
  publicRoute();
  return publishedSchema();
}
