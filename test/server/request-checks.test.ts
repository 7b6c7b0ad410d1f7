import { describe, expect, it } from "vitest";
import { localPath } from "../../app/server/http.server.ts";
import { bodyLimit, refusedStatus } from "../../app/server/request-checks.server.ts";

const origin = "https://maatwerk.example.nl";

function statusOf(method: string, headers: Record<string, string>, url = "/") {
  return refusedStatus({ method, headers, url }, origin);
}

it("an address with a character that no text holds leads nowhere", () => {
  expect(statusOf("GET", {}, "/casussen/%00")).toBe(404);
  expect(statusOf("GET", {}, "/casussen?zoek=a%00b")).toBe(404);
  expect(statusOf("GET", {}, "/casussen?zoek=100%25")).toBeNull();
});

describe("a request that changes something", () => {
  it.each([
    [{ "sec-fetch-site": "same-origin" }, null],
    [{ origin }, null],
    [{ "sec-fetch-site": "cross-site", origin }, 403],
    [{ "sec-fetch-site": "same-site", origin }, 403],
    [{ "sec-fetch-site": "none" }, 403],
    [{ origin: "https://elsewhere.example" }, 403],
    [{ origin: "null" }, 403],
    [{}, 403],
  ])("with headers %j gives %s", (headers, status) => {
    expect(statusOf("POST", headers as Record<string, string>)).toBe(status);
  });

  it("may be as large as the limit and not larger", () => {
    const headers = { "sec-fetch-site": "same-origin" };
    expect(statusOf("POST", { ...headers, "content-length": String(bodyLimit) })).toBeNull();
    expect(statusOf("POST", { ...headers, "content-length": String(bodyLimit + 1) })).toBe(413);
  });

  it("must say how long it is", () => {
    const headers = { "sec-fetch-site": "same-origin", "transfer-encoding": "chunked" };
    expect(statusOf("POST", headers)).toBe(411);
  });
});

describe("other methods", () => {
  it.each(["GET", "HEAD"])("%s may come from anywhere", (method) => {
    expect(statusOf(method, { "sec-fetch-site": "cross-site" })).toBeNull();
  });

  it.each(["PUT", "PATCH", "DELETE", "TRACE"])("%s does not exist here", (method) => {
    expect(statusOf(method, { "sec-fetch-site": "same-origin" })).toBe(405);
  });
});

describe("a path to go back to", () => {
  it.each(["/casussen", "/casussen?status=intake", "/zittingen/1#a"])("may be %s", (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "https:evil.example",
    "%2f%2fevil.example",
    "/%2f%2fevil.example",
    "javascript:alert(1)",
    "",
    null,
  ])("is the start page instead of %s", (path) => {
    expect(localPath(path)).toBe("/");
  });
});
