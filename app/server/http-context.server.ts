import type { Request, Response } from "express";
import { DomainError } from "#app/domain/domain-error.ts";
import type { TypedValues } from "./typed-values.server.ts";

declare module "@remix-run/server-runtime" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- extends the one of Remix
  interface AppLoadContext {
    nonce: string;
    clientAddress: string;
    requestId: string;
    /** Breaks off when the answer takes too long. */
    expired: Promise<never>;
    /** Pattern of the route that answers, for the metrics. */
    route?: string;
    /** What was typed in a form that could not be handled now. */
    typed?: TypedValues;
    /** Set when the action of this request found what the page lists: the loader need not look. */
    listed?: true;
  }
}

/**
 * Fails with `request_timeout` when a request was not answered in time. While its body is still
 * arriving the time starts anew: an upload over a slow line is not a slow handler.
 */
export function expiry(request: Request, response: Response, limitMs: number): Promise<never> {
  const { socket } = request;
  let timer: NodeJS.Timeout;
  let received = socket.bytesRead;
  const expired = new Promise<never>((_resolve, reject) => {
    const check = () => {
      if (socket.bytesRead === received) reject(new DomainError("request_timeout"));
      else restart();
    };
    const restart = () => {
      clearTimeout(timer);
      received = socket.bytesRead;
      timer = setTimeout(check, limitMs);
    };
    restart();
    request.once("end", restart);
    response.once("close", () => {
      request.off("end", restart);
      clearTimeout(timer);
    });
  });
  // Nobody may be waiting any more.
  expired.catch(() => undefined);
  return expired;
}
