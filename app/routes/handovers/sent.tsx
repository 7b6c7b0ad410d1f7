import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HandoverList } from "#app/components/handovers/handover-lists.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { requireRight } from "#app/server/access.server.ts";
import { listHandovers } from "#app/server/handovers.server.ts";

export const meta = titleFrom("handovers", "sent");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("handovers")("title"), to: "/overdrachten" },
  { label: texts("handovers")("sent") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "handover.manage");
  return listHandovers(access, "sent", request.url);
}

export default function SentHandovers() {
  return <HandoverList page={useLoaderData<typeof loader>()} />;
}
