import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Columns, Stack } from "#app/components/columns.tsx";
import { pageTitle } from "#app/components/page-meta.ts";
import { PrecedentAbout } from "#app/components/precedents/precedent-about.tsx";
import { PrecedentCitations } from "#app/components/precedents/precedent-citations.tsx";
import { PrecedentHead } from "#app/components/precedents/precedent-head.tsx";
import { PrecedentHistory } from "#app/components/precedents/precedent-history.tsx";
import { PrecedentFacts, PrecedentStory } from "#app/components/precedents/precedent-story.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getPrecedentPage } from "#app/server/precedent-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.precedent.title ?? "");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("precedents")("title"), to: "/precedenten" },
  { label: data.precedent.number },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "precedent.read");
  return getPrecedentPage(access, params.precedentId ?? "");
}

export default function Precedent() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PrecedentHead page={page} />
      <Columns>
        <Stack>
          <PrecedentStory page={page} />
          <PrecedentFacts facts={page.facts} />
          <PrecedentCitations citations={page.citations} />
        </Stack>
        <Stack>
          <PrecedentAbout page={page} />
          <PrecedentHistory history={page.history} />
        </Stack>
      </Columns>
    </>
  );
}
