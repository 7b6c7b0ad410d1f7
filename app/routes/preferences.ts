import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { isLanguage, isTheme, readPreferences, writePreferences } from "#app/i18n/preferences.ts";
import { publicRoute } from "#app/server/access.server.ts";
import { isSecure } from "#app/server/cookies.server.ts";
import { badRequest, localPath, notFound } from "#app/server/http.server.ts";

export function loader() {
  publicRoute();
  notFound();
}

/** Keeps the language and theme someone chose, and goes back to the page it was chosen on. */
export async function action({ request }: ActionFunctionArgs) {
  publicRoute();
  const form = await request.formData().catch(() => badRequest("bad_form"));
  const current = readPreferences(
    request.headers.get("Cookie"),
    request.headers.get("Accept-Language"),
  );
  const chosen = {
    language: isLanguage(form.get("language")) ?? current.language,
    theme: isTheme(form.get("theme")) ?? current.theme,
  };
  return redirect(localPath(asText(form.get("back"))), {
    status: 303,
    headers: { "Set-Cookie": writePreferences(chosen, isSecure()) },
  });
}

function asText(value: FormDataEntryValue | null): string | null {
  return typeof value === "string" ? value : null;
}
