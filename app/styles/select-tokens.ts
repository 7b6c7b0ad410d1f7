/**
 * Cuts the design tokens of the NL Design System example theme down to the ones our style sheets use: all of them
 * weigh 200 kB. Run `node app/styles/select-tokens.ts` after a change of packages.css or of the packages.
 */
import { readFileSync, writeFileSync } from "node:fs";

const folder = new URL(".", import.meta.url);
const target = new URL("voorbeeld-tokens.css", folder);
const source = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css";

export function selectedTokens(): string {
  const packages = readFileSync(new URL("packages.css", folder), "utf8");
  const imported = [...packages.matchAll(/@import "([^"]+)"/g)].map(([, path = ""]) => path);
  const ours = ["theme.css", "base.css", "shell.css", "blocks.css", "forms.css"];
  const sheets = [
    ...imported.map((path) => readFileSync(new URL(import.meta.resolve(path)), "utf8")),
    ...ours.map((path) => readFileSync(new URL(path, folder), "utf8")),
  ];
  const theme = readFileSync(new URL(import.meta.resolve(source)), "utf8");
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
  return `/* Made by select-tokens.ts from @nl-design-system-unstable/voorbeeld-design-tokens. */\n.voorbeeld-theme {\n${lines.join("\n")}\n}\n`;
}

function usedIn(css: string): string[] {
  return [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = ""]) => name);
}

if (process.argv[1] === import.meta.filename) writeFileSync(target, selectedTokens());
