import type { ReactNode } from "react";
import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { RobustnessView, RobustOption } from "#app/schemas/robustness-view.ts";
import { LegendItem } from "./circle-legend.tsx";
import { usePictureId } from "./hatch.tsx";
import { useOptionFills } from "./option-fill.tsx";
import { perspectiveTints } from "./tints.ts";
import * as layout from "./triangle-layout.ts";
import { useShare } from "./use-share.ts";
import { numbered, useTriangleWords } from "./use-triangle-words.ts";

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
          <path className="mw-triangle__edge" d={layout.outline} />
          <Corners view={view} />
          <RegionLabels view={view} />
          <circle className="mw-triangle__chosen" cx={chosen.x} cy={chosen.y} r="7" />
          {looked ? <LookedAt weights={looked} /> : null}
        </svg>
        {children}
      </div>
      <TriangleLegend view={view} looked={looked !== null} />
    </figure>
  );
}

function TriangleLegend({ view, looked }: { view: RobustnessView; looked: boolean }) {
  const { t } = useTranslation("pictures");
  return (
    <ul className="mw-legend">
      {view.options.map((option) => (
        <OptionLegend key={option.id} option={option} />
      ))}
      <LegendItem words={t("triangle.chosenMark")}>
        <circle className="mw-triangle__chosen" cx="11" cy="11" r="6" />
      </LegendItem>
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

function LookedAt({ weights }: { weights: number[] }) {
  const { x, y } = layout.pointOf(weights);
  return (
    <path
      className="mw-triangle__looked"
      d={`M${x} ${y - 9}L${x + 9} ${y}L${x} ${y + 9}L${x - 9} ${y}Z`}
    />
  );
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
  const avoid = [layout.pointOf(view.perspectives.map(({ weight }) => weight))];
  return view.options.map((option) => {
    const label = layout.regionLabel({ option, share: share(option.ranks[0] ?? 0), avoid });
    if (!label) return null;
    return (
      <text key={option.id} className="mw-triangle__label" textAnchor="middle">
        {label.lines.map((line, place) => (
          <tspan
            key={place}
            className={place < label.lines.length - 1 ? "mw-triangle__name" : undefined}
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
