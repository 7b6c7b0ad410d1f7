const own = ["legal", "financial", "societal"];
/** How many tints pictures.css has for perspectives. */
const count = 6;

/** The class with the tint of each perspective: its own for the three of the circle, another for any other. */
export function perspectiveTints(keys: string[]): string[] {
  const taken = new Set(keys.map((key) => own.indexOf(key)).filter((place) => place >= 0));
  const free = Array.from({ length: count }, (_, place) => place).filter(
    (place) => !taken.has(place),
  );
  return keys.map((key) => {
    const known = own.indexOf(key);
    return `mw-tint--${(known >= 0 ? known : (free.shift() ?? 0)) + 1}`;
  });
}

/** The class with the tint and hatch of an option, by its place on the list. */
export function optionTint(position: number): string {
  return `mw-tint--option-${position % count}`;
}
