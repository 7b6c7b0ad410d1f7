import type { GateOutcome } from "#app/domain/weighing.ts";

type GateMarkProps = { outcome: GateOutcome; x: number; y: number };

/** A gate as a shape with a sign of its own: colour says nothing that the shape does not. */
export function GateMark({ outcome, x, y }: GateMarkProps) {
  return (
    <g className={`mw-gate mw-gate--${outcome}`} transform={`translate(${x} ${y})`}>
      {shapes[outcome]}
    </g>
  );
}

const shapes = {
  yes: (
    <>
      <rect x="-5.5" y="-5.5" width="11" height="11" rx="2.5" />
      <path d="M-3 0.2L-0.8 2.5L3 -2.3" />
    </>
  ),
  no: (
    <>
      <path className="mw-gate__shape" d="M-3 -7H3L7 -3V3L3 7H-3L-7 3V-3Z" />
      <path d="M-2.8 -2.8L2.8 2.8M2.8 -2.8L-2.8 2.8" />
    </>
  ),
  unsure: (
    <>
      <path className="mw-gate__shape" d="M0 -7.5L7.6 5.6H-7.6Z" />
      <path d="M-1.9 -1.2C-1.9 -3.7 1.9 -3.7 1.9 -1.2C1.9 0.3 0 0.3 0 1.7M0 3.9V4" />
    </>
  ),
  open: <circle r="5.5" />,
};
