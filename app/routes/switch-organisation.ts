import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { switchOrganisationSchema } from "#app/schemas/organisation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleButton } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { switchOrganisation } from "#app/server/logins.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireRight(request, "home.read");
  return redirect("/", 303);
}

/** Always to the start page: what is open now belongs to the other organisation. */
export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "home.read");
  return handleButton(request, switchOrganisationSchema, async ({ input }) => {
    await switchOrganisation(access.login, input.organisationId);
    return redirectWithFlash("/", "organisation_switched");
  });
}
