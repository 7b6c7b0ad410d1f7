import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { exportReflections } from "#app/server/reflections-export.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "reflection.read");
  return exportReflections(access, request.url);
}
