import type { LocalText } from "../local-text.ts";

type FiveTexts = readonly [string, string, string, string, string];

/**
 * The anchor texts of one criterion, for scale points 1 to 5 in that order.
 * The tuples make a forgotten scale point or translation a compile error.
 */
export function anchorTexts({ nl, en }: { nl: FiveTexts; en: FiveTexts }): LocalText[] {
  return [
    { nl: nl[0], en: en[0] },
    { nl: nl[1], en: en[1] },
    { nl: nl[2], en: en[2] },
    { nl: nl[3], en: en[3] },
    { nl: nl[4], en: en[4] },
  ];
}
