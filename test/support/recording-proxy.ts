/** A proxy between browsers and the server that keeps every byte each of them is given. */
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

export type Answered = { cookie: string; path: string; at: number; text: string };

export type RecordingProxy = {
  address: string;
  /** What was answered so far, also of streams that are still open. */
  answered: () => Answered[];
  /** Breaks the connections off of whoever has this login, as a lost network does. */
  cut: (cookie: string) => void;
  stop: () => Promise<void>;
};

/** Asks `target()` for every request: the server may start after the proxy, which it is told of. */
export async function startRecordingProxy(target: () => string): Promise<RecordingProxy> {
  const answers: { cookie: string; path: string; at: number; chunks: Buffer[] }[] = [];
  const sockets = new Map<Socket, string>();

  function pass(asked: IncomingMessage, response: ServerResponse): void {
    const cookie = /(?:^|; )((?:__Host-)?login=[^;]+)/.exec(asked.headers.cookie ?? "")?.[1] ?? "";
    sockets.set(asked.socket, cookie);
    const headers = { ...asked.headers };
    // What is compressed could not be searched.
    delete headers["accept-encoding"];
    const url = new URL(asked.url ?? "/", target());
    const sent = request(url, { method: asked.method, headers }, (answer) => {
      const record = { cookie, path: url.pathname + url.search, at: performance.now() };
      const chunks: Buffer[] = [Buffer.from(answer.rawHeaders.join("\n"))];
      if (!url.pathname.startsWith("/assets/")) answers.push({ ...record, chunks });
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on("data", (chunk: Buffer) => void chunks.push(chunk));
      answer.pipe(response);
      answer.on("error", () => response.destroy());
    });
    sent.on("error", () => response.destroy());
    response.on("close", () => sent.destroy());
    asked.pipe(sent);
  }

  const server = createServer(pass);
  server.on("connection", (socket) => {
    sockets.set(socket, "");
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    answered: () =>
      answers.map(({ chunks, ...answer }) => ({
        ...answer,
        text: Buffer.concat(chunks).toString("utf8"),
      })),
    cut: (cookie) => {
      for (const [socket, owner] of sockets) if (owner === cookie) socket.destroy();
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
