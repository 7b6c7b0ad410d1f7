import type { Right } from "#app/domain/rights.ts";

/** The parts of administration, with the right that opens each. */
export const administrationPages = [
  { key: "people", to: "/beheer/personen", right: "administration.read" },
  { key: "organisations", to: "/beheer/organisaties", right: "organisation.manage" },
  { key: "questionSets", to: "/beheer/vragensets", right: "administration.read" },
  { key: "facts", to: "/beheer/omstandigheden", right: "administration.read" },
  { key: "scopes", to: "/beheer/regelgebieden", right: "administration.read" },
  { key: "retention", to: "/beheer/bewaren", right: "retention.manage" },
  { key: "destructions", to: "/beheer/vernietigen", right: "destruction.read" },
] as const satisfies readonly { key: string; to: string; right: Right }[];
