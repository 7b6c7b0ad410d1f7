import { useEffect, useRef, useState } from "react";
import type { EqualTreatmentView } from "#app/schemas/equal-treatment-view.ts";

/** Compared again when people stop choosing, not at every tick. */
const pauseMs = 300;
const compared = /^(option|choices\..+|reasonPro|reasonCon|precedents|differences|warned)$/;

/**
 * The comparison with earlier decisions for what stands in the form around `place` now. A lost connection leaves what
 * was there: the button compares too. `times` counts how often it was brought up to date.
 */
export function useLiveTreatment(caseId: string, given: EqualTreatmentView) {
  const place = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState({ view: given, times: 0 });
  const [shown, setShown] = useState(given);
  if (given !== shown) {
    setShown(given);
    setLive({ view: given, times: 0 });
  }
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking: AbortController | undefined;
    const compare = async () => {
      asking?.abort();
      asking = new AbortController();
      const view = await compareForm(caseId, form, asking.signal);
      if (view) setLive(({ times }) => ({ view, times: times + 1 }));
    };
    const changed = (event: Event) => {
      if (!compared.test((event.target as HTMLInputElement).name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void compare(), pauseMs);
    };
    form.addEventListener("change", changed);
    return () => {
      clearTimeout(timer);
      asking?.abort();
      form.removeEventListener("change", changed);
    };
  }, [caseId]);
  return { place, ...live };
}

async function compareForm(
  caseId: string,
  form: HTMLFormElement,
  signal: AbortSignal,
): Promise<EqualTreatmentView | null> {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (compared.test(name) && typeof value === "string") asked.append(name, value);
  }
  try {
    const answer = await fetch(`/casussen/${caseId}/besluit/toets?${asked.toString()}`, {
      signal,
      headers: { Accept: "application/json" },
    });
    return answer.ok ? ((await answer.json()) as EqualTreatmentView | null) : null;
  } catch {
    return null;
  }
}
