import type { PageSize } from "./client-size.ts";
import type { Measurement } from "./measure.ts";
import type { Run } from "./run.ts";

export type Aim = { what: string; aim: string; result: string; met: boolean };

const heaviestScriptKb = 150;
const mostGrowth = 1.2;
const mostSearchGrowth = 2;
/** Seconds that seeding 100,000 cases may take. */
const seedingSeconds = 300;

/** What was promised of the product's speed, with what was measured. */
export function aims(runs: { large: Run; small: Run | null }, sizes: PageSize[]): Aim[] {
  const { large, small } = runs;
  const cpu = (name: string) => find(large, name).cpuMsPerRequest;
  const ratio = cpu("case list page") / cpu("bare list");
  const search = find(large, "precedent search");
  const heaviest = sizes[0];
  return [
    atMost("case list page against the bare list, CPU", ratio, 12, "x"),
    atMost("case page, CPU", cpu("case page"), 5, " ms"),
    atMost("precedent search p95", search.p95, 200, " ms"),
    atMost("precedent search, database part p95", large.searchDatabaseP95, 100, " ms"),
    atMost("highest resident memory", large.highestRssMb, 400, " MB"),
    ...(small ? growth(large, small) : []),
    atMost(
      `JavaScript of the heaviest page (${heaviest?.route ?? "none"}), gzip`,
      heaviest?.kilobytes ?? 0,
      heaviestScriptKb,
      " kB",
    ),
    ...seeding(large),
  ];
}

function find({ measurements }: Run, name: string): Measurement {
  const found = measurements.find((measured) => measured.name === name);
  if (!found) throw new Error(`"${name}" was not measured`);
  return found;
}

/** CPU on the large database against the small one, for everything the product itself answers. */
function growth(large: Run, small: Run): Aim[] {
  return large.measurements
    .filter(({ name }) => !name.startsWith("bare"))
    .map(({ name, cpuMsPerRequest }) => {
      const times = cpuMsPerRequest / find(small, name).cpuMsPerRequest;
      const most = name === "precedent search" ? mostSearchGrowth : mostGrowth;
      return atMost(`${name}, growth from ${small.cases} cases`, times, most, "x");
    });
}

function seeding({ database: { seconds }, cases }: Run): Aim[] {
  if (seconds === null) return [];
  return [atMost(`seeding ${cases} cases`, seconds, (seedingSeconds * cases) / 100_000, " s")];
}

export function atMost(what: string, value: number, most: number, unit: string): Aim {
  const digits = Math.abs(value) < 10 ? 2 : 0;
  const result = `${value.toFixed(digits)}${unit}`;
  return { what, aim: `at most ${most}${unit}`, result, met: value <= most };
}
