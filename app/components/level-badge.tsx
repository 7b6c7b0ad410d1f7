import type { LocalText } from "#app/domain/local-text.ts";
import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type LevelBadgeProps = {
  level: number;
  /** Levels of the question set; without them those that ship with the product. */
  levels?: readonly LocalText[];
};

/** How far a solution goes: the word, and as many filled bars as the level. */
export function LevelBadge({ level, levels }: LevelBadgeProps) {
  const { t, language } = useTranslation();
  const own = levels?.[level];
  const shipped = t as (key: string) => string;
  const most = (levels?.length ?? 4) - 1;
  return (
    <span className="nl-data-badge mw-badge mw-level">
      <svg
        className="mw-level__bars"
        viewBox={`0 0 ${most * 5} 12`}
        width={most * 5}
        height="12"
        aria-hidden
      >
        {Array.from({ length: most }, (_, index) => (
          <rect
            key={index}
            className={index < level ? "mw-level__bar mw-level__bar--on" : "mw-level__bar"}
            x={index * 5 + 0.5}
            y={8 - index * 2.5}
            width="3.5"
            height={3.5 + index * 2.5}
            rx="1"
          />
        ))}
      </svg>
      {own ? textIn(own, language) : shipped(`level.${level}`)}
    </span>
  );
}
