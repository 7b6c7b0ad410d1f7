import type { AccountFilters } from "#app/schemas/account-filters.ts";
import type { AccountPage } from "#app/schemas/account-view.ts";
import type { Access } from "./access.server.ts";
import { listAccountOrganisations, scopesFor } from "./account-choices.server.ts";
import { getAccount } from "./account-figures.server.ts";
import { listPerspectiveChoices } from "./perspective-choices.server.ts";

/** The account with what its filters offer. */
export async function getAccountPage(
  access: Access<"figures.read">,
  filters: AccountFilters,
): Promise<AccountPage> {
  return {
    account: await getAccount(access, filters),
    filters,
    organisations: await listAccountOrganisations(access),
    scopes: await scopesFor(access),
    perspectives: await listPerspectiveChoices(access),
  };
}
