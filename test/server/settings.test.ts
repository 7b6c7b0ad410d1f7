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
    ["SMTP_URL", "mail.example.nl"],
    ["SMTP_URL", "https://mail.example.nl"],
    ["SMTP_URL", "smtp://mail.example.nl/inbox"],
    ["SMTP_URL", "smtps://user@mail.example.nl"],
    ["MAIL_FROM", "Maatwerkplaats"],
    ["MAIL_FROM", "Maatwerk <a@example.nl>, <b@example.nl>"],
    ["MAIL_FROM", "a@example.nl\nBcc: b@example.nl"],
    ["MAIL_REPLY_TO", "@example.nl"],
    ["LOG_ORIGIN", "a name with spaces"],
    ["LOG_ORIGIN", "https://maatwerk.example.nl"],
    ["LOG_CHECKPOINT_MINUTES", "0"],
    ["LOG_MAIL", "hourly"],
    ["LOG_TIMESTAMP_URL", "tsa.example.nl"],
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

  it("send no mail until there is a mail server, and then need a sender", () => {
    expect(parseSettings({ MAIL_FROM: "a@example.nl" }).mail).toBeNull();
    expect(() => parseSettings({ SMTP_URL: "smtp://mail.example.nl" })).toThrow(/MAIL_FROM: must/);
  });

  it("take host, port, safety and password of the mail server from one address", () => {
    const mailOf = (url: string) =>
      parseSettings({ SMTP_URL: url, MAIL_FROM: "Maatwerk <a@example.nl>" }).mail;
    expect(mailOf("smtps://us%40er:p%3Ass@mail.example.nl")).toEqual({
      host: "mail.example.nl",
      port: 465,
      secure: true,
      auth: { user: "us@er", pass: "p:ss" },
      isLocal: false,
      from: "Maatwerk <a@example.nl>",
      replyTo: undefined,
    });
    const local = { host: "::1", port: 2525, secure: false, auth: undefined, isLocal: true };
    expect(mailOf("smtp://[::1]:2525")).toMatchObject(local);
    expect(mailOf("smtp://mail.example.nl")).toMatchObject({ port: 587, isLocal: false });
  });

  it("never repeat a password in the message about a wrong value", () => {
    const wrong = () => parseSettings({ SMTP_URL: "smtp://user:geheim@mail.example.nl/x" });
    expect(wrong).toThrow(/SMTP_URL/);
    expect(wrong).not.toThrow(/geheim/);
  });

  it("have no metrics until there is a port for them", () => {
    expect(parseSettings({ METRICS_HOST: "10.0.0.1" }).metrics).toBeNull();
    expect(parseSettings({ METRICS_PORT: "9464" }).metrics).toEqual({
      host: "127.0.0.1",
      port: 9464,
    });
  });
});
