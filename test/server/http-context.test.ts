import { once } from "node:events";
import { createServer, request as ask, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import express from "express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { afterEach, describe, expect, it } from "vitest";
import { isDomainError } from "../../app/domain/domain-error.ts";
import { expiry } from "../../app/server/http-context.server.ts";
import { bodyTime, longestRequestMs } from "../../app/server/http-requests.server.ts";
import { withIncidents } from "../../app/server/incidents.server.ts";
import { bodyLimit } from "../../app/server/request-checks.server.ts";

const limit = 200;
let server: Server | undefined;

afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

/** A server that reads the body and then does its work; gives 503 when that takes too long. */
async function serveWork(workMs: number): Promise<number> {
  const app = express();
  app.use((request, response) => {
    const expired = expiry(request, response, limit);
    const work = async () => {
      await once(request.resume(), "end");
      await wait(workMs);
    };
    Promise.race([work(), expired]).then(
      () => response.status(200).end(),
      (error: unknown) => response.status(isDomainError(error) ? 503 : 500).end(),
    );
  });
  const listening = createServer(app);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  return (listening.address() as AddressInfo).port;
}

/** Sends a body of so many pieces with a pause after each; gives the status. */
function upload(port: number, pieces: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = ask({ port, method: "POST", headers: { "Content-Length": pieces } });
    sending.once("response", (response) => resolve(response.resume().statusCode ?? 0));
    sending.once("error", reject);
    void (async () => {
      for (let sent = 0; sent < pieces; sent += 1) {
        sending.write("x");
        await wait(limit / 2);
      }
      sending.end();
    })();
  });
}

describe("a request", () => {
  it("that takes too long to handle is broken off", async () => {
    const port = await serveWork(limit * 10);
    const started = performance.now();
    expect((await fetch(`http://127.0.0.1:${port}`)).status).toBe(503);
    expect(performance.now() - started).toBeLessThan(limit * 5);
  });

  it("may take as long as the line is slow to arrive", async () => {
    const port = await serveWork(0);
    expect(await upload(port, 8)).toBe(200);
  });

  it("that arrived slowly is broken off as well when its handling takes too long", async () => {
    const port = await serveWork(limit * 10);
    expect(await upload(port, 6)).toBe(503);
  });

  it("of the largest size gets through on a line of 256 kbit/s, a small one has a minute", () => {
    expect(bodyTime(bodyLimit)).toBeGreaterThan((bodyLimit * 8 * 1000) / 256_000);
    expect(longestRequestMs).toBeGreaterThanOrEqual(bodyTime(bodyLimit));
    expect(bodyTime(1000)).toBeLessThan(61_000);
  });
});

describe("a route that never answers", () => {
  it("gives 503 with a code, and its pattern goes to the metrics", async () => {
    const module = { loader: () => new Promise(() => undefined) };
    const route = { id: "routes/x", path: "casussen/:caseId", module };
    const build = withIncidents({ routes: { "routes/x": route } } as unknown as ServerBuild);
    const loader = build.routes["routes/x"]?.module.loader as (args: unknown) => Promise<unknown>;
    const app = express();
    let context = {} as AppLoadContext;
    app.use((incoming, response) => {
      const expired = expiry(incoming, response, limit);
      context = { nonce: "", clientAddress: "", requestId: "1", expired };
      const request = new Request("http://127.0.0.1/casussen/1");
      loader({ request, context, params: {} }).catch((thrown: unknown) => response.json(thrown));
    });
    const listening = app.listen(0, "127.0.0.1");
    server = listening;
    await new Promise((resolve) => listening.once("listening", resolve));
    const { port } = listening.address() as AddressInfo;
    const thrown: unknown = await (await fetch(`http://127.0.0.1:${port}`)).json();
    expect(thrown).toMatchObject({ data: { code: "request_timeout" }, init: { status: 503 } });
    expect(context.route).toBe("/casussen/:caseId");
  });
});
