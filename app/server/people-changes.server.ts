import type { PersonInput } from "#app/schemas/person.ts";
import type { Access } from "./access.server.ts";
import { redirectWithFlash, type Redirect } from "./http.server.ts";
import type { PasswordLink } from "./password-resets.server.ts";
import {
  activatePerson,
  createPasswordLink,
  deactivatePerson,
  updateIdentity,
} from "./people-management.server.ts";
import { removeFromOrganisation, updateRoles } from "./people-roles.server.ts";

/**
 * Makes the change of the form that was sent and goes back to the person. A link for a password is
 * given instead: it may be seen once, so it goes straight into the page.
 */
export async function changePerson(
  access: Access<"people.manage">,
  personId: string,
  input: PersonInput,
): Promise<Redirect | { link: PasswordLink }> {
  const page = `/beheer/personen/${personId}`;
  switch (input.intent) {
    case "identity":
      await updateIdentity(access, personId, input);
      return redirectWithFlash(page, "saved");
    case "roles":
      await updateRoles(access, personId, input);
      return redirectWithFlash(page, "saved");
    case "leave":
      await removeFromOrganisation(access, personId, input.version);
      return redirectWithFlash("/beheer/personen", "person_removed");
    case "deactivate":
      await deactivatePerson(access, personId, input.version);
      return redirectWithFlash(page, "person_deactivated");
    case "activate":
      await activatePerson(access, personId, input.version);
      return redirectWithFlash(page, "person_activated");
    case "password-link":
      return { link: await createPasswordLink(access, personId) };
  }
}
