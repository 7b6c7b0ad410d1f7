import { useActionData, useLocation, useNavigation, useRevalidator } from "@remix-run/react";
import { startTransition, useEffect, useRef, useState, type MutableRefObject } from "react";
import { endQuietReload, reloadQuietly } from "../revalidate.ts";
import { listenTo, type Told } from "./session-stream.ts";
import { useTyped } from "./use-typed.ts";

type Follow = {
  /** What happens to other cases of the session is no news on this page. */
  caseId?: string;
  /** Nor are these areas. */
  ignore?: readonly string[];
};

export type Following = {
  /** There is news that is not shown, because it would take away what was typed. */
  waiting: boolean;
  /** The page does not hear of news by itself. */
  silent: boolean;
};

/** Everyone hears at once; not everyone asks at once. Who is how far can wait a little longer. */
const pauses = { presence: { least: 300, spread: 900 }, other: { least: 50, spread: 300 } };
const lookAgainMs = 1000;

/**
 * Loads the page anew when something in the session changed since: once nothing else is under way,
 * and never over what was typed. `position` is the last event that the page shows already.
 */
export function useSessionEvents(
  sessionId: string,
  position: number,
  follow: Follow = {},
): Following {
  const { heard, silent, due } = useHeard({ sessionId, position, follow });
  const waiting = useReload({ heard, position, due });
  return { waiting, silent };
}

type Due = MutableRefObject<number>;

/**
 * The last event that is news here, and when the page may be loaded for it. What is heard waits, as a transition, for
 * parts of the page whose code is still on its way: drawn anew before that, they would go blank.
 */
function useHeard(page: { sessionId: string; position: number; follow: Follow }) {
  const { sessionId, position, follow } = page;
  const [heard, setHeard] = useState(position);
  const [silent, setSilent] = useState(false);
  const due = useRef(Infinity);
  useEffect(() => {
    setHeard(position);
    due.current = Infinity;
    const hear = (event: Told) => {
      if (!concerns(event, follow)) return;
      const { least, spread } = event.area === "presence" ? pauses.presence : pauses.other;
      due.current = Math.min(due.current, Date.now() + least + Math.random() * spread);
      startTransition(() => setHeard(event.id));
    };
    const silence = (is: boolean) => startTransition(() => setSilent(is));
    return listenTo({ sessionId, position, silent: silence, heard: hear });
    // Not again for a later position: a stream goes on from the page it began with
  }, [sessionId, follow.caseId]);
  return { heard, silent, due };
}

function concerns({ area, caseId }: Told, follow: Follow): boolean {
  if (follow.ignore?.includes(area)) return false;
  return caseId === null || follow.caseId === undefined || caseId === follow.caseId;
}

/** Gives whether the reload has to wait for what was typed. */
function useReload({ heard, position, due }: { heard: number; position: number; due: Due }) {
  const { key } = useLocation();
  const { state } = useNavigation();
  const { revalidate, state: reloading } = useRevalidator();
  // A form that came back keeps what was typed, and the version that it was compared with.
  const refused = useActionData() !== undefined;
  const [held, setHeld] = useState(false);
  const asked = useRef(position);
  const isTyped = useTyped(key);

  useEffect(() => {
    if (reloading === "idle") endQuietReload();
  }, [reloading]);
  useEffect(() => endQuietReload, []);

  useEffect(() => {
    if (heard <= Math.max(position, asked.current)) return startTransition(() => setHeld(false));
    if (state !== "idle" || reloading !== "idle") return;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const hold = refused || isTyped();
      startTransition(() => setHeld(hold));
      if (hold) return void (timer = setTimeout(look, lookAgainMs));
      asked.current = heard;
      due.current = Infinity;
      reloadQuietly(revalidate);
    };
    timer = setTimeout(look, Math.max(0, due.current - Date.now()));
    return () => clearTimeout(timer);
  }, [heard, position, refused, state, reloading, revalidate, isTyped, due]);
  return held;
}
