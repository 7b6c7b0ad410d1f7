/** The open event streams of this process: each tells one person that a session changed. */
import type { Request as HttpRequest, RequestHandler, Response as HttpResponse } from "express";
import { db, storageTrouble, type Notice } from "#db";
import { isDomainError } from "#app/domain/domain-error.ts";
import { requireRight, type Access } from "./access.server.ts";
import { statusOfError } from "./error-codes.server.ts";
import { log } from "./log.server.ts";
import { getSession } from "./session-access.server.ts";
import {
  isStreamed,
  isToldTo,
  listEventsAfter,
  sessionPosition,
  type SessionEvent,
} from "./session-events.server.ts";
import { casesSeenBy, stillReading } from "./session-readers.server.ts";

const heartbeatMs = 15_000;
/** Named, so that the page hears it: silence means that the connection is dead. */
const heartbeat = "event: beat\ndata: 1\n\n";
const retryMs = 3000;
/** A browser has six connections to a server, and its pages need some. */
const mostPerPerson = 6;
const mostBytesWaiting = 64 * 1024;

export type EventStreams = {
  /** Answers `/zittingen/:sessionId/gebeurtenissen`. */
  serve: RequestHandler;
  /** How many are open. */
  count: () => number;
  /** Ends every stream; browsers go on with another process, or with this one once it is back. */
  stop: () => void;
};

type Stream = {
  access: Access<"session.read">;
  /** Up to where this browser knows what happened. */
  position: number;
  response: HttpResponse;
};

/** The streams of one session: they are told together. */
type Crowd = {
  sessionId: string;
  streams: Set<Stream>;
  /** Those that there may be news for. */
  waiting: Set<Stream>;
  busy: boolean;
};

/** To be called when the database is open. */
export function eventStreams(): EventStreams {
  const crowds = new Map<string, Crowd>();
  let stopped = false;
  const all = () => [...crowds.values()].flatMap(({ streams }) => [...streams]);
  const unlisten = db.listen((notices) => wake(crowds, sessionsIn(notices)));
  const endBeat = keepBeating(all, () => wake(crowds, null));

  async function open(request: HttpRequest, response: HttpResponse): Promise<void> {
    const { sessionId, ...wanted } = await wantedBy(request);
    if (stopped) return void response.sendStatus(503);
    const { id } = wanted.access.person;
    const own = all().filter(({ access }) => access.person.id === id);
    if (own.length >= mostPerPerson) return void response.sendStatus(429);
    if (response.destroyed) return;
    const crowd = crowdOf(crowds, sessionId);
    const stream = { ...wanted, response };
    crowd.streams.add(stream);
    crowd.waiting.add(stream);
    response.once("close", () => leave(crowds, crowd, stream));
    begin(response);
    await tellAll(crowd);
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
    endBeat();
    for (const { response } of all()) response.end();
  };
  return { serve, count: () => all().length, stop };
}

/** A sign of life on every stream; then ends what may not go on, and finds what no notice told of. */
function keepBeating(streams: () => Stream[], look: () => void): () => void {
  const beat = setInterval(() => {
    for (const { response } of streams()) send(response, heartbeat);
    look();
  }, heartbeatMs);
  beat.unref();
  return () => clearInterval(beat);
}

function crowdOf(crowds: Map<string, Crowd>, sessionId: string): Crowd {
  const known = crowds.get(sessionId);
  if (known) return known;
  const made: Crowd = { sessionId, streams: new Set(), waiting: new Set(), busy: false };
  crowds.set(sessionId, made);
  return made;
}

function leave(crowds: Map<string, Crowd>, crowd: Crowd, stream: Stream): void {
  crowd.streams.delete(stream);
  crowd.waiting.delete(stream);
  if (crowd.streams.size === 0) crowds.delete(crowd.sessionId);
}

function wake(crowds: Map<string, Crowd>, sessionIds: Set<string | null> | null): void {
  for (const crowd of crowds.values()) {
    if (sessionIds !== null && !sessionIds.has(crowd.sessionId)) continue;
    for (const stream of crowd.streams) crowd.waiting.add(stream);
    void tellAll(crowd);
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

/** Tells what happened since, to who may still know it; one round at a time per session. */
async function tellAll(crowd: Crowd): Promise<void> {
  if (crowd.busy) return;
  crowd.busy = true;
  try {
    while (crowd.waiting.size > 0) await tellNews(crowd);
  } catch (error) {
    // A storage that is away for a while: the next heartbeat tries again.
    log().warn({ err: error }, "the event streams of a session could not be read");
  } finally {
    crowd.busy = false;
  }
}

/** The same few queries for one browser or a hundred; what each may know is looked up every time. */
async function tellNews(crowd: Crowd): Promise<void> {
  const { sessionId, waiting } = crowd;
  const streams = [...waiting];
  waiting.clear();
  const lowest = Math.min(...streams.map(({ position }) => position));
  const { events, more } = await listEventsAfter({ sessionId, position: lowest });
  const readers = await stillReading(
    sessionId,
    streams.map(({ access }) => access),
  );
  const caseIds = [...new Set(events.flatMap(({ caseId }) => caseId ?? []))];
  const seen = await casesSeenBy([...readers.values()], caseIds);
  for (const stream of streams) {
    const access = readers.get(stream.access.login.idHash);
    const cases = seen.get(stream.access.login.idHash);
    if (access) tell({ ...stream, access }, { events, sees: (id) => cases?.has(id) ?? false });
    else stream.response.end();
    stream.position = Math.max(stream.position, lowest + events.length);
    if (access && more) waiting.add(stream);
  }
}

type News = { events: SessionEvent[]; sees: (caseId: string) => boolean };

function tell({ access, position, response }: Stream, { events, sees }: News): void {
  const text = events
    .filter((event) => event.id > position && isToldTo(event, access, sees))
    .map(asText)
    .join("");
  if (text !== "") send(response, text);
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
