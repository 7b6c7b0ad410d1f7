import { useLocation } from "@remix-run/react";
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from "react";

export type SaveStateValue =
  | { kind: "idle" | "waiting" | "saving" | "retrying" }
  | { kind: "saved"; reasonMissing: boolean }
  | { kind: "refused"; code: string };

const typingPauseMs = 700;
const firstRetryMs = 1000;
const longestRetryMs = 30_000;

/** The round is that of the page: an answer that arrives in another one is refused. */
type AutosavedCell = { key: string; optionId: string; round: number | undefined };

/**
 * Keeps one cell on every change: the choice at once, the reason after a pause in typing. One
 * request at a time, so that an older text never lands on a newer one; a lost connection is tried
 * again until it works. What was typed stays in the page whatever happens.
 */
export function useAutosave({ key, optionId, round }: AutosavedCell) {
  const { pathname } = useLocation();
  const address = pathname.replace(/\/beoordelen\/?$/, "/oordeel");
  const [state, setState] = useState<SaveStateValue>({ kind: "idle" });
  const saver = useRef<Saver | null>(null);

  useEffect(() => {
    const made = makeSaver(address, setState);
    saver.current = made;
    window.addEventListener("online", made.flush);
    window.addEventListener("beforeunload", made.warn);
    return () => {
      window.removeEventListener("online", made.flush);
      window.removeEventListener("beforeunload", made.warn);
      made.leave();
    };
  }, [address]);

  function onChange(event: FormEvent<HTMLElement>) {
    const values = valuesIn(event.currentTarget);
    if (!values) return;
    const typing = event.target instanceof HTMLTextAreaElement;
    const cell = { key, optionId, ...values, ...(round ? { round: String(round) } : {}) };
    saver.current?.save(cell, typing ? typingPauseMs : 0);
  }
  return { state, onChange, onKeyDown: chooseByKey };
}

/** What stands in the cell; nothing while no choice was made, as a reason alone is no judgement. */
function valuesIn(cell: HTMLElement) {
  const chosen = cell.querySelector<HTMLInputElement>("input[type=radio]:checked");
  const reason = cell.querySelector("textarea")?.value ?? "";
  return chosen ? { choice: chosen.value, reason } : null;
}

/** Keys 1 to 5 choose for the option that has the focus; the arrows are the browser's own. */
function chooseByKey(event: KeyboardEvent<HTMLElement>) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target instanceof HTMLTextAreaElement || !/^[1-5]$/.test(event.key)) return;
  const point = event.currentTarget.querySelector<HTMLInputElement>(
    `input[type=radio][value="${event.key}"]`,
  );
  if (!point) return;
  event.preventDefault();
  point.focus();
  point.click();
}

type Values = Record<"key" | "optionId" | "choice" | "reason", string> & { round?: string };
type Saver = ReturnType<typeof makeSaver>;

function makeSaver(address: string, show: (state: SaveStateValue) => void) {
  let waiting: Values | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let failures = 0;

  function save(values: Values, after: number) {
    waiting = values;
    show({ kind: "waiting" });
    later(after);
  }

  function later(after: number) {
    clearTimeout(timer);
    timer = setTimeout(flush, after);
  }

  function flush() {
    clearTimeout(timer);
    if (!busy && waiting) void send(waiting);
  }

  async function send(values: Values) {
    busy = true;
    waiting = null;
    show({ kind: failures > 0 ? "retrying" : "saving" });
    const answer = await post(address, values);
    busy = false;
    failures = answer.kind === "retrying" ? failures + 1 : 0;
    if (answer.kind === "retrying") waiting ??= values;
    else if (waiting) return flush();
    show(answer);
    if (failures > 0) later(Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1)));
  }

  /** To the next question while something still waits: sent along, also when the page goes. */
  function leave() {
    clearTimeout(timer);
    if (waiting) void post(address, waiting);
    waiting = null;
  }

  function warn(event: BeforeUnloadEvent) {
    if (waiting || busy) event.preventDefault();
  }
  return { save, flush, leave, warn };
}

async function post(address: string, values: Values): Promise<SaveStateValue> {
  try {
    const response = await fetch(address, {
      method: "POST",
      body: new URLSearchParams(values),
      headers: { Accept: "application/json" },
      keepalive: true,
      // A login that has ended answers with the way to the sign-in page.
      redirect: "manual",
    });
    if (response.type === "opaqueredirect") return { kind: "refused", code: "login_expired" };
    if (response.status >= 500 || response.status === 429) return { kind: "retrying" };
    const answer = (await response.json()) as Answer;
    if (answer.saved) return { kind: "saved", reasonMissing: answer.reasonMissing === true };
    return { kind: "refused", code: answer.code ?? "invalid" };
  } catch {
    return { kind: "retrying" };
  }
}

type Answer = { saved: boolean; reasonMissing?: boolean; code?: string };
