import { lifeLanes, type LifeLane } from "#app/domain/decision-life.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { DateTime } from "../date-time.tsx";

type LifePictureProps = { steps: readonly { key: string; at: number; lane: LifeLane }[] };

/** The steps as dots on a line of time, one line for each part of the life; the list says the same in words. */
export function LifePicture({ steps }: LifePictureProps) {
  const { t } = useTranslation("audit-pages");
  const moments = steps.map(({ at }) => at);
  const first = Math.min(...moments);
  const last = Math.max(...moments);
  if (steps.length === 0) return null;
  const place = (at: number) => (last === first ? 50 : 1 + ((at - first) / (last - first)) * 98);
  const lanes = lifeLanes.filter((lane) => steps.some((step) => step.lane === lane));
  return (
    <figure className="mw-life">
      <div aria-hidden>
        {lanes.map((lane) => (
          <div className="mw-life__lane" key={lane}>
            <span>{t(`life.lane.${lane}`)}</span>
            <svg className="mw-life__line" width="100%" height="20">
              <line x1="0" x2="100%" y1="10" y2="10" />
              {steps
                .filter((step) => step.lane === lane)
                .map(({ key, at }) => (
                  <circle key={key} cx={`${place(at).toFixed(2)}%`} cy="10" r="5" />
                ))}
            </svg>
          </div>
        ))}
        <p className="mw-life__ends">
          <DateTime moment={first} day />
          <DateTime moment={last} day />
        </p>
      </div>
      <figcaption className="mw-soft">{t("life.picture")}</figcaption>
    </figure>
  );
}
