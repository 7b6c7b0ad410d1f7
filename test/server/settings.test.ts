import { describe, expect, it } from "vitest";
import { parseSettings } from "../../app/server/settings.server.ts";

describe("settings", () => {
  it("have a default for everything", () => {
    expect(parseSettings({})).toMatchObject({
      origin: "http://127.0.0.1:3000",
      databaseUrl: "./data/maatwerkplaats.db",
      demo: false,
    });
  });

  it.each([
    ["PORT", "http"],
    ["PORT", "70000"],
    ["ORIGIN", "maatwerk.example.nl"],
    ["ORIGIN", "ftp://maatwerk.example.nl"],
    ["DATABASE_URL", "mysql://localhost/x"],
    ["LOGIN_IDLE_MINUTES", "0"],
    ["LOG_LEVEL", "loud"],
    ["NODE_ENV", "prod"],
  ])("say what is wrong with %s=%s and what it accepts", (name, value) => {
    expect(() => parseSettings({ [name]: value })).toThrow(new RegExp(`${name}: must be `));
  });

  it("name every wrong setting at once", () => {
    expect(() => parseSettings({ PORT: "x", LOG_LEVEL: "loud" })).toThrow(/PORT[^]*LOG_LEVEL/);
  });

  it("treat an empty value as not given", () => {
    expect(parseSettings({ PORT: "", DEMO: "" }).port).toBe(3000);
  });

  it("keep only scheme, host and port of the public address", () => {
    expect(parseSettings({ ORIGIN: "https://maatwerk.example.nl/pad" }).origin).toBe(
      "https://maatwerk.example.nl",
    );
  });
});
