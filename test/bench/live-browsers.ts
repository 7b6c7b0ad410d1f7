/** Browsers as far as a live session sees them: an event stream each, and pages loaded anew. */
import { Agent, request as send, type ClientRequest, type IncomingMessage } from "node:http";

export type BrowserPlace = { url: string; cookie: string; stream: string };

export type LiveBrowser = {
  /** When the next event after this moment arrives. */
  nextEvent: () => Promise<number>;
  load: (path: string) => Promise<void>;
  close: () => void;
};

/** Opens the event stream and gives the browser once the server began to answer. */
export async function openBrowser({ url, cookie, stream }: BrowserPlace): Promise<LiveBrowser> {
  // A browser has six connections to a server, of which the stream takes one.
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const headers = { Cookie: cookie, "Accept-Language": "nl", "Accept-Encoding": "gzip" };
  const listening = await answered(
    send(url + stream, { agent, headers: { ...headers, Accept: "text/event-stream" } }),
  );
  if (listening.statusCode !== 200) throw new Error(`Stream answered ${listening.statusCode}`);
  let tell: ((at: number) => void) | undefined;
  let unread = "";
  listening.setEncoding("utf8").on("data", (text: string) => {
    unread += text;
    const end = unread.lastIndexOf("\n\n");
    if (end < 0) return;
    const complete = unread.slice(0, end);
    unread = unread.slice(end + 2);
    // A heartbeat has no id.
    if (/^id:/m.test(complete)) tell?.(performance.now());
  });
  listening.on("error", () => undefined);
  return {
    nextEvent: () => new Promise((resolve) => (tell = resolve)),
    load: async (path) => {
      const response = await answered(send(url + path, { agent, headers }));
      if (response.statusCode !== 200) throw new Error(`${path}: ${response.statusCode}`);
      for await (const chunk of response) void chunk;
    },
    close: () => {
      listening.destroy();
      agent.destroy();
    },
  };
}

/** Posts a form as the facilitator does. */
export async function postForm(
  place: BrowserPlace,
  path: string,
  fields: Record<string, string>,
): Promise<void> {
  const sent = send(place.url + path, {
    method: "POST",
    headers: {
      Cookie: place.cookie,
      Origin: place.url,
      "Content-Type": "application/x-www-form-urlencoded",
    },
  });
  const response = await answered(sent, new URLSearchParams(fields).toString());
  response.resume();
  if ((response.statusCode ?? 500) >= 400) throw new Error(`${path}: ${response.statusCode}`);
}

function answered(sent: ClientRequest, body = ""): Promise<IncomingMessage> {
  sent.end(body);
  return new Promise((resolve, reject) => {
    sent.once("response", resolve);
    sent.once("error", reject);
  });
}
