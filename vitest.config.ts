import { join } from "node:path";
import { defineConfig } from "vitest/config";

// Tests start many programs: what Node made of the sources is kept for the next one.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, "node_modules/.cache/node");

/** Loaded by Node itself, so that tests, commands and the built application share one data layer. */
const loadedByNode = [
  /\/db\/.*\.ts$/,
  /\/app\/(server|schemas|domain)\/.*\.ts$/,
  /\/app\/server\.ts$/,
];

// `npm run test:postgres`: the suites that touch a database, on the other engine.
const onPostgres = process.env.TEST_ENGINE === "postgres";

export default defineConfig({
  test: {
    globalSetup: onPostgres ? ["test/support/on-postgres.ts"] : [],
    maxWorkers: 2,
    pool: "forks",
    setupFiles: ["test/support/no-console-error.ts", "test/support/own-keys.ts"],
    // For all projects alike: they share what was loaded, and a module must not exist twice.
    server: { deps: { external: loadedByNode } },
    projects: [
      {
        extends: true,
        test: {
          name: "rules",
          include: ["test/{domain,components,i18n,schemas}/**/*.test.{ts,tsx}", "test/*.test.ts"],
          // Pure: nothing of one file is left for the next.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: ["test/{server,db,cli}/**/*.test.ts"],
          env: { NODE_ENV: "test", LOG_LEVEL: "silent" },
        },
      },
      {
        extends: true,
        test: {
          name: "application",
          include: [
            "test/{routes,blindness,e2e}/**/*.test.ts",
            ...(onPostgres ? ["test/postgres/**/*.test.ts"] : []),
          ],
          // How a page looks, what a browser does of it and what a form refuses does not hang on the engine.
          exclude: onPostgres
            ? [
                "test/e2e/{accessibility-*,comparing,pictures,practice,widow-without-*}.test.ts",
                "test/routes/{no-change-on-get,wrong-input,wrong-order}.test.ts",
              ]
            : [],
          env: { NODE_ENV: "production", LOG_LEVEL: "silent" },
          globalSetup: "test/support/build-once.ts",
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
