import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stopDatabase } from "#db";
import { watchHealth, type Health } from "../../app/server/health.server.ts";
import { serveMetrics, type Metrics, type Observation } from "../../app/server/metrics.server.ts";
import { parseSettings } from "../../app/server/settings.server.ts";
import { freshDatabase } from "../support/database.ts";
import { freePort } from "../support/free-port.ts";

let metrics: Metrics;
let health: Health;
let address: string;
const streams = { count: () => 7 };

beforeEach(async () => {
  const url = await freshDatabase();
  health = watchHealth(parseSettings({ DATABASE_URL: url }));
  const port = await freePort();
  metrics = await serveMetrics({ host: "127.0.0.1", port }, { health, streams });
  address = `http://127.0.0.1:${port}`;
});

afterEach(async () => {
  await metrics.stop();
  await stopDatabase();
});

const seen = (more: Partial<Observation>): Observation => ({
  method: "GET",
  route: "/casussen/:caseId",
  status: 200,
  aborted: false,
  seconds: 0.02,
  ...more,
});

async function text(): Promise<string> {
  return (await fetch(`${address}/metrics`)).text();
}

describe("the metrics", () => {
  it("count and time requests by method, route and kind of answer", async () => {
    metrics.observe(seen({}));
    metrics.observe(seen({ seconds: 3 }));
    metrics.observe(seen({ status: 404, method: "BREW" }));
    metrics.observe(seen({ aborted: true }));
    const shown = await text();
    const count = (labels: string) =>
      shown.match(new RegExp(`requests_total{${labels}} (.+)`))?.[1];
    expect(count('method="GET",route="/casussen/:caseId",status="2xx"')).toBe("2");
    expect(count('method="other",route="/casussen/:caseId",status="4xx"')).toBe("1");
    expect(count('method="GET",route="/casussen/:caseId",status="aborted"')).toBe("1");
    expect(shown).toMatch(/duration_seconds_bucket{le="0.025",.*status="2xx"} 1\n/);
  });

  it("tell how the process and its database are doing", async () => {
    const shown = await text();
    expect(shown).toMatch(/^maatwerkplaats_ready 1$/m);
    expect(shown).toMatch(/^maatwerkplaats_write_queue_length 0$/m);
    expect(shown).toMatch(/^maatwerkplaats_event_streams 7$/m);
    expect(shown).toMatch(/^maatwerkplaats_database_bytes [1-9]\d*$/m);
    expect(shown).toMatch(/^process_resident_memory_bytes [1-9]\d*$/m);
    expect(shown).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  });

  it("count mail that was sent or given up, and what waits", async () => {
    metrics.mailed("sent");
    metrics.mailed("sent");
    metrics.mailed("failed");
    const shown = await text();
    expect(shown).toMatch(/^maatwerkplaats_mails_total{outcome="sent"} 2$/m);
    expect(shown).toMatch(/^maatwerkplaats_mails_total{outcome="failed"} 1$/m);
    expect(shown).toMatch(/^maatwerkplaats_mails_waiting 0$/m);
  });

  it("say when the process is not ready, and keep answering", async () => {
    await stopDatabase();
    const shown = await text();
    expect(shown).toMatch(/^maatwerkplaats_ready 0$/m);
    expect(shown).toMatch(/^maatwerkplaats_database_bytes Nan$/im);
  });

  it("are at one address only", async () => {
    expect((await fetch(`${address}/`)).status).toBe(404);
  });
});
