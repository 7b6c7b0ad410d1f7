/** The open event streams of this process: each tells one person that a session changed. */
import type { Request as HttpRequest, RequestHandler, Response as HttpResponse } from "express";
import { db, storageTrouble, type Notice } from "#db";
import { isDomainError } from "#app/domain/domain-error.ts";
import { requireRight, stillAllowed, type Access } from "./access.server.ts";
import { statusOfError } from "./error-codes.server.ts";
import { log } from "./log.server.ts";
import { getSession } from "./session-access.server.ts";
import {
  isStreamed,
  listEventsAfter,
  sessionPosition,
  type SessionEvent,
} from "./session-events.server.ts";

const heartbeatMs = 15_000;
const retryMs = 3000;
/** A browser has six connections to a server, and its pages need some. */
const mostPerPerson = 6;
const mostBytesWaiting = 64 * 1024;

export type EventStreams = {
  /** Answers `/zittingen/:sessionId/gebeurtenissen`. */
  serve: RequestHandler;
  /** Ends every stream; browsers go on with another process, or with this one once it is back. */
  stop: () => void;
};

type Stream = {
  access: Access<"session.read">;
  sessionId: string;
  /** Up to where this browser knows what happened. */
  position: number;
  response: HttpResponse;
  busy: boolean;
  /** Something happened while it was busy. */
  again: boolean;
};

/** To be called when the database is open. */
export function eventStreams(): EventStreams {
  const streams = new Set<Stream>();
  let stopped = false;
  const unlisten = db.listen((notices) => wake(streams, sessionsIn(notices)));
  const beat = setInterval(() => {
    for (const { response } of streams) send(response, ":\n\n");
    // Ends what may not go on, and finds what no notice told of.
    wake(streams, null);
  }, heartbeatMs);
  beat.unref();

  async function open(request: HttpRequest, response: HttpResponse): Promise<void> {
    const wanted = await wantedBy(request);
    if (stopped) return void response.sendStatus(503);
    const { id } = wanted.access.person;
    const own = [...streams].filter(({ access }) => access.person.id === id);
    if (own.length >= mostPerPerson) return void response.sendStatus(429);
    if (response.destroyed) return;
    const stream = { ...wanted, response, busy: false, again: false };
    streams.add(stream);
    response.once("close", () => streams.delete(stream));
    begin(response);
    await catchUp(stream);
  }

  const serve: RequestHandler = (request, response, next) => {
    if (request.method !== "GET") return next();
    response.locals.isStream = true;
    open(request, response).catch((thrown: unknown) => {
      const status = statusOfRefusal(thrown);
      if (status === null) next(thrown);
      else response.sendStatus(status);
    });
  };
  const stop = () => {
    stopped = true;
    unlisten();
    clearInterval(beat);
    for (const { response } of streams) response.end();
  };
  return { serve, stop };
}

function wake(streams: Set<Stream>, sessionIds: Set<string | null> | null): void {
  for (const stream of streams) {
    if (sessionIds === null || sessionIds.has(stream.sessionId)) void catchUp(stream);
  }
}

/** Null for all: some notices may have been missed. */
function sessionsIn(notices: Notice[]): Set<string | null> | null {
  if (notices.length === 0) return null;
  const told = notices.filter(({ kind, sessionId }) => sessionId !== null && isStreamed(kind));
  return new Set(told.map(({ sessionId }) => sessionId));
}

/** Who asks, for which session and from where on; throws when that may not be. */
async function wantedBy(request: HttpRequest) {
  const asked = new Request(new URL(request.originalUrl, "http://localhost"), {
    headers: { Cookie: request.get("cookie") ?? "" },
  });
  const access = await requireRight(asked, "session.read");
  const { id: sessionId } = await getSession(access, request.params.sessionId ?? "");
  return { access, sessionId, position: await positionAsked(request, sessionId) };
}

/**
 * Where to begin: after the last event the browser heard, or else after what its page shows. A
 * number that is not of this session begins at the start.
 */
async function positionAsked(request: HttpRequest, sessionId: string) {
  const now = await sessionPosition(sessionId);
  const { na } = request.query;
  const asked = request.get("last-event-id") ?? (typeof na === "string" ? na : "");
  if (!/^\d{1,9}$/.test(asked)) return now;
  return Number(asked) <= now ? Number(asked) : 0;
}

function begin(response: HttpResponse): void {
  response.writeHead(200, {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store, no-transform",
    // A proxy that waits for more would hold back every event.
    "X-Accel-Buffering": "no",
  });
  send(response, `retry: ${retryMs}\n\n`);
}

/** Tells what happened since, to who may still know it; one at a time per stream. */
async function catchUp(stream: Stream): Promise<void> {
  stream.again = stream.busy;
  if (stream.busy) return;
  stream.busy = true;
  try {
    await tellNews(stream);
  } catch (error) {
    // A storage that is away for a while: the next heartbeat tries again.
    log().warn({ err: error }, "an event stream could not be read");
  } finally {
    stream.busy = false;
  }
  if (stream.again) await catchUp(stream);
}

async function tellNews(stream: Stream): Promise<void> {
  const { response } = stream;
  const access = await stillReading(stream);
  if (!access) return void response.end();
  const { events, position } = await listEventsAfter(access, stream);
  for (const event of events) send(response, asText(event));
  stream.position = position;
}

/** The login may have ended, the role or the part in the session may be gone. */
async function stillReading({ access, sessionId }: Stream) {
  const now = await stillAllowed(access, "session.read");
  if (!now) return null;
  try {
    await getSession(now, sessionId);
    return now;
  } catch (thrown) {
    if (statusOfRefusal(thrown) === 404) return null;
    throw thrown;
  }
}

function asText({ id, area, caseId }: SessionEvent): string {
  return `id: ${id}\ndata: ${JSON.stringify({ area, caseId })}\n\n`;
}

function send(response: HttpResponse, text: string): void {
  if (response.writableEnded || response.destroyed) return;
  // Nobody reads at the other end: it may come back and ask for the rest.
  if (response.writableLength > mostBytesWaiting) response.destroy();
  else response.write(text);
}

/** The status for somebody who gets no stream; null for a bug. */
function statusOfRefusal(thrown: unknown): number | null {
  // A redirect to the page to sign in, which means nothing to a stream.
  if (thrown instanceof Response) return 401;
  const trouble = isDomainError(thrown) ? thrown : storageTrouble(thrown);
  if (trouble) return statusOfError(trouble.code);
  const { init } = (thrown ?? {}) as { init?: { status?: number } };
  return init?.status ?? null;
}
