import type { LocalText } from "../local-text.ts";

/** What scale points 1 to 5 mean for every criterion: always towards the option being judged. */
export const fivePointScale: LocalText[] = [
  { nl: "Pleit sterk tegen deze oplossing", en: "Pleads strongly against this solution" },
  { nl: "Pleit tegen deze oplossing", en: "Pleads against this solution" },
  { nl: "Voldoende", en: "Sufficient" },
  { nl: "Pleit voor deze oplossing", en: "Pleads for this solution" },
  { nl: "Pleit sterk voor deze oplossing", en: "Pleads strongly for this solution" },
];
