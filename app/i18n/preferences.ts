import { languages, type Language } from "#app/domain/local-text.ts";

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
export type Preferences = { language: Language; theme: Theme };

const cookieName = "preferences";
const oneYearInSeconds = 31_536_000;

/** The language and theme someone chose; without a choice the browser's language and the device's theme. */
export function readPreferences(
  cookieHeader: string | null,
  acceptLanguage: string | null,
): Preferences {
  const chosen = new URLSearchParams(cookieValue(cookieHeader ?? ""));
  return {
    language: isLanguage(chosen.get("language")) ?? preferredLanguage(acceptLanguage ?? ""),
    theme: isTheme(chosen.get("theme")) ?? "auto",
  };
}

/** The value of a Set-Cookie header that keeps the choice for a year. */
export function writePreferences(preferences: Preferences, secure: boolean): string {
  const value = `language=${preferences.language}&theme=${preferences.theme}`;
  const parts = [
    `${cookieName}=${encodeURIComponent(value)}`,
    "Path=/",
    `Max-Age=${oneYearInSeconds}`,
    "HttpOnly",
    "SameSite=Lax",
  ];
  return [...parts, ...(secure ? ["Secure"] : [])].join("; ");
}

export function isLanguage(text: unknown): Language | undefined {
  return languages.find((language) => language === text);
}

export function isTheme(text: unknown): Theme | undefined {
  return themes.find((theme) => theme === text);
}

function cookieValue(header: string): string {
  const start = `${cookieName}=`;
  const part = header
    .split(";")
    .map((piece) => piece.trim())
    .find((piece) => piece.startsWith(start));
  try {
    return decodeURIComponent((part ?? "").slice(start.length));
  } catch {
    return "";
  }
}

/** Dutch unless the browser asks for English and not, or less, for Dutch. */
function preferredLanguage(acceptLanguage: string): Language {
  const ranked = acceptLanguage
    .slice(0, 200)
    .split(",")
    .map((piece) => {
      const [tag = "", ...params] = piece.trim().toLowerCase().split(";");
      const quality = params.find((param) => param.trim().startsWith("q="));
      return { tag: tag.slice(0, 2), quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return ranked.map(({ tag }) => isLanguage(tag)).find((language) => language) ?? "nl";
}
