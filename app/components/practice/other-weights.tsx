import { useTranslation } from "#app/i18n/use-translation.ts";
import type { RobustnessView } from "#app/schemas/robustness-view.ts";
import { Card } from "../card.tsx";
import { Columns, Stack } from "../columns.tsx";
import { useWeightChangeWords } from "../pictures/use-robustness-words.ts";
import { useShareWords } from "../pictures/use-triangle-words.ts";
import { WeightLook } from "../pictures/weight-look.tsx";

/** In how many weightings each option ranks first, and the triangle to look around in. */
export function OtherWeights({ view }: { view: RobustnessView }) {
  const { t } = useTranslation("practice");
  const [most, ...others] = useShareWords(view);
  return (
    <Card title={t("weigh.firmTitle")}>
      <Columns layout="2">
        <Stack>
          <p className="mw-outcome">{most}</p>
          <ul className="utrecht-unordered-list">
            {[...others, ...useWeightChangeWords(view)].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Stack>
        <WeightLook view={view} />
      </Columns>
    </Card>
  );
}
