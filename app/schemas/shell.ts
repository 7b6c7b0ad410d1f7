import type { Right, Role } from "#app/domain/rights.ts";

export type FlashKind = "ok" | "warning" | "error";
/** One message after a change; its code is a text of the interface. */
export type Flash = { code: string; kind: FlashKind };

/** What every page shows around its content. */
export type Shell = {
  language: "nl" | "en";
  theme: "auto" | "light" | "dark";
  demo: boolean;
  person: { id: string; name: string } | null;
  roles: readonly Role[];
  rights: Right[];
  organisation: { id: string; name: string } | null;
  organisations: { id: string; name: string }[];
  flash: Flash | null;
  /** One-time key for the forms on the page. */
  formKey: string;
  currentPath: string;
};
