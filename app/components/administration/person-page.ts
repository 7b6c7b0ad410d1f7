import type { Language, LocalText } from "#app/domain/local-text.ts";
import type { Role } from "#app/domain/rights.ts";

/** What the page of one person shows. */
export type PersonPage = {
  person: {
    id: string;
    name: string;
    email: string;
    language: Language;
    active: boolean;
    version: number;
  };
  hasPassword: boolean;
  roles: { role: Role; perspective: string | null }[];
  isSelf: boolean;
  isShared: boolean;
  lastSeenAt: number | null;
  now: number;
  perspectives: { key: string; name: LocalText }[];
  organisation: string;
};
