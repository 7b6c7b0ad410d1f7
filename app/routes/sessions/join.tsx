import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titleFrom } from "#app/components/page-meta.ts";
import { JoinAsking } from "#app/components/sessions/join-asking.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { joinSchema } from "#app/schemas/session.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { notFound } from "#app/server/http.server.ts";
import { askToJoin, getJoinPage } from "#app/server/session-joins.server.ts";

export const meta = titleFrom("sessions", "asking.title");
export const handle = breadcrumb<typeof loader>(({ texts }) => [
  { label: texts("sessions")("asking.title") },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "session.read");
  const found = await getJoinPage(access, params.code ?? notFound());
  if ("to" in found) throw redirect(found.to, 303);
  return found.page;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "session.read");
  const code = params.code ?? notFound();
  return handleForm(request, joinSchema, async () => {
    await askToJoin(access, code);
    return redirect(`/meedoen/${encodeURIComponent(code)}`, 303);
  });
}

export default function Join() {
  const page = useLoaderData<typeof loader>();
  return <JoinAsking {...page} result={useActionData<typeof action>()} />;
}
