import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** Which layer may import which; the same table as in eslint.config.js, read from the files. */
const mayImport: Record<string, string[]> = {
  domain: ["domain"],
  db: ["db", "domain"],
  schemas: ["schemas", "domain"],
  i18n: ["i18n", "domain"],
  server: ["server", "schemas", "domain", "db", "i18n"],
  components: ["components", "schemas", "domain", "i18n", "styles"],
  routes: ["routes", "components", "server", "schemas", "domain", "i18n"],
  root: ["root", "routes", "components", "server", "schemas", "domain", "i18n", "db", "styles"],
  cli: ["cli", "root", "server", "schemas", "domain", "db"],
};

const sources = ["app", "db"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
);

function layerOf(file: string): string {
  if (file.startsWith("db/")) return "db";
  const [, folder = "", ...rest] = file.split("/");
  return rest.length === 0 ? "root" : folder;
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const found = text.matchAll(/(?<!["'])\b(?:from|import)\s*\(?\s*["']([^"']+)["']/g);
  return [...found].map(([, name]) => name ?? "");
}

/** The file an import of our own points to, or null for a package. */
function ownTarget(file: string, name: string): string | null {
  if (name === "#db" || name.startsWith("#db/")) return "db/index.ts";
  if (name.startsWith("#app/")) return name.replace("#app/", "app/");
  if (name.startsWith(".")) return relative(root, resolve(root, dirname(file), name));
  return null;
}

describe("the layers", () => {
  it.each(sources)("%s imports only what lies below it", (file) => {
    const allowed = mayImport[layerOf(file)] ?? [];
    const layers = importsOf(file)
      .map((name) => ownTarget(file, name))
      .filter((target) => target !== null)
      .map((target) => layerOf(target));
    expect(layers.filter((layer) => !allowed.includes(layer))).toEqual([]);
  });

  it("keeps the domain free of packages, clock and chance", () => {
    for (const file of sources.filter((name) => layerOf(name) === "domain")) {
      const packages = importsOf(file).filter((name) => !name.startsWith("."));
      expect(packages, file).toEqual([]);
      const code = readFileSync(join(root, file), "utf8").replaceAll(
        /\/\*[\s\S]*?\*\/|\/\/.*/g,
        "",
      );
      expect(code, file).not.toMatch(/Date\.now|Math\.random|new Date\(\)|process\.|console\./);
    }
  });

  it("lets only the server layer, the commands and the web server reach the database", () => {
    const importers = sources.filter(
      (file) => layerOf(file) !== "db" && importsOf(file).some((name) => name.startsWith("#db")),
    );
    const others = importers.filter(
      (file) => !/^app\/server\/[^/]+\.server\.ts$|^app\/cli\/|^app\/server\.ts$/.test(file),
    );
    expect(others).toEqual([]);
  });
});

describe("names and places", () => {
  it("has the top level that was agreed", () => {
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .filter((name) => !["node_modules", "build", "data", "bench-results", ".git"].includes(name));
    expect(folders.sort()).toEqual([".ci", "app", "db", "docs", "drizzle", "public", "test"]);
  });

  it("names files in kebab-case and after what they are about", () => {
    for (const file of sources) {
      const name = file.split("/").at(-1) ?? "";
      expect(name, file).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(\.server|\.client|\.d)?\.tsx?$/);
      expect(name, file).not.toMatch(/^(utils?|helpers?|misc|common)\./);
    }
  });

  it("has no .server folders, which the type checker would skip", () => {
    expect(sources.filter((file) => file.includes(".server/"))).toEqual([]);
  });
});

describe("routes", () => {
  const routeFiles = sources.filter((file) => layerOf(file) === "routes");
  const declared = readFileSync(join(root, "app/routes.ts"), "utf8");

  it("stand in app/routes.ts, all of them", () => {
    const missing = routeFiles.filter(
      (file) => !declared.includes(`"${file.replace("app/", "")}"`),
    );
    expect(missing).toEqual([]);
  });

  it.each(routeFiles)("%s begins every loader and action with its right", (file) => {
    const text = readFileSync(join(root, file), "utf8");
    const handlers = [
      ...text.matchAll(/export (?:async )?function (?:loader|action)\([^]*?\) ?\{\n([^\n]*)\n/g),
    ];
    const exported = [
      ...text.matchAll(/export\s+(?:async\s+)?(?:function|const)\s+(loader|action)\b/g),
    ];
    expect(handlers.length, "loaders and actions are functions").toBe(exported.length);
    for (const [, firstLine] of handlers) {
      expect(firstLine).toMatch(
        /^ {2}(const access = await requireRight\(request, |await requireRight\(request, |publicRoute\(\);)/,
      );
    }
  });

  it.each(routeFiles)("%s holds no queries", (file) => {
    expect(importsOf(file).filter((name) => /drizzle|better-sqlite3|^#db/.test(name))).toEqual([]);
  });
});
