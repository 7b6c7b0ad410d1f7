type Values = Record<string, string | string[]>;

// In the memory of the page only: when the server cannot be reached the form comes back as it was typed.
let kept: { place: string; values: Values; lost: boolean } | null = null;

export function keepValues(place: string, form: FormData): void {
  const values: Values = {};
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string" || /password|formKey|version/i.test(name)) continue;
    const earlier = values[name];
    values[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  kept = { place, values, lost: false };
}

/** To be called when an error page stands where the form stood. */
export function loseForm(): void {
  if (kept) kept.lost = true;
}

/** Only for the form that was lost: after a good answer the next form starts from what is stored. */
export function keptValues(place: string): Values | undefined {
  return kept?.lost && kept.place === place ? kept.values : undefined;
}

/** To be called once an answer of the server is on the screen. */
export function dropKeptValues(): void {
  kept = null;
}

export function hasKeptValues(): boolean {
  return kept !== null;
}
