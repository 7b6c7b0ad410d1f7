import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { findPlace } from "#app/server/practice.server.ts";

/** A step that does not exist: to the one where this person is. */
export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "home.read");
  return redirect(await findPlace(access), 303);
}
