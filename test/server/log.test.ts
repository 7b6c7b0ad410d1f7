import { describe, expect, it } from "vitest";
import { loggedError, loggedPath } from "../../app/server/log.server.ts";

describe("an error in the log", () => {
  it("keeps its kind, code and place, and nothing that was typed", () => {
    const cause = Object.assign(new Error('invalid input: "Jan Jansen"'), {
      code: "22P02",
      detail: "Key (email)=(jan@example.nl) already exists.",
    });
    const error = new Error("Failed query: insert into people\nparams: jan@example.nl,Jan", {
      cause,
    });
    const logged = loggedError(error);
    expect(logged).toMatchObject({ type: "Error", cause: { type: "Error", code: "22P02" } });
    expect(logged.stack?.[0]).toContain("log.test.ts");
    expect(JSON.stringify(logged)).not.toMatch(/jan/i);
  });

  it.each(["mail aan jan@example.nl", "BSN 123456782", 'Unexpected token in "Jan"'])(
    "loses the personal part of its message: %s",
    (message) => {
      expect(loggedError(new Error(message)).message).not.toMatch(/jan|\d{6}/i);
    },
  );

  it("with itself as its cause ends somewhere", () => {
    const error = new Error("round");
    error.cause = error;
    expect(JSON.stringify(loggedError(error)).length).toBeLessThan(50_000);
  });
});

describe("a path in the log", () => {
  it.each([
    ["/casussen?q=Jansen", "/casussen"],
    ["/wachtwoord/geheim", "/wachtwoord/..."],
    ["/zoek/jan@example.nl/x", "/zoek/.../x"],
    ["/zoek/jan%40example.nl", "/zoek/..."],
    ["/bsn/123456782", "/bsn/..."],
  ])("of %s is %s", (path, logged) => {
    expect(loggedPath(path)).toBe(logged);
  });

  it("keeps the ids that tell where something went wrong", () => {
    const path = "/casussen/019aa6f1-2000-7000-8000-123456782000/documenten.data";
    expect(loggedPath(path)).toBe(path);
  });
});
