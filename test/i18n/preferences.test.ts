import { expect, test } from "vitest";
import { readPreferences, writePreferences } from "#app/i18n/preferences.ts";

test("Dutch and the theme of the device are the default", () => {
  expect(readPreferences(null, null)).toEqual({ language: "nl", theme: "auto" });
});

test("what was written is read back among other cookies", () => {
  const [pair] = writePreferences({ language: "en", theme: "dark" }, false).split(";");
  expect(readPreferences(`a=b; ${pair}; c=d`, "nl")).toEqual({ language: "en", theme: "dark" });
});

test("the cookie is for this site only, out of reach of scripts, and secure where the site is", () => {
  const value = writePreferences({ language: "nl", theme: "light" }, true);
  expect(value).toMatch(/Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/);
  expect(writePreferences({ language: "nl", theme: "light" }, false)).not.toContain("Secure");
});

test.each([
  ["preferences=%E0%A4%A", "nl"],
  ["preferences=language%3Dfr%26theme%3Dneon", "nl"],
  ["preferences=__proto__%3Dx", "nl"],
])("a broken cookie (%s) counts as no choice", (cookie, language) => {
  expect(readPreferences(cookie, null)).toEqual({ language, theme: "auto" });
});

test.each([
  ["en-GB,en;q=0.9", "en"],
  ["nl-NL,nl;q=0.9,en;q=0.8", "nl"],
  ["de-DE,en;q=0.5,nl;q=0.4", "en"],
  ["fr,de", "nl"],
  ["en;q=0,nl", "nl"],
])("a browser that asks for %s gets %s", (header, language) => {
  expect(readPreferences(null, header).language).toBe(language);
});
