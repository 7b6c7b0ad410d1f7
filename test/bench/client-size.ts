import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const clientFolder = new URL("../../build/client", import.meta.url).pathname;

type ManifestEntry = { module: string; imports?: string[] };
type ManifestRoute = ManifestEntry & { id: string; parentId?: string };
type Manifest = { entry: ManifestEntry; routes: Record<string, ManifestRoute> };

export type PageSize = { route: string; kilobytes: number };

/**
 * What a browser fetches of JavaScript for each page, gzipped, the largest first. Not the manifest:
 * with lazy discovery of routes the page holds its own part of it, and the file is never asked for.
 */
export function pageSizes(): PageSize[] {
  const manifest = readManifest();
  const sizes = new Map<string, number>();
  const sizeOf = (file: string) => {
    const known = sizes.get(file) ?? gzipSync(readFileSync(clientFolder + file)).length;
    sizes.set(file, known);
    return known;
  };
  const pages = Object.values(manifest.routes).map((route) => {
    const files = new Set(filesOf(manifest.entry));
    for (const part of chainOf(manifest, route)) filesOf(part).forEach((file) => files.add(file));
    const bytes = [...files].reduce((total, file) => total + sizeOf(file), 0);
    return { route: route.id, kilobytes: bytes / 1000 };
  });
  return pages.sort((a, b) => b.kilobytes - a.kilobytes);
}

function readManifest(): Manifest {
  const name = readdirSync(`${clientFolder}/assets`).find((file) => file.startsWith("manifest-"));
  if (!name) throw new Error("The client has no manifest: run npm run build");
  const text = readFileSync(`${clientFolder}/assets/${name}`, "utf8");
  return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)) as Manifest;
}

function filesOf({ module, imports = [] }: ManifestEntry): string[] {
  return [module, ...imports];
}

function chainOf({ routes }: Manifest, route: ManifestRoute): ManifestRoute[] {
  const parent = route.parentId === undefined ? undefined : routes[route.parentId];
  return parent ? [...chainOf({ routes } as Manifest, parent), route] : [route];
}
