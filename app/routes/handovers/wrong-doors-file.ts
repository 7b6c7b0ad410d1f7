import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { exportWrongDoors } from "#app/server/wrong-doors.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "wrong-door.record");
  return exportWrongDoors(access, request.url);
}
