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
    ["TRUSTED_PROXY", "yes"],
    ["TRUSTED_PROXY", "0"],
    ["TRUSTED_PROXY", "12"],
    ["TRUSTED_PROXY", "10.0.0.1/33"],
    ["TRUSTED_PROXY", "10.0.0.1, proxy.example"],
    ["TRUSTED_PROXY", "10.0.0.0/8/8"],
    ["HEALTH_TOKEN", "short"],
    ["HEALTH_TOKEN", "with a space in the middle"],
    ["METRICS_PORT", "0"],
    ["REQUEST_TIMEOUT_SECONDS", "0"],
    ["STOP_WITHIN_SECONDS", "3600"],
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

  it.each([
    ["", false],
    ["1", 1],
    ["10.0.0.1", ["10.0.0.1"]],
    ["10.0.0.0/8, fd00::/8,::1", ["10.0.0.0/8", "fd00::/8", "::1"]],
  ])("take %j as the proxies to trust", (text, trusted) => {
    expect(parseSettings({ TRUSTED_PROXY: text }).trustedProxy).toEqual(trusted);
  });

  it("have no metrics until there is a port for them", () => {
    expect(parseSettings({ METRICS_HOST: "10.0.0.1" }).metrics).toBeNull();
    expect(parseSettings({ METRICS_PORT: "9464" }).metrics).toEqual({
      host: "127.0.0.1",
      port: 9464,
    });
  });
});
