import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { circleLayout } from "#app/components/pictures/circle-layout.ts";
import { CostBars } from "#app/components/pictures/cost-bars.tsx";
import { PerspectiveCircle } from "#app/components/pictures/perspective-circle.tsx";
import { Robustness } from "#app/components/pictures/robustness.tsx";
import { hundredths, weightsIn, withWeight } from "#app/components/pictures/looked-at.ts";
import { pointOf, weightsAt } from "#app/components/pictures/triangle-layout.ts";
import { RatingDots } from "#app/components/sessions/rating-dots.tsx";
import { costComparison } from "#app/domain/costs.ts";
import { found, markup, scored, snapshotOf, viewsOf } from "./picture-views.tsx";

const titles = ["Strikte toepassing", "Uitstel", "Kwijtschelden"];

/** Strict application fails legally and at a gate, the last question was not answered by anybody. */
const usual = snapshotOf({
  ...{ perspectives: 3, criteria: 3, people: 2, gates: 1, titles },
  value: ({ option, perspective, criterion, person }) => {
    if (criterion === 2 && perspective === 1) return null;
    if (option === 0) return perspective === 0 ? 2 : 3;
    return person === 0 ? 4 : option === 2 ? 5 : 3;
  },
  answer: ({ option, perspective }) =>
    option === 0 && perspective === 2 ? "no" : option === 1 && perspective === 0 ? "unsure" : "yes",
});

function circle(place: number, language: "nl" | "en" = "nl"): string {
  const { view } = viewsOf(usual);
  const option = view.options[place];
  if (!option) throw new Error("no such option");
  return markup(<PerspectiveCircle view={view} option={option} />, language);
}

test("a circle is read aloud in Dutch with everything it shows", () => {
  expect(found(circle(2), /<title[^>]*>(.*?)<\/title>/g)).toEqual([
    "Perspectiefcirkel van 2. Kwijtschelden",
  ]);
  expect(found(circle(2), /<desc[^>]*>(.*?)<\/desc>/g)).toEqual([
    "Deze oplossing slaagt, met totaal 4,5 van 5. " +
      "Juridisch slaagt: 4,5 (voldoende vanaf 3,0). Middelste oordelen: J1 4,5, J2 4,5 en J3 4,5. Poorten: J-G1 ja. " +
      "Financieel slaagt: 4,5 (voldoende vanaf 3,0). Middelste oordelen: F1 4,5, F2 4,5 en F3 geen oordeel. " +
      "Poorten: F-G1 ja. " +
      "Maatschappelijk slaagt: 4,5 (voldoende vanaf 3,0). Middelste oordelen: M1 4,5, M2 4,5 en M3 4,5. " +
      "Poorten: M-G1 ja.",
  ]);
});

test("a circle is read aloud in English, with why an option does not pass", () => {
  const [words = ""] = found(circle(0, "en"), /<desc[^>]*>(.*?)<\/desc>/g);
  expect(words).toContain("This option does not pass. Legal does not pass: 2.0 is below 3.0.");
  expect(words).toContain("Middle ratings: J1 2, J2 2 and J3 2. Gates: J-G1 yes.");
  expect(words).toContain("Societal does not pass: gate M-G1 is no.");
});

test("a picture names its own title and text, and carries no inline styles", () => {
  const { view, robust } = viewsOf(usual);
  const html = markup(
    <>
      {view.options.map((option) => (
        <PerspectiveCircle key={option.id} view={view} option={option} />
      ))}
      <Robustness view={robust} />
    </>,
  );
  const ids = found(html, / id="([^"]+)"/g);
  expect(new Set(ids).size).toBe(ids.length);
  const named = found(html, /<svg role="img" aria-labelledby="([^"]+)"/g);
  expect(named.length).toBeGreaterThan(3);
  for (const id of [...named, ...found(html, /aria-describedby="([^"]+)"/g)]) {
    expect(ids).toContain(id);
  }
  for (const id of found(html, /url\(#([^)]+)\)/g)) expect(ids).toContain(id);
  expect(html).not.toContain("style=");
});

test("a perspective that does not pass is hatched and says so; one that passes is neither", () => {
  expect(circle(0)).toContain("slaagt niet: 2,0");
  expect(circle(0)).toContain("slaagt niet: poort");
  expect(found(circle(0), /<(pattern) /g)).toHaveLength(2);
  expect(circle(2)).not.toContain("slaagt niet");
  expect(found(circle(2), /<(pattern) /g)).toHaveLength(0);
});

test("every answer at a gate has a shape of its own", () => {
  const marks = (html: string) => found(html, /class="mw-gate mw-gate--(\w+)"/g);
  expect(marks(circle(0))).toEqual(["yes", "yes", "no"]);
  expect(marks(circle(1))).toEqual(["unsure", "yes", "yes"]);
});

const sizes = [2, 3, 4, 5, 6].flatMap((perspectives) =>
  [1, 3, 8].flatMap((criteria) =>
    [1, 12].map((people) => ({ perspectives, criteria, people, gates: 3 })),
  ),
);

test.each(sizes)(
  "with $perspectives perspectives, $criteria questions and $people people nothing lies on another",
  (shape) => {
    const snapshot = snapshotOf({
      ...shape,
      titles: ["A"],
      value: ({ criterion }) => (criterion % 2 ? 1 : 5),
    });
    const { view } = viewsOf(snapshot);
    const [option] = view.options;
    if (!option) throw new Error("no option");
    const { sectors, dot } = circleLayout(view, option);
    const dots = sectors.flatMap(({ wedges }) => wedges.flatMap((wedge) => wedge.dots));
    expect(dots).toHaveLength(shape.perspectives * shape.criteria * shape.people);
    expect(nearest(dots)).toBeGreaterThan(2 * dot - 0.3);
    expect(
      nearest(sectors.flatMap(({ wedges }) => wedges.map(({ label }) => label))),
    ).toBeGreaterThan(13);
    const gates = sectors.flatMap((sector) => sector.gates);
    expect(nearest(gates)).toBeGreaterThan(13);
    const keys = sectors.flatMap(({ wedges }) => wedges.map(({ label }) => label));
    for (const gate of gates) {
      expect(Math.min(...keys.map((key) => fromKey(gate, key)))).toBeGreaterThan(7.6);
    }
    for (const { x, y } of [...dots, ...gates]) expect(Math.hypot(x, y)).toBeLessThan(160);
  },
);

type Key = ReturnType<typeof circleLayout>["sectors"][number]["wedges"][number]["label"];

/** How far a place is from the box of a key of two letters of 14 px. */
function fromKey(place: { x: number; y: number }, { x, y, turn, anchor }: Key): number {
  const turned = (-(turn ?? 0) * Math.PI) / 180;
  const [right, down] = [place.x - x, place.y - y];
  const along = right * Math.cos(turned) - down * Math.sin(turned);
  const across = right * Math.sin(turned) + down * Math.cos(turned);
  const heart = { start: 10, middle: 0, end: -10 }[anchor];
  return Math.hypot(Math.max(0, Math.abs(along - heart) - 10), Math.max(0, Math.abs(across) - 6));
}

function nearest(points: { x: number; y: number }[]): number {
  let least = Infinity;
  for (const [place, one] of points.entries()) {
    for (const other of points.slice(place + 1)) {
      least = Math.min(least, Math.hypot(one.x - other.x, one.y - other.y));
    }
  }
  return least;
}

// “Ruim” leads where twice the first weight is more than the second: two thirds of the triangle.
const contested = scored(
  ["Streng", "Midden", "Ruim"],
  [
    [2, 2, 2],
    [3, 5, 4],
    [5, 4, 4],
  ],
);

test("how firm an outcome is, is said in words before any number behind it", () => {
  const { robust } = viewsOf(contested);
  const html = markup(<Robustness view={robust} />);
  expect(html).toContain(
    "“Ruim” staat op de eerste plaats bij 66,7 van de 100 even waarschijnlijke wegingen.",
  );
  expect(html).toContain(
    "“Midden” staat op de eerste plaats bij 33,3 van de 100 even waarschijnlijke wegingen.",
  );
  expect(html).toContain(
    "Juridisch mag tussen 20 en 100 van de 100 wegen; daaronder komt “Midden” op de eerste plaats.",
  );
  expect(html).toContain("Maatschappelijk mag elk gewicht krijgen: de eerste plaats blijft.");
  expect(html).not.toMatch(/\d%/);
});

test("the triangle has a region per option that can be first, and is read aloud with the chosen weights", () => {
  const { robust } = viewsOf(contested);
  const html = markup(<Robustness view={robust} />, "en");
  expect(found(html, /class="(mw-triangle__region)"/g)).toHaveLength(2);
  expect(found(html, /<desc[^>]*>(.*?)<\/desc>/g)).toEqual([
    "“Ruim” ranks first in 66.7 of 100 equally likely weightings. " +
      "“Midden” ranks first in 33.3 of 100 equally likely weightings. " +
      "The chosen weights are Legal 33.3, Financial 33.3 and Societal 33.3 out of 100.",
  ]);
});

test("other weights can be looked at by an address, without JavaScript", () => {
  const { robust } = viewsOf(contested);
  const address = "/?gewicht=10&gewicht=80&gewicht=10";
  expect(markup(<Robustness view={robust} />, "nl", address)).toContain(
    "Bij Juridisch 10, Financieel 80 en Maatschappelijk 10 staat “Midden” op de eerste plaats, met totaal 4,7.",
  );
  expect(markup(<Robustness view={robust} />)).not.toContain("mw-triangle__looked");
});

test.each([2, 4, 6])("with %i perspectives bars of shares stand in for the triangle", (count) => {
  const low = Array.from({ length: count }, (_, place) => (place === 0 ? 5 : 3));
  const high = Array.from({ length: count }, (_, place) => (place === 0 ? 3 : 4));
  const { robust } = viewsOf(scored(["Een", "Twee"], [low, high]));
  const html = markup(<Robustness view={robust} />);
  expect(html).not.toContain("mw-triangle");
  expect(found(html, /class="(mw-bars__bar)"/g)).toHaveLength(2);
  expect(html).toContain("Dit is berekend met 10.000 willekeurige wegingen");
});

test("nothing passing, one passing and a tie are said as they are", () => {
  const card = (scores: number[][]) =>
    markup(<Robustness view={viewsOf(scored(["Een", "Twee"], scores)).robust} />);
  expect(
    card([
      [2, 2, 2],
      [1, 1, 1],
    ]),
  ).toContain("Geen enkele oplossing slaagt.");
  const only = card([
    [2, 2, 2],
    [4, 4, 4],
  ]);
  expect(only).toContain("Alleen “Twee” slaagt.");
  expect(only).not.toContain("<svg");
  expect(
    card([
      [4, 3, 4],
      [4, 4, 3],
    ]),
  ).toContain("staan “Een” en “Twee” gelijk op de eerste plaats");
});

test("people are named inside the session, and outside it by their seat only", () => {
  const close = scored(
    ["Een", "Twee"],
    [
      [3, 4, 4],
      [4, 4, 4],
    ],
  );
  const inside = JSON.stringify(viewsOf(close).robust);
  const outside = JSON.stringify(viewsOf(close, false).robust);
  expect(inside).toContain("Naam ");
  expect(outside).not.toContain("Naam ");
  expect(outside).not.toMatch(/"\d-\d"/);
  expect(markup(<Robustness view={viewsOf(close, false).robust} />)).toContain(
    "Beoordelaar Juridisch 1",
  );
});

const who = { name: "A", seat: 1, perspective: { nl: "", en: "" } };

test("dots are read out as numbers, and show from where somebody came", () => {
  const values = [
    { who, value: 4 },
    { who: { ...who, seat: 2 }, value: 3 },
  ];
  const before = [
    { who, value: 2 },
    { who: { ...who, seat: 2 }, value: 3 },
  ];
  expect(markup(<RatingDots values={values} median={3.5} />)).toContain("Oordelen: 3 en 4.");
  const moved = markup(<RatingDots values={values} median={3.5} before={before} />);
  expect(moved).toContain("Eerst: 2 en 3. Nu: 3 en 4.");
  expect(found(moved, /class="(mw-dots__way)"/g)).toHaveLength(1);
});

test("cost bars say who pays more and who saves", () => {
  const line = { recurrence: "yearly", certainty: "known" } as const;
  const costs = costComparison({
    options: [
      { id: "a", position: 0 },
      { id: "b", position: 1 },
    ],
    lines: [
      { ...line, optionId: "b", bearer: "own_organisation", cents: 100_000 },
      { ...line, optionId: "b", bearer: "citizen", cents: -250_000 },
    ],
  });
  const html = markup(<CostBars costs={costs} titles={{ b: "Ruim" }} years={5} />);
  const [words = ""] = found(html, /<desc[^>]*>(.*?)<\/desc>/g);
  expect(words.replaceAll("\u00a0", " ")).toBe(
    "Ruim: Burger € 12.500,00 minder, Eigen organisatie € 5.000,00 meer en samen € 7.500,00 minder.",
  );
});

const weights = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 })
  .filter((parts) => parts.some((part) => part > 0))
  .map((parts) => parts.map((part) => part / parts.reduce((sum, own) => sum + own, 0)));

test("a place in the triangle and its weights belong to each other", () => {
  fc.assert(
    fc.property(weights, (given) => {
      const back = weightsAt(pointOf(given));
      for (const [place, weight] of back.entries())
        expect(weight).toBeCloseTo(given[place] ?? 0, 2);
    }),
  );
});

test("weights stay weights, whatever is moved or dragged", () => {
  const sum = (parts: number[]) => parts.reduce((all, part) => all + part, 0);
  fc.assert(
    fc.property(
      weights,
      fc.nat(2),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (given, place, to) => {
        const moved = withWeight(given, place, to);
        expect(sum(moved)).toBeCloseTo(1, 9);
        expect(moved[place]).toBe(to);
        expect(Math.min(...moved)).toBeGreaterThanOrEqual(0);
        expect(sum(hundredths(moved))).toBe(100);
      },
    ),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: -500, max: 900 }),
      fc.integer({ min: -500, max: 900 }),
      (x, y) => {
        const at = weightsAt({ x, y });
        expect(sum(at)).toBeCloseTo(1, 9);
        expect(Math.min(...at)).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test.each([
  "",
  "gewicht=1&gewicht=2",
  "gewicht=0&gewicht=0&gewicht=0",
  "gewicht=1&gewicht=-1&gewicht=1",
  "gewicht=a&gewicht=1&gewicht=1",
  "gewicht=Infinity&gewicht=1&gewicht=1",
])("an address with %s holds no weights", (search) => {
  expect(weightsIn(new URLSearchParams(search), 3)).toBeNull();
});

test("letters and lines stand out from every fill, in the light and in the dark", () => {
  const css = readFileSync("app/styles/pictures.css", "utf8");
  const pairs = new Map(
    [...css.matchAll(/(--mw-[\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(
      ([, , light = "", dark = ""], place) => [place, { light, dark }],
    ),
  );
  const names = [...css.matchAll(/(--mw-[\w-]+): light-dark/g)].map(([, name = ""]) => name);
  const ink = pairs.get(names.indexOf("--mw-ink"));
  const paper = { light: "#ffffff", dark: "#172124" };
  for (const [place, pair] of pairs) {
    for (const theme of ["light", "dark"] as const) {
      const name = names[place] ?? "";
      if (name === "--mw-fill") {
        expect(contrast(ink?.[theme] ?? "", pair[theme]), `${name} ${pair[theme]}`).toBeGreaterThan(
          4.5,
        );
      }
      if (name === "--mw-tint" || name === "--mw-ink") {
        expect(contrast(pair[theme], paper[theme]), `${name} ${pair[theme]}`).toBeGreaterThan(4.5);
      }
      if (name === "--mw-tint-soft") {
        const tint = pairs.get(place - 1);
        expect(
          contrast(tint?.[theme] ?? "", pair[theme]),
          `${name} ${pair[theme]}`,
        ).toBeGreaterThan(3);
      }
    }
  }
  expect(pairs.size).toBe(13);
});

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}
