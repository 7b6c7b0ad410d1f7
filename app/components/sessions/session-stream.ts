export type Told = { id: number; area: string; caseId: string | null };

type Listener = {
  sessionId: string;
  /** Up to where the page knows what happened. */
  position: number;
  heard: (event: Told) => void;
  /** Whether the session cannot be heard, for longer than a hiccup. */
  silent: (is: boolean) => void;
};

const firstRetryMs = 15_000;
const longestRetryMs = 600_000;
const lookEveryMs = 5000;
/** The server beats every 15 seconds: longer means that nobody is at the other end. */
const deadAfterMs = 40_000;
const silentAfterMs = 20_000;

/**
 * Hears what happens in a session while the page can be seen: a browser has few connections, and
 * hidden tabs none to spare. After sleep or a lost connection it goes on where it was.
 */
export function listenTo(listener: Listener): () => void {
  const line = makeLine(listener);
  const open = () => (document.hidden ? line.close() : line.open());
  /** Timers stand still while a device sleeps: the first look afterwards finds the silence. */
  const look = () => {
    if (document.hidden) return;
    if (line.isDead()) line.open();
    if (line.failsSince() > silentAfterMs) listener.silent(true);
  };
  const back = ({ persisted }: PageTransitionEvent) => {
    if (persisted) open();
  };

  open();
  const looking = setInterval(look, lookEveryMs);
  document.addEventListener("visibilitychange", open);
  window.addEventListener("online", open);
  window.addEventListener("pageshow", back);
  return () => {
    clearInterval(looking);
    document.removeEventListener("visibilitychange", open);
    window.removeEventListener("online", open);
    window.removeEventListener("pageshow", back);
    line.close();
  };
}

/** One connection at a time, made again when the browser gives up. */
function makeLine({ sessionId, position, heard, silent }: Listener) {
  let last = position;
  let wait = firstRetryMs;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastSign = Date.now();
  let failing: number | null = null;

  const close = () => {
    clearTimeout(timer);
    source?.close();
  };
  function sign() {
    lastSign = Date.now();
    failing = null;
    wait = firstRetryMs;
    silent(false);
  }
  function open() {
    close();
    lastSign = Date.now();
    const opened = new EventSource(`/zittingen/${sessionId}/gebeurtenissen?na=${last}`);
    source = opened;
    opened.addEventListener("beat", sign);
    opened.onopen = sign;
    opened.onmessage = ({ lastEventId, data }: MessageEvent<string>) => {
      last = Number(lastEventId);
      heard({ ...(JSON.parse(data) as Omit<Told, "id">), id: last });
    };
    opened.onerror = () => failed(opened);
  }
  /** Connections that fall away the browser makes again itself; refused ones it does not. */
  function failed(opened: EventSource) {
    failing ??= Date.now();
    if (opened.readyState !== EventSource.CLOSED) return;
    timer = setTimeout(open, wait);
    wait = Math.min(wait * 2, longestRetryMs);
  }
  const isDead = () => failing === null && Date.now() - lastSign > deadAfterMs;
  const failsSince = () => (failing === null ? 0 : Date.now() - failing);
  return { open, close, isDead, failsSince };
}
