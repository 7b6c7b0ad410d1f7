import { Writable } from "node:stream";
import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "#app/components/nonce.tsx";
import { PageContext } from "#app/components/page-context.tsx";
import { readPreferences } from "#app/i18n/preferences.ts";
import { reportError } from "#app/server/incidents.server.ts";
import "#app/i18n/all-languages.ts";

const renderTimeout = 10_000;

/** Numbers of unexpected errors, so that the page of the same request can show its own. */
const incidents = new WeakMap<Request, string>();

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  incidents.set(request, reportError(error, request, context));
};

/**
 * Renders a page. It is sent once it is whole: no page defers data, and an error while rendering can then still
 * become an error page with its own status.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const preferences = readPreferences(
    request.headers.get("Cookie"),
    request.headers.get("Accept-Language"),
  );
  const page = { ...preferences, incident: incidents.get(request) };
  return new Promise((resolve, reject) => {
    let failure: unknown;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <PageContext.Provider value={page}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </PageContext.Provider>
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady: send,
        onShellError: reject,
        onError: (error) => void (failure ??= error),
      },
    );
    const timeout = setTimeout(abort, renderTimeout);

    function send() {
      clearTimeout(timeout);
      if (failure !== undefined) {
        reject(failure instanceof Error ? failure : new Error("Rendering failed"));
        return;
      }
      // In one piece: a write per two kilobytes, as React gives them, took a third of the time of a page.
      const pieces: Uint8Array[] = [];
      const body = new Writable({
        write(piece: Uint8Array, _encoding, done) {
          pieces.push(piece);
          done();
        },
        final(done) {
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(Buffer.concat(pieces), { status, headers }));
          done();
        },
      });
      pipe(body);
    }
  });
}
