import { useActionData, useLocation, useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { endQuietReload, reloadQuietly } from "../revalidate.ts";

const pauseMs = 200;
const firstRetryMs = 15_000;
const longestRetryMs = 600_000;

/**
 * Loads the page anew when something in the session changed since: once nothing else is under way,
 * and never over what was typed. `position` is the last event that the page shows already.
 */
export function useSessionEvents(sessionId: string, position: number): void {
  const { key } = useLocation();
  const { state } = useNavigation();
  const { revalidate, state: reloading } = useRevalidator();
  // A form that came back keeps what was typed, and the version that it was compared with.
  const refused = useActionData() !== undefined;
  const [heard, setHeard] = useState(position);
  const asked = useRef(position);
  const typed = useTyped(key);

  useEffect(() => {
    asked.current = position;
    setHeard(position);
    return listen(sessionId, position, setHeard);
    // Not again for a later position: a stream goes on from the page it began with
  }, [sessionId]);

  useEffect(() => {
    if (reloading === "idle") endQuietReload();
  }, [reloading]);
  useEffect(() => endQuietReload, []);

  useEffect(() => {
    if (heard <= Math.max(position, asked.current)) return;
    if (refused || state !== "idle" || reloading !== "idle") return;
    const timer = setTimeout(() => {
      if (typed.current) return;
      asked.current = heard;
      reloadQuietly(revalidate);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [heard, position, refused, state, reloading, revalidate, typed, key]);
}

/** Whether anything was typed or chosen in a form since the page was opened. */
function useTyped(page: string) {
  const typed = useRef(false);
  useEffect(() => {
    typed.current = false;
    const note = ({ target }: Event) => {
      if (target instanceof Element && target.closest("form")) typed.current = true;
    };
    document.addEventListener("input", note);
    return () => document.removeEventListener("input", note);
  }, [page]);
  return typed;
}

/** Only while the page can be seen: a browser has few connections, and hidden tabs none to spare. */
function listen(sessionId: string, position: number, heard: (id: number) => void) {
  let last = position;
  let wait = firstRetryMs;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function close() {
    clearTimeout(timer);
    source?.close();
  }
  function open() {
    close();
    if (document.hidden) return;
    source = new EventSource(`/zittingen/${sessionId}/gebeurtenissen?na=${last}`);
    source.onopen = () => (wait = firstRetryMs);
    source.onmessage = ({ lastEventId }) => heard((last = Number(lastEventId)));
    // Connections that fall away the browser makes again itself; refused ones it does not.
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, longestRetryMs);
    };
  }
  open();
  document.addEventListener("visibilitychange", open);
  return () => {
    document.removeEventListener("visibilitychange", open);
    close();
  };
}
