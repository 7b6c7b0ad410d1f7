import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Loaded by Node itself, as in the other tests: a module must not exist twice. */
const loadedByNode = [/\/db\/.*\.ts$/, /\/app\/(server|schemas|domain)\/.*\.ts$/];

/** What holds for the one engine, and the tests for both. */
const engines = [
  { name: "sqlite", address: "", only: "test/crash/sqlite/*.test.ts" },
  { name: "postgres", address: "postgres://", only: "test/crash/postgres/*.test.ts" },
];

export default defineConfig(({ mode }) => ({
  test: {
    root: join(import.meta.dirname, "../.."),
    globalSetup: "test/support/build-once.ts",
    projects: engines.map(({ name, address, only }) => ({
      test: {
        name,
        include: ["test/crash/*.test.ts", only],
        pool: "forks" as const,
        // One after the other: nothing but the kills and the load may decide what happens when.
        fileParallelism: false,
        setupFiles: ["test/support/no-console-error.ts"],
        testTimeout: 600_000,
        hookTimeout: 120_000,
        env: {
          NODE_ENV: "production",
          LOG_LEVEL: "silent",
          CRASH_MODE: mode,
          // Read where the tables are defined; each test makes a database of its own.
          DATABASE_URL: address,
        },
        server: { deps: { external: loadedByNode } },
      },
    })),
  },
}));
