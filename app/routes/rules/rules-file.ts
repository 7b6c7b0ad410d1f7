import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { exportRules } from "#app/server/policy-rule-lists.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "rule.read");
  return exportRules(access, request.url);
}
