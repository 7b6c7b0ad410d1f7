import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { publicRoute } from "#app/server/access.server.ts";

const refusals = [403, 405, 411, 413];

/** The page of a request that the server refused before any route saw it. */
export function loader({ params }: LoaderFunctionArgs) {
  publicRoute();
  const status = refusals.find((known) => String(known) === params.status) ?? 404;
  throw data({ code: status === 404 ? "not_found" : "refused" }, status);
}

export default function Refused() {
  return null;
}
