import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { RobustnessView } from "#app/schemas/robustness-view.ts";
import { withWeight } from "./looked-at.ts";
import { height, pointOf, weightsAt, width } from "./triangle-layout.ts";
import { useWeightWords } from "./use-triangle-words.ts";

type TriangleHandleProps = {
  view: RobustnessView;
  weights: number[];
  own: number[];
  move: (weights: number[]) => void;
};

/** Over the triangle: the point that moves by pointer, touch and arrow keys. */
export function TriangleHandle({ view, weights, own, move }: TriangleHandleProps) {
  const { t } = useTranslation("pictures");
  const words = useWeightWords(view);
  const layer = useRef<SVGSVGElement>(null);
  const dragging = useRef(false);
  const { x, y } = pointOf(weights);

  function follow({ clientX, clientY }: PointerEvent) {
    const box = layer.current?.getBoundingClientRect();
    if (!box) return;
    const scale = width / box.width;
    move(weightsAt({ x: (clientX - box.left) * scale, y: (clientY - box.top) * scale }));
  }

  function start(event: PointerEvent<SVGSVGElement>) {
    if (event.button !== 0) return;
    dragging.current = true;
    if (event.pointerType === "mouse") event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    layer.current?.querySelector<SVGGElement>("[role=slider]")?.focus({ preventScroll: true });
    follow(event);
  }

  function press(event: KeyboardEvent) {
    const next = event.key === "Home" ? own : moved(weights, event);
    if (!next) return;
    event.preventDefault();
    move(next);
  }

  return (
    <svg
      ref={layer}
      className="mw-triangle__handle"
      viewBox={`0 0 ${width} ${height}`}
      onPointerDown={start}
      onPointerMove={(event) => (dragging.current ? follow(event) : undefined)}
      onPointerUp={() => (dragging.current = false)}
      onPointerCancel={() => (dragging.current = false)}
    >
      <g
        role="slider"
        tabIndex={0}
        aria-label={t("look.handle")}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round((weights[0] ?? 0) * 100)}
        aria-valuetext={words(weights)}
        onKeyDown={press}
      >
        <circle className="mw-triangle__grip" cx={x} cy={y} r="22" />
        <circle className="mw-triangle__focus" cx={x} cy={y} r="14" />
      </g>
    </svg>
  );
}

/** Up and down: more or less of the perspective on top; left and right: from one at the bottom to the other. */
function moved(weights: number[], { key, shiftKey }: KeyboardEvent): number[] | null {
  const step = shiftKey ? 0.1 : 0.02;
  const [top = 0, left = 0, right = 0] = weights;
  if (key === "ArrowUp") return withWeight(weights, 0, Math.min(1, top + step));
  if (key === "ArrowDown") return withWeight(weights, 0, Math.max(0, top - step));
  if (key === "ArrowRight") return [top, left - Math.min(step, left), right + Math.min(step, left)];
  if (key === "ArrowLeft")
    return [top, left + Math.min(step, right), right - Math.min(step, right)];
  return null;
}
