import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Loaded by Node itself, as in the other tests: a module must not exist twice. */
const loadedByNode = [/\/db\/.*\.ts$/, /\/app\/(server|schemas|domain)\/.*\.ts$/];

/** Held against programs of others, which Debian has: golang-go and golang-golang-x-mod-dev. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, "../.."),
    include: ["test/foreign/*.test.ts"],
    pool: "forks",
    server: { deps: { external: loadedByNode } },
    env: { NODE_ENV: "test", LOG_LEVEL: "silent" },
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
});
