import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { selectedTokens } from "../../app/styles/select-tokens.ts";

const theme = readFileSync("app/styles/theme.css", "utf8");

function declarations(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
}

function blockOf(selector: string): string {
  const start = theme.indexOf(`${selector} {`);
  return theme.slice(start, theme.indexOf("}", start));
}

const light = declarations(blockOf(".maatwerkplaats-theme"));
const dark = declarations(blockOf('.maatwerkplaats-theme[data-theme="dark"]'));

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

test("the tokens in the style sheet are those the style sheets use", () => {
  expect(readFileSync("app/styles/voorbeeld-tokens.css", "utf8")).toBe(selectedTokens());
});

test("the dark theme is the same whether chosen or taken from the device", () => {
  const auto = declarations(blockOf('.maatwerkplaats-theme[data-theme="auto"]'));
  expect([...auto]).toEqual([...dark]);
});

const hues = ["grijs", "violet", "groen", "oranje", "rood"];

test.each([
  ["light", light],
  ["dark", dark],
] as const)(
  "in the %s theme text stands out 4.5 times, borders of controls 3 times",
  (_, colors) => {
    const color = (name: string) => colors.get(name) ?? "#000000";
    const hue = (name: string, step: number) => color(`--voorbeeld-kleuren-${name}-${step}`);
    const paper = color("--voorbeeld-kleuren-wit");
    const page = color("--mw-color-page");
    const weak: string[] = [];
    function check(what: string, ratio: number, least: number) {
      if (ratio < least) weak.push(`${what}: ${ratio.toFixed(2)}`);
    }
    for (const name of hues) {
      for (const text of [400, 500, 600, 700]) {
        check(`${name}-${text} on paper`, contrast(hue(name, text), paper), 4.5);
        check(`${name}-${text} on page`, contrast(hue(name, text), page), 4.5);
        check(`${name}-${text} on 50`, contrast(hue(name, text), hue(name, 50)), 4.5);
      }
      for (const text of [500, 600, 700]) {
        check(`${name}-${text} on 100`, contrast(hue(name, text), hue(name, 100)), 4.5);
      }
      check(`${name}-700 on 200`, contrast(hue(name, 700), hue(name, 200)), 4.5);
    }
    for (const name of ["legal", "financial", "societal"]) {
      const own = color(`--mw-color-${name}`);
      check(`${name} on paper`, contrast(own, paper), 4.5);
      check(`${name} on page`, contrast(own, page), 4.5);
      check(`${name} on soft`, contrast(own, color(`--mw-color-${name}-soft`)), 4.5);
    }
    expect(weak).toEqual([]);
  },
);
