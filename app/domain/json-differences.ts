/** Where two values differ, and what stands there in each. */
export type JsonDifference = { place: string; expected: unknown; found: unknown };

const tolerance = 1e-9;

/**
 * The places at which `found` differs from `expected`, as `options[1].total`, in the order of the expected value.
 * Numbers within 1e-9 are equal: machines round a logarithm each in their own way.
 */
export function jsonDifferences(expected: unknown, found: unknown, place = ""): JsonDifference[] {
  if (typeof expected === "number" && typeof found === "number") {
    const same = expected === found || Math.abs(expected - found) <= tolerance;
    return same ? [] : [{ place, expected, found }];
  }
  if (!isContainer(expected) || !isContainer(found)) {
    return expected === found ? [] : [{ place, expected, found }];
  }
  if (Array.isArray(expected) !== Array.isArray(found)) return [{ place, expected, found }];
  const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
  return [...names].flatMap((name) =>
    jsonDifferences(
      Object.hasOwn(expected, name) ? expected[name] : undefined,
      Object.hasOwn(found, name) ? found[name] : undefined,
      placeIn(place, Array.isArray(expected) ? Number(name) : name),
    ),
  );
}

/** The place of a field or item inside another: `panel[0].person`. */
export function placeIn(place: string, step: string | number): string {
  if (typeof step === "number") return `${place}[${step}]`;
  const name = /^[\w-]+$/.test(step) ? step : JSON.stringify(step.slice(0, 60));
  return place === "" ? name : `${place}.${name}`;
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
