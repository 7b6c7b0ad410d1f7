import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Loaded by Node itself, as in the other tests: a module must not exist twice. */
const loadedByNode = [/\/db\/.*\.ts$/, /\/app\/(server|schemas|domain)\/.*\.ts$/];

export default defineConfig(({ mode }) => ({
  test: {
    root: join(import.meta.dirname, "../.."),
    // One after the other: the moments of the kills are the load, not other tests.
    fileParallelism: false,
    pool: "forks" as const,
    setupFiles: ["test/support/no-console-error.ts"],
    globalSetup: "test/support/build-once.ts",
    include: ["test/crash/**/*.test.ts"],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    env: { NODE_ENV: "production", LOG_LEVEL: "silent", CRASH_MODE: mode },
    server: { deps: { external: loadedByNode } },
  },
}));
