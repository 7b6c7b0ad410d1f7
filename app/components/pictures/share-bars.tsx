import type { RobustnessView } from "#app/schemas/robustness-view.ts";
import { usePictureId } from "./hatch.tsx";
import { useOptionFills } from "./option-fill.tsx";
import { round } from "./polar.ts";
import { shortened } from "./text-lines.ts";
import { useShare } from "./use-share.ts";
import { byShare, numbered, useTriangleWords } from "./use-triangle-words.ts";

const width = 320;
const row = 48;

/** Per option in how many weightings it ranks first: for any number of perspectives but three. */
export function ShareBars({ view }: { view: RobustnessView }) {
  const id = usePictureId();
  const words = useTriangleWords(view);
  const share = useShare();
  const options = [...view.options].sort(byShare);
  const { patterns, fill } = useOptionFills(options.map(({ position }) => position));
  return (
    <figure className="mw-picture mw-bars">
      <svg
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        viewBox={`0 0 ${width} ${options.length * row}`}
      >
        <title id={`${id}-title`}>{words.barsTitle}</title>
        <desc id={`${id}-text`}>{words.description}</desc>
        {patterns}
        {options.map((option, place) => (
          <g key={option.id} transform={`translate(0 ${place * row})`}>
            <text x="1" y="16">
              {shortened(numbered(option), 28)}
            </text>
            <text className="mw-bars__figure" x={width - 1} y="16" textAnchor="end">
              {share(option.ranks[0] ?? 0)}
            </text>
            <rect className="mw-bars__track" x="1" y="22" width={width - 2} height="16" />
            <rect
              className="mw-bars__bar"
              x="1"
              y="22"
              width={round((width - 2) * (option.ranks[0] ?? 0))}
              height="16"
              fill={fill(option.position)}
            />
          </g>
        ))}
      </svg>
    </figure>
  );
}
