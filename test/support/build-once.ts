import { execFileSync } from "node:child_process";

/** Builds the application before the tests that run against the build. */
export default function setup(): void {
  if (process.env.SKIP_BUILD === "1") return;
  execFileSync("npx", ["remix", "vite:build", "--logLevel", "warn"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production" },
  });
}
