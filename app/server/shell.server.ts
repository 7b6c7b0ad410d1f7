import { environment } from "#db";
import { readPreferences } from "#app/i18n/preferences.ts";
import { rightsOf } from "#app/domain/rights.ts";
import type { Shell } from "#app/schemas/shell.ts";
import { loginOf } from "./access.server.ts";
import { readFlash } from "./http.server.ts";
import { organisationsOf } from "./logins.server.ts";
import { settings } from "./settings.server.ts";

/** What every page shows around its content. */
export async function getShell(request: Request): Promise<Shell> {
  const login = await loginOf(request);
  const { language, theme } = readPreferences(
    request.headers.get("Cookie"),
    request.headers.get("Accept-Language"),
  );
  return {
    language,
    theme,
    demo: settings().demo,
    person: login ? { id: login.person.id, name: login.person.name } : null,
    roles: login?.roles ?? [],
    rights: login ? rightsOf(login.roles) : [],
    organisation: login?.organisation ?? null,
    organisations: login ? await organisationsOf(login.person.id) : [],
    flash: readFlash(request),
    formKey: environment.newId(),
    currentPath: new URL(request.url).pathname,
  };
}
