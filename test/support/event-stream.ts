import type { Visitor } from "./visitor.ts";

type Told = { id: string; area: string; caseId: string | null; at: number };

export type EventStream = {
  status: number;
  headers: Headers;
  /** Every byte so far, but for heartbeats, which come by the clock. */
  text: () => string;
  heartbeats: () => number;
  events: () => Told[];
  /** Waits until so many events came. */
  until: (count: number) => Promise<Told[]>;
  ended: Promise<void>;
  close: () => void;
};

const patienceMs = 10_000;
const heartbeat = "event: beat\ndata: 1\n\n";

/** The event stream of a session as the browser of this visitor gets it. */
export async function openStream(
  visitor: Visitor,
  sessionId: string,
  { after, query = "" }: { after?: number | string; query?: string } = {},
): Promise<EventStream> {
  const path = `/zittingen/${sessionId}/gebeurtenissen${query}`;
  const headers: Record<string, string> = { Accept: "text/event-stream" };
  if (after !== undefined) headers["Last-Event-ID"] = String(after);
  const response = await visitor.get(path, headers);
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let received = "";
  const times: number[] = [];
  const events = () =>
    [...received.matchAll(/^id: (.*)\ndata: (.*)\n\n/gm)].map(([, id = "", data = ""], place) => ({
      ...(JSON.parse(data) as { area: string; caseId: string | null }),
      id,
      at: times[place] ?? 0,
    }));
  const read = async () => {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) return;
      received += decoder.decode(value, { stream: true });
      while (times.length < events().length) times.push(performance.now());
    }
  };
  return {
    status: response.status,
    headers: response.headers,
    text: () => received.replaceAll(heartbeat, ""),
    heartbeats: () => received.split(heartbeat).length - 1,
    events,
    until: async (count) => {
      const late = performance.now() + patienceMs;
      while (events().length < count) {
        if (performance.now() > late) throw new Error(`${events().length} events: ${received}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return events();
    },
    ended: read().catch(() => undefined),
    close: () => void reader?.cancel().catch(() => undefined),
  };
}
