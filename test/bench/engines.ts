/** Which databases to measure on. */
export const engines = ["sqlite", "postgres"] as const;
export type EngineName = (typeof engines)[number];

export const engineWords: Record<EngineName, string> = {
  sqlite: "SQLite",
  postgres: "PostgreSQL",
};

/** Reads `--engine sqlite`, `--engine both`, or the option several times. */
export function enginesIn(asked: string[]): EngineName[] {
  const names = asked.flatMap((name) => (name === "both" ? [...engines] : name.split(",")));
  const wrong = names.find((name) => !engines.some((engine) => engine === name));
  if (wrong !== undefined) throw new Error("--engine takes sqlite, postgres or both");
  return engines.filter((engine) => names.includes(engine));
}

/** A whole number within bounds, from an option. */
export function wholeNumber(
  option: string,
  given: string,
  [least, most]: [number, number],
): number {
  const value = Number(given);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${option} takes a whole number from ${least} to ${most}`);
}
