import { useFormat } from "#app/i18n/use-format.ts";
import type { OptionOutcome, WeighingView } from "#app/schemas/weighing-view.ts";
import { circleLabels, lineHeight, type CircleLabel } from "./circle-labels.ts";
import { circleLayout, shortKey, width, type CircleLayout, type Sector } from "./circle-layout.ts";
import { GateMark } from "./gate-mark.tsx";
import { Stripes, usePictureId } from "./hatch.tsx";
import { perspectiveTints } from "./tints.ts";
import { useCircleWords } from "./use-circle-words.ts";

type PerspectiveCircleProps = { view: WeighingView; option: OptionOutcome };

/** One option seen from all perspectives: a sector each, a wedge per question, a dot per person, gates at the rim. */
export function PerspectiveCircle({ view, option }: PerspectiveCircleProps) {
  const id = usePictureId();
  const words = useCircleWords(view);
  const format = useFormat();
  const layout = circleLayout(view, option);
  const tints = perspectiveTints(view.perspectives.map(({ key }) => key));
  const { labels, top, bottom } = circleLabels(
    view.perspectives.map(({ key }) => words.label(option, key)),
  );
  const middle = top + width / 2;
  const height = top + width + bottom;
  return (
    <figure className="mw-picture mw-circle">
      <svg
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        viewBox={`0 0 ${width} ${height}`}
      >
        <title id={`${id}-title`}>{words.title(option)}</title>
        <desc id={`${id}-text`}>{words.description(option)}</desc>
        <defs>
          {labels.map(({ place, passes }) =>
            passes ? null : <Stripes key={place} id={`${id}-${place}`} tint={tints[place] ?? ""} />,
          )}
        </defs>
        <g transform={`translate(${width / 2} ${middle})`}>
          {layout.sectors.map((sector) => (
            <SectorShape
              key={sector.key}
              sector={sector}
              tint={tints[sector.place] ?? ""}
              layout={layout}
              stripes={labels[sector.place]?.passes ? null : `${id}-${sector.place}`}
            />
          ))}
          <circle className="mw-circle__hole" r={layout.hole - 2} />
          {option.passes && option.total !== null ? (
            <text className="mw-circle__total" y="5">
              {format.decimal(option.total)}
            </text>
          ) : (
            <path className="mw-circle__cross" d="M-6 -6L6 6M6 -6L-6 6" />
          )}
        </g>
        {labels.map((label) => (
          <LabelText
            key={label.place}
            label={label}
            tint={tints[label.place] ?? ""}
            from={label.up ? 0 : top + width}
          />
        ))}
      </svg>
    </figure>
  );
}

type SectorShapeProps = {
  sector: Sector;
  tint: string;
  layout: CircleLayout;
  /** The hatch of a perspective that does not pass. */
  stripes: string | null;
};

function SectorShape({ sector, tint, layout, stripes }: SectorShapeProps) {
  const { ground, passLine, wedges, gates } = sector;
  // All dots in one line with round ends: a large panel would be thousands of circles.
  const dots = wedges.flatMap((wedge) => wedge.dots.map(({ x, y }) => `M${x} ${y}h0`)).join("");
  return (
    <g className={tint}>
      <path className="mw-circle__ground" d={ground} />
      {wedges.map(({ key, fill, room }) =>
        fill === null ? (
          <path key={key} className="mw-circle__empty" d={room} />
        ) : (
          <path
            key={key}
            className={stripes === null ? "mw-circle__wedge" : "mw-circle__wedge--fails"}
            d={fill}
            fill={stripes === null ? undefined : `url(#${stripes})`}
          />
        ),
      )}
      <path className="mw-circle__halo" d={passLine} />
      <path className="mw-circle__pass" d={passLine} />
      <path className="mw-circle__dots" d={dots} strokeWidth={2 * layout.dot + 1.2} />
      <path className="mw-circle__hearts" d={dots} strokeWidth={2 * layout.dot - 1.2} />
      {wedges.map(({ key, label: { x, y, turn, anchor } }) => (
        <text
          key={key}
          className="mw-circle__key"
          x={x}
          y={y}
          textAnchor={anchor}
          dominantBaseline="central"
          transform={turn === null ? undefined : `rotate(${turn} ${x} ${y})`}
        >
          {shortKey(key)}
        </text>
      ))}
      {gates.map(({ key, outcome, x, y }) => (
        <GateMark key={key} outcome={outcome} x={x} y={y} />
      ))}
    </g>
  );
}

type LabelTextProps = { label: CircleLabel; tint: string; from: number };

function LabelText({ label, tint, from }: LabelTextProps) {
  const { x, anchor, name, verdict, passes } = label;
  const y = from + label.y - 4;
  return (
    <text className={tint} x={x} textAnchor={anchor}>
      {name.map((line, place) => (
        <tspan key={place} className="mw-circle__name" x={x} y={y + place * lineHeight}>
          {line}
        </tspan>
      ))}
      <tspan
        className={passes ? "mw-circle__verdict" : "mw-circle__verdict mw-circle__verdict--fails"}
        x={x}
        y={y + name.length * lineHeight}
      >
        {verdict}
      </tspan>
    </text>
  );
}
