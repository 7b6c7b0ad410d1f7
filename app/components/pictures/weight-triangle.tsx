import type { ReactNode } from "react";
import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { RobustnessView, RobustOption } from "#app/schemas/robustness-view.ts";
import { LegendItem } from "./circle-legend.tsx";
import { usePictureId } from "./hatch.tsx";
import { useOptionFills } from "./option-fill.tsx";
import type { Point } from "./polar.ts";
import { perspectiveTints } from "./tints.ts";
import * as layout from "./triangle-layout.ts";
import { useShare } from "./use-share.ts";
import { byShare, numbered, useTriangleWords } from "./use-triangle-words.ts";

type WeightTriangleProps = {
  view: RobustnessView;
  /** Weights somebody looks at, beside those of the weighing. */
  looked: number[] | null;
  /** What lies over the drawing, to move that point. */
  children?: ReactNode;
};

/** All weightings of three perspectives: which option ranks first where, and the weights that were chosen. */
export function WeightTriangle({ view, looked, children }: WeightTriangleProps) {
  const id = usePictureId();
  const words = useTriangleWords(view);
  const drawn = view.options.filter(({ region }) => region.length > 0);
  const { patterns, fill } = useOptionFills(drawn.map(({ position }) => position));
  const chosen = layout.pointOf(view.perspectives.map(({ weight }) => weight));
  const centre = centreOf(view);
  return (
    <figure className="mw-picture mw-triangle">
      <div className="mw-triangle__drawing">
        <svg
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-text`}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
        >
          <title id={`${id}-title`}>{words.title}</title>
          <desc id={`${id}-text`}>{words.description}</desc>
          {patterns}
          {drawn.map(({ id: option, position, region }) => (
            <path
              key={option}
              className="mw-triangle__region"
              d={layout.polygonPath(region.map(layout.pointOf))}
              fill={fill(position)}
            />
          ))}
          <path className="mw-triangle__edge" d={layout.polygonPath(layout.corners)} />
          <Corners view={view} />
          <RegionLabels view={view} />
          {centre ? (
            <path
              className="mw-triangle__centre"
              d={`M${centre.x - 6} ${centre.y}h12M${centre.x} ${centre.y - 6}v12`}
            />
          ) : null}
          <circle className="mw-triangle__chosen" cx={chosen.x} cy={chosen.y} r="7" />
          {looked ? <LookedAt weights={looked} /> : null}
        </svg>
        {children}
      </div>
      <TriangleLegend view={view} looked={looked !== null} centre={centre !== null} />
    </figure>
  );
}

type TriangleLegendProps = { view: RobustnessView; looked: boolean; centre: boolean };

function TriangleLegend({ view, looked, centre }: TriangleLegendProps) {
  const { t } = useTranslation("pictures");
  return (
    <ul className="mw-legend">
      {view.options.map((option) => (
        <OptionLegend key={option.id} option={option} />
      ))}
      <LegendItem words={t("triangle.chosenMark")}>
        <circle className="mw-triangle__chosen" cx="11" cy="11" r="6" />
      </LegendItem>
      {centre ? (
        <LegendItem words={t("triangle.centreMark")}>
          <path className="mw-triangle__centre" d="M5 11h12M11 5v12" />
        </LegendItem>
      ) : null}
      {looked ? (
        <LegendItem words={t("triangle.lookedMark")}>
          <path className="mw-triangle__looked" d="M11 2L20 11L11 20L2 11Z" />
        </LegendItem>
      ) : null}
    </ul>
  );
}

/** A sample of the fill of an option, with its title in full. */
function OptionLegend({ option }: { option: RobustOption }) {
  const { patterns, fill } = useOptionFills([option.position]);
  return (
    <LegendItem words={numbered(option)}>
      {patterns}
      <rect
        className="mw-bars__bar"
        x="1"
        y="3"
        width="20"
        height="16"
        fill={fill(option.position)}
      />
    </LegendItem>
  );
}

/** The middle of the largest region, unless the chosen weights lie there. */
function centreOf({ options, perspectives }: RobustnessView): Point | null {
  const [largest] = [...options].sort(byShare);
  if (!largest?.centre) return null;
  const chosen = layout.pointOf(perspectives.map(({ weight }) => weight));
  const centre = layout.pointOf(largest.centre);
  return Math.hypot(centre.x - chosen.x, centre.y - chosen.y) < 16 ? null : centre;
}

function LookedAt({ weights }: { weights: number[] }) {
  const { x, y } = layout.pointOf(weights);
  return <path className="mw-triangle__looked" d={`M${x} ${y - 12}l12 12l-12 12l-12 -12Z`} />;
}

function Corners({ view }: { view: RobustnessView }) {
  const { t, language } = useTranslation("pictures");
  const tints = perspectiveTints(view.perspectives.map(({ key }) => key));
  const corners = [
    { x: layout.width / 2, y: 14, anchor: "middle" },
    { x: 2, y: 318, anchor: "start" },
    { x: layout.width - 2, y: 318, anchor: "end" },
  ] as const;
  return corners.map(({ x, y, anchor }, place) => {
    const perspective = view.perspectives[place];
    return (
      <text key={anchor} className={tints[place]} x={x} textAnchor={anchor}>
        <tspan className="mw-triangle__corner" x={x} y={y}>
          {perspective ? textIn(perspective.name, language) : null}
        </tspan>
        <tspan className="mw-triangle__only" x={x} y={y + 16}>
          {t("triangle.only")}
        </tspan>
      </text>
    );
  });
}

function RegionLabels({ view }: { view: RobustnessView }) {
  const share = useShare();
  const avoid = [
    layout.pointOf(view.perspectives.map(({ weight }) => weight)),
    centreOf(view),
  ].filter((point) => point !== null);
  return view.options.map((option) => {
    const label = layout.regionLabel({ option, share: share(option.ranks[0] ?? 0), avoid });
    if (!label) return null;
    return (
      <text key={option.id} className="mw-triangle__label" textAnchor="middle">
        {label.lines.map((line, place) => (
          <tspan
            key={place}
            className={place < label.named ? "mw-triangle__name" : undefined}
            x={label.x}
            y={label.y + (place + 1) * layout.lineHeight - 4}
          >
            {line}
          </tspan>
        ))}
      </text>
    );
  });
}
