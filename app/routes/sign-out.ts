import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { publicRoute } from "#app/server/access.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { signOut } from "#app/server/logins.server.ts";

export function loader() {
  publicRoute();
  return redirect("/", 303);
}

export async function action({ request }: ActionFunctionArgs) {
  publicRoute();
  const cleared = await signOut(request);
  const response = redirectWithFlash("/inloggen", "signed_out");
  response.headers.append("Set-Cookie", cleared);
  return response;
}
