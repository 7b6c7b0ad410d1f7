import type { LocalText } from "#app/domain/local-text.ts";
import type { WeighingComparison } from "#app/domain/weighing-comparison.ts";
import type { WeightsOrigin } from "./weighing-view.ts";

/** A weighing of the case by its number. */
export type WeighingName = { id: string; number: number; round: number };

type Weighted = { weight: number; passMark: number };
export type OptionPlace = {
  total: number | null;
  passes: boolean;
  rank: number | null;
  proposed: boolean;
};

/** Two weighings side by side, the earlier one first; null is what one of them does not have. */
export type ComparedWeighings = {
  before: WeighingName & { weighed: WeightsOrigin | null };
  after: WeighingName & { weighed: WeightsOrigin | null };
  comparison: WeighingComparison;
  perspectives: { key: string; name: LocalText; before: Weighted | null; after: Weighted | null }[];
  options: { id: string; title: string; before: OptionPlace | null; after: OptionPlace | null }[];
};
