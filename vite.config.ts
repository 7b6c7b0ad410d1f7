import { builtinModules } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import { remixOptions } from "./remix.config.js";

declare module "@remix-run/server-runtime" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- extends the one of Remix
  interface Future {
    v3_singleFetch: true;
  }
}

/** Modules that keep much in memory, which the work in the background keeps warm for the routes. */
const inMemory = /\/((?:account|precedent|rule)-memory\.server\.ts)$/;

/**
 * Keeps the data layer out of the server bundle, so that the express server, the commands and the
 * routes share one connection to the database; and what is kept in memory, so that it is kept once.
 * Node loads them with its own type stripping.
 */
function dataLayerOutsideBundle(): Plugin {
  const folder = pathToFileURL(resolve(import.meta.dirname, "db")).href;
  const inDevelopment = (id: string) => `${folder}${id.slice("#db".length) || "/index.ts"}`;
  let building = false;
  return {
    name: "data-layer-outside-bundle",
    enforce: "pre",
    // Vite's development server loads file URLs itself, unless they count as built in.
    config: () => ({
      environments: {
        ssr: { resolve: { builtins: [...builtinModules, /^node:/, /^file:.*\/db\//] } },
      },
    }),
    configResolved(config) {
      building = config.command === "build";
    },
    resolveId(id, _importer, options) {
      const memory = building && options.ssr ? inMemory.exec(id)?.[1] : undefined;
      if (memory) return { id: `#app/server/${memory}`, external: true };
      if (!options.ssr || !/^#db(\/|$)/.test(id)) return null;
      return { id: building ? id : inDevelopment(id), external: true };
    },
  };
}

export default defineConfig({
  plugins: [dataLayerOutsideBundle(), remix(remixOptions as Parameters<typeof remix>[0])],
  build: { target: "es2022", assetsInlineLimit: 0 },
  server: { host: "127.0.0.1" },
});
