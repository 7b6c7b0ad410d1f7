import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { childrenOf } from "../../support/postgres-programs.ts";
import { startPostgres, type PostgresServer } from "../../support/postgres-server.ts";

describe("the PostgreSQL that tests start", () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await startPostgres({ durable: true });
    await server.createDatabase("own");
    await server.query("create table kept (number integer)", "own");
  }, 120_000);

  afterAll(() => server.stop());

  it("gives the application an account that is not the administrator's", async () => {
    const [account] = await server.query<{ rolsuper: boolean }>(
      "select rolsuper from pg_roles where rolname = 'maatwerkplaats'",
    );
    expect(account?.rolsuper).toBe(false);
    expect(server.url("own")).toContain("maatwerkplaats@127.0.0.1");
  });

  it("reads and sorts text as UTF-8 by code, in UTC", async () => {
    const [row] = await server.query(
      "select 'é' > 'z' as by_code, lower('É') as lower, current_setting('timezone') as zone",
    );
    expect(row).toEqual({ by_code: true, lower: "é", zone: "UTC" });
  });

  it("keeps what it acknowledged when it is killed, and leaves no process", async () => {
    await server.query("insert into kept values (1)", "own");
    await server.kill();
    await expect(server.query("select 1")).rejects.toThrow();
    await server.restart();
    expect(await server.query("select number from kept", "own")).toEqual([{ number: 1 }]);
  });

  it("is followed by a standby that takes over with everything acknowledged", async () => {
    const standby = await server.startStandby();
    await server.query("insert into kept values (2)", "own");
    await server.kill();
    await expect(standby.query("insert into kept values (3)", "own")).rejects.toThrow("read-only");
    await standby.promote();
    await standby.query("insert into kept values (3)", "own");
    const rows = await standby.query("select number from kept order by number", "own");
    expect(rows).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
    await standby.stop();
  });

  it("leaves no process behind", async () => {
    const other = await startPostgres();
    const during = childrenOf(process.pid).length;
    await other.stop();
    expect(childrenOf(process.pid).length).toBe(during - 1);
  });
});
