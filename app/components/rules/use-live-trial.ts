import { useEffect, useRef, useState } from "react";
import type { Trial } from "#app/schemas/rule-view.ts";

const pauseMs = 300;
/** What a rule asks and gives, by ids and amounts: no words of people go along. */
const tried = /^(scopeId|level|facts\..+|bounds\..+)$/;

type Live = { trial: Trial | null; state: "idle" | "busy" | "lost"; times: number };

/**
 * What the rule on the form inside `place` would have done, as it stands now. After a pause in changing it is asked; the
 * last answer wins. A lost connection leaves what was there: the button asks too.
 */
export function useLiveTrial(given: Trial | null) {
  const place = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState<Live>({ trial: given, state: "idle", times: 0 });
  const [shown, setShown] = useState(given);
  if (given !== shown) {
    setShown(given);
    setLive({ trial: given, state: "idle", times: 0 });
  }
  useEffect(() => {
    const around = place.current;
    if (!around) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking: AbortController | undefined;
    const ask = async () => {
      asking?.abort();
      const own = new AbortController();
      asking = own;
      setLive((before) => ({ ...before, state: "busy" }));
      const answer = await fetchTrial(chosenIn(around), own.signal);
      if (own.signal.aborted) return;
      setLive((before) =>
        answer
          ? { trial: answer.trial, state: "idle", times: before.times + 1 }
          : { ...before, state: "lost" },
      );
    };
    const changed = (event: Event) => {
      if (!tried.test((event.target as HTMLInputElement).name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), pauseMs);
    };
    around.addEventListener("input", changed);
    return () => {
      clearTimeout(timer);
      asking?.abort();
      around.removeEventListener("input", changed);
    };
  }, []);
  return { place, ...live };
}

function chosenIn(place: HTMLElement): URLSearchParams {
  const form = place.querySelector("form");
  const asked = new URLSearchParams();
  for (const [name, value] of form ? new FormData(form) : []) {
    if (tried.test(name) && typeof value === "string" && value !== "") asked.append(name, value);
  }
  return asked;
}

async function fetchTrial(
  asked: URLSearchParams,
  signal: AbortSignal,
): Promise<{ trial: Trial | null } | null> {
  try {
    const response = await fetch("/regels/proef", {
      method: "POST",
      body: asked,
      headers: { Accept: "application/json" },
      signal,
      // A login that has ended answers with the way to the sign-in page.
      redirect: "manual",
    });
    return response.ok ? ((await response.json()) as { trial: Trial | null }) : null;
  } catch {
    return null;
  }
}
