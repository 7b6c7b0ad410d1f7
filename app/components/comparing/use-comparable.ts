import { useEffect, useRef, useState, type FormEvent } from "react";
import type { ComparableNow } from "#app/schemas/comparing-page.ts";

const pauseMs = 300;

export type Following = { comparable: ComparableNow; state: "idle" | "busy" | "lost" };

/**
 * What is comparable with the case as it stands on the form beside it. After a pause in changing it the answers are
 * sent; the last ones win. A lost connection leaves what was there, and asks again when it is back.
 */
export function useComparable(caseId: string, stored: ComparableNow, isTyped: boolean) {
  const [following, setFollowing] = useState<Following>({ comparable: stored, state: "idle" });
  const form = useRef<HTMLDivElement>(null);
  const follower = useRef<Follower | null>(null);

  useEffect(() => {
    const made = makeFollower(`/casussen/${caseId}/vergelijkbaar`, (change) =>
      setFollowing((before) => ({ ...before, ...change })),
    );
    follower.current = made;
    window.addEventListener("online", made.again);
    // What was typed before and given back is not what is stored.
    if (isTyped && form.current) made.follow(answersIn(form.current));
    return () => {
      window.removeEventListener("online", made.again);
      made.stop();
    };
  }, [caseId, isTyped]);

  function onChange(event: FormEvent<HTMLElement>) {
    follower.current?.follow(answersIn(event.currentTarget));
  }
  return { following, form, onChange };
}

/** Answers, amounts and the scope; no words of people. */
function answersIn(place: HTMLElement): string {
  const found = place.querySelector("form");
  const asked = new URLSearchParams();
  for (const [name, value] of found ? new FormData(found).entries() : []) {
    const counts = /^facts\.[^.]+\.(answer|amount)$/.test(name) || name === "scopeId";
    if (counts && typeof value === "string") asked.append(name, value);
  }
  return asked.toString();
}

type Follower = ReturnType<typeof makeFollower>;

function makeFollower(address: string, show: (change: Partial<Following>) => void) {
  let latest: string | null = null;
  let isLost = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;

  function follow(answers: string) {
    if (answers === latest) return;
    latest = answers;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(answers), pauseMs);
  }

  async function ask(answers: string) {
    asking?.abort();
    const own = new AbortController();
    asking = own;
    show({ state: "busy" });
    const comparable = await fetchComparable(address, answers, own.signal);
    if (own.signal.aborted) return;
    isLost = comparable === null;
    show(comparable ? { comparable, state: "idle" } : { state: "lost" });
  }

  function again() {
    if (isLost && latest !== null) void ask(latest);
  }

  function stop() {
    clearTimeout(timer);
    asking?.abort();
  }
  return { follow, again, stop };
}

async function fetchComparable(
  address: string,
  answers: string,
  signal: AbortSignal,
): Promise<ComparableNow | null> {
  try {
    const response = await fetch(address, {
      method: "POST",
      body: new URLSearchParams(answers),
      headers: { Accept: "application/json" },
      signal,
      // A login that has ended answers with the way to the sign-in page.
      redirect: "manual",
    });
    if (!response.ok) return null;
    const answer = (await response.json()) as { comparable?: ComparableNow };
    return answer.comparable ?? null;
  } catch {
    return null;
  }
}
