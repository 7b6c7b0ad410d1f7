/**
 * Cuts the design tokens of the NL Design System example theme down to the ones our style sheets use: all of them
 * weigh 200 kB. Run `node app/styles/select-tokens.ts` after a change of packages.css or of the packages.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const folder = new URL(".", import.meta.url);
const { resolve } = createRequire(import.meta.url);
const target = new URL("voorbeeld-tokens.css", folder);
const source = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css";

export function selectedTokens(): string {
  const imported = importsOf("packages.css").map((path) => readFileSync(resolve(path), "utf8"));
  const ours = importsOf("app.css")
    .filter((path) => !/packages|voorbeeld-tokens/.test(path))
    .map(sheet);
  const sheets = [...imported, ...ours];
  const theme = readFileSync(resolve(source), "utf8");
  const all = new Map(
    [...theme.matchAll(/^\s*(--[\w-]+):\s*([^;]*);/gm)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
  const wanted = new Set<string>();
  const open = sheets.flatMap(usedIn);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const value = all.get(name);
    if (value === undefined || wanted.has(name)) continue;
    wanted.add(name);
    open.push(...usedIn(value));
  }
  const lines = [...all]
    .filter(([name]) => wanted.has(name))
    .map(([name, value]) => `  ${name}: ${value};`);
  return `/* Made by select-tokens.ts from @nl-design-system-unstable/voorbeeld-design-tokens. */\n/* prettier-ignore */\n.voorbeeld-theme {\n${lines.join("\n")}\n}\n`;
}

function sheet(path: string): string {
  return readFileSync(new URL(path, folder), "utf8");
}

function importsOf(path: string): string[] {
  return [...sheet(path).matchAll(/@import "([^"]+)"/g)].map(([, imported = ""]) => imported);
}

function usedIn(css: string): string[] {
  return [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = ""]) => name);
}

if (process.argv[1] === import.meta.filename) writeFileSync(target, selectedTokens());
