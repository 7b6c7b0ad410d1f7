/* eslint-disable jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keyboard */
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LinePage } from "#app/schemas/line-view.ts";
import { LegendItem } from "../pictures/circle-legend.tsx";
import { usePictureId } from "../pictures/hatch.tsx";
import { wrapped } from "../pictures/text-lines.ts";
import { lineLayout, pictureWidth, type LineLayout, type LineMark } from "./line-layout.ts";
import { useLineWords } from "./use-line-words.ts";

/** The line as a picture: levels as rows, time from left to right. The table beside it says the same. */
export function LinePicture({ page }: { page: LinePage }) {
  const id = usePictureId();
  const { t } = useTranslation("lines");
  const words = useLineWords(page);
  const layout = lineLayout(page);
  return (
    <figure className="mw-picture mw-line">
      <div className="mw-line__scroll" role="region" aria-label={t("picture.region")} tabIndex={0}>
        <svg
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-text`}
          viewBox={`0 0 ${pictureWidth} ${layout.height}`}
        >
          <title id={`${id}-title`}>{t("picture.title", { name: page.scope.name })}</title>
          <desc id={`${id}-text`}>{words.join(" ")}</desc>
          <Ground layout={layout} />
          {layout.follows.map(({ key, path }) => (
            <path key={key} className="mw-line__follows" d={path} />
          ))}
          {layout.conflicts.map(({ key, path }) => (
            <path key={key} className="mw-line__conflict" d={path} />
          ))}
          {layout.marks.map((mark) => (
            <Mark key={mark.id} mark={mark} />
          ))}
          {layout.conflicts.map(({ key, x, y }) => (
            <ConflictSign key={key} x={x} y={y} />
          ))}
        </svg>
      </div>
      <LineLegend layout={layout} />
    </figure>
  );
}

function Ground({ layout }: { layout: LineLayout }) {
  const { t } = useTranslation();
  const shipped = t as (key: string) => string;
  const bottom = layout.height - 28;
  return (
    <>
      {layout.levels.map(({ level, top, height, y }, place) => (
        <g key={level}>
          <rect
            className={place % 2 === 0 ? "mw-line__row" : "mw-line__row mw-line__row--odd"}
            x="0"
            y={top}
            width={pictureWidth}
            height={height}
          />
          {wrapped(shipped(`level.${level}`), 16, 2).map((line, index, lines) => (
            <text key={line} x="8" y={y + 5 + (index - (lines.length - 1) / 2) * 16}>
              {line}
            </text>
          ))}
        </g>
      ))}
      {layout.years.map(({ year, x }) => (
        <g key={year}>
          <path className="mw-line__year" d={`M${x} 8V${bottom}`} />
          <text x={x} y={layout.height - 8} textAnchor="middle">
            {year}
          </text>
        </g>
      ))}
    </>
  );
}

function Mark({ mark: { kind, x, y, radius, place } }: { mark: LineMark }) {
  return (
    <>
      <circle className={`mw-line__mark mw-line__mark--${kind}`} cx={x} cy={y} r={radius} />
      {place === null ? null : (
        <text className="mw-line__place" x={x} y={y + 4.5} textAnchor="middle">
          {place}
        </text>
      )}
    </>
  );
}

/** A sign on the dashed line: not by colour alone. */
function ConflictSign({ x, y }: { x: number; y: number }) {
  return (
    <g className="mw-line__sign" transform={`translate(${x} ${y})`}>
      <path className="mw-line__sign-shape" d="M0 -10L10 0L0 10L-10 0Z" />
      <path d="M0 -4.5V1M0 4V4.2" />
    </g>
  );
}

function LineLegend({ layout: { marks, follows, conflicts } }: { layout: LineLayout }) {
  const { t } = useTranslation("lines");
  const has = (kind: LineMark["kind"]) => marks.some((mark) => mark.kind === kind);
  return (
    <ul className="mw-legend">
      <LegendItem words={t("legend.leading")}>
        <circle className="mw-line__mark mw-line__mark--leading" cx="11" cy="11" r="9" />
        <text className="mw-line__place" x="11" y="15.5" textAnchor="middle">
          1
        </text>
      </LegendItem>
      {follows.length > 0 ? (
        <LegendItem words={t("legend.follower")}>
          <path className="mw-line__follows" d="M0 11H16" />
          <circle className="mw-line__mark mw-line__mark--follower" cx="16" cy="11" r="5" />
        </LegendItem>
      ) : null}
      {has("other") ? (
        <LegendItem words={t("legend.other")}>
          <circle className="mw-line__mark mw-line__mark--other" cx="11" cy="11" r="5" />
        </LegendItem>
      ) : null}
      {conflicts.length > 0 ? (
        <LegendItem words={t("legend.conflict")}>
          <path className="mw-line__conflict" d="M0 11H22" />
          <ConflictSign x={11} y={11} />
        </LegendItem>
      ) : null}
      {has("ended") ? (
        <LegendItem words={t("legend.ended")}>
          <circle className="mw-line__mark mw-line__mark--ended" cx="11" cy="11" r="6" />
        </LegendItem>
      ) : null}
    </ul>
  );
}
