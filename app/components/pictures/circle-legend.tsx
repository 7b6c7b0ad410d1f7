import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { GateMark } from "./gate-mark.tsx";
import { Stripes, usePictureId } from "./hatch.tsx";

/** What the shapes of a perspective circle mean. */
export function CircleLegend() {
  const { t } = useTranslation("pictures");
  const id = usePictureId();
  return (
    <ul className="mw-legend">
      <LegendItem words={t("legend.wedge")}>
        <path className="mw-circle__ground" d="M1 3H21V19H1Z" />
        <path className="mw-circle__wedge" d="M1 3H14V19H1Z" />
      </LegendItem>
      <LegendItem words={t("legend.dot")}>
        <circle className="mw-circle__dot" cx="11" cy="11" r="4" />
      </LegendItem>
      <LegendItem words={t("legend.pass")}>
        <path className="mw-circle__pass" d="M0 11H22" />
      </LegendItem>
      <LegendItem words={t("legend.fails")}>
        <defs>
          <Stripes id={id} tint="mw-tint--6" />
        </defs>
        <path className="mw-circle__wedge--fails" d="M1 3H21V19H1Z" fill={`url(#${id})`} />
      </LegendItem>
      <LegendItem words={t("legend.empty")}>
        <path className="mw-circle__empty" d="M1 3H21V19H1Z" />
      </LegendItem>
      {(["yes", "no", "unsure", "open"] as const).map((outcome) => (
        <LegendItem key={outcome} words={t(`legend.gate.${outcome}`)}>
          <GateMark outcome={outcome} x={11} y={11} />
        </LegendItem>
      ))}
    </ul>
  );
}

export function LegendItem({ words, children }: { words: ReactNode; children: ReactNode }) {
  return (
    <li className="mw-legend__item mw-tint--6">
      <svg viewBox="0 0 22 22" aria-hidden>
        {children}
      </svg>
      <span>{words}</span>
    </li>
  );
}
