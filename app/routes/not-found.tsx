import { data } from "@remix-run/node";
import { publicRoute } from "#app/server/access.server.ts";

export function loader() {
  publicRoute();
  throw data({ code: "not_found" }, 404);
}

export function action() {
  publicRoute();
  throw data({ code: "not_found" }, 404);
}

// Without a component this would be a resource route, and its 404 a bare answer instead of a page.
export default function NotFound() {
  return null;
}
