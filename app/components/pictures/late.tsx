import { lazy, Suspense, type ComponentProps } from "react";
import { lateCode } from "../late-code.ts";
import { CircleLegend as LegendNow } from "./circle-legend.tsx";
import { CostBars as BarsNow } from "./cost-bars.tsx";
import { PerspectiveCircle as CircleNow } from "./perspective-circle.tsx";
import { Robustness as RobustnessNow } from "./robustness.tsx";

// A picture can be looked at as the server drew it. So a browser fetches the code to draw it after the page itself: it
// stays as it is until then. `SSR` is known when building, and the imports above are in the server's build only.
const LateCircle = import.meta.env.SSR
  ? CircleNow
  : lazy(async () => {
      const { PerspectiveCircle } = await lateCode(() => import("./perspective-circle.tsx"));
      return { default: PerspectiveCircle };
    });
const LateLegend = import.meta.env.SSR
  ? LegendNow
  : lazy(async () => {
      const { CircleLegend } = await lateCode(() => import("./circle-legend.tsx"));
      return { default: CircleLegend };
    });
const LateRobustness = import.meta.env.SSR
  ? RobustnessNow
  : lazy(async () => {
      const { Robustness } = await lateCode(() => import("./robustness.tsx"));
      return { default: Robustness };
    });
const LateBars = import.meta.env.SSR
  ? BarsNow
  : lazy(async () => {
      const { CostBars } = await lateCode(() => import("./cost-bars.tsx"));
      return { default: CostBars };
    });

export function PerspectiveCircle(props: ComponentProps<typeof CircleNow>) {
  return (
    <Suspense>
      <LateCircle {...props} />
    </Suspense>
  );
}

export function CircleLegend() {
  return (
    <Suspense>
      <LateLegend />
    </Suspense>
  );
}

export function Robustness(props: ComponentProps<typeof RobustnessNow>) {
  return (
    <Suspense>
      <LateRobustness {...props} />
    </Suspense>
  );
}

export function CostBars(props: ComponentProps<typeof BarsNow>) {
  return (
    <Suspense>
      <LateBars {...props} />
    </Suspense>
  );
}
