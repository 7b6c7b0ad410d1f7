import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HomePage } from "#app/components/home/home-page.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getHome } from "#app/server/home.server.ts";

export const meta = titleFrom("home", "title");

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "home.read");
  return getHome(access);
}

export default function HomeRoute() {
  return <HomePage home={useLoaderData<typeof loader>()} />;
}
