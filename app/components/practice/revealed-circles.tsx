import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { OptionOutcome, WeighingView } from "#app/schemas/weighing-view.ts";
import { Card } from "../card.tsx";
import { CircleLegend } from "../pictures/circle-legend.tsx";
import { PerspectiveCircle } from "../pictures/perspective-circle.tsx";
import { usePerspectiveName } from "../sessions/use-verdict.ts";

/** What passes and what does not in words, then a circle per option. */
export function RevealedCircles({ view }: { view: WeighingView }) {
  const { t } = useTranslation("practice");
  const failing = view.options.filter(({ passes }) => !passes);
  const passing = view.options.length - failing.length;
  return (
    <>
      <div>
        <p className="mw-outcome">
          {t("reveal.passing", { count: passing, total: view.options.length })}
        </p>
        {failing.map((option) => (
          <Fails key={option.id} option={option} view={view} />
        ))}
        {failing.length > 0 ? <p>{t("reveal.average")}</p> : null}
      </div>
      <Card title={t("reveal.circles")}>
        <p>{t("reveal.circlesText")}</p>
        <div className="mw-practice-circles">
          {view.options.map((option) => (
            <section key={option.id}>
              <h3 className="nl-heading nl-heading--level-4">
                {option.position}. {option.title}
              </h3>
              <PerspectiveCircle view={view} option={option} />
            </section>
          ))}
        </div>
        <CircleLegend />
      </Card>
    </>
  );
}

function Fails({ option, view }: { option: OptionOutcome; view: WeighingView }) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const name = usePerspectiveName(view);
  const where = option.perspectives.filter(({ passes }) => !passes).map(({ key }) => name(key));
  return (
    <p>
      {t("reveal.fails", {
        option: `${option.position}. ${option.title}`,
        perspectives: format.list(where),
      })}
    </p>
  );
}
