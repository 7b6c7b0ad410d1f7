import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Held against programs of others, which Debian has: golang-go and golang-golang-x-mod-dev. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, "../.."),
    include: ["test/foreign/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
});
