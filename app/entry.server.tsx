import { PassThrough } from "node:stream";
import {
  createReadableStreamFromReadable,
  type AppLoadContext,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "#app/components/nonce.tsx";
import { PageContext } from "#app/components/page-context.tsx";
import { readPreferences } from "#app/i18n/preferences.ts";
import { reportError } from "#app/server/incidents.server.ts";
import "#app/i18n/all-languages.ts";

export const streamTimeout = 10_000;

/** Numbers of unexpected errors, so that the page of the same request can show its own. */
const incidents = new WeakMap<Request, string>();

export const handleError: HandleErrorFunction = (error, { request }) => {
  if (request.signal.aborted) return;
  incidents.set(request, reportError(error, request));
};

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const whole = isbot(request.headers.get("User-Agent") ?? "");
  const { nonce } = loadContext;
  const preferences = readPreferences(
    request.headers.get("Cookie"),
    request.headers.get("Accept-Language"),
  );
  const page = { ...preferences, incident: incidents.get(request) };
  return new Promise((resolve, reject) => {
    let statusNow = status;
    let isSent = false;
    function send() {
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      isSent = true;
      resolve(new Response(createReadableStreamFromReadable(body), { status: statusNow, headers }));
      pipe(body);
    }
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <PageContext.Provider value={page}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </PageContext.Provider>
      </NonceContext.Provider>,
      {
        nonce,
        [whole ? "onAllReady" : "onShellReady"]: send,
        onShellError: (error: unknown) =>
          reject(error instanceof Error ? error : new Error("render")),
        onError(error: unknown) {
          statusNow = 500;
          // Errors of the shell are rejected above and reported once by Remix.
          if (isSent && !request.signal.aborted) reportError(error, request);
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}
