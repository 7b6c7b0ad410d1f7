const parts = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Amsterdam",
  dateStyle: "short",
  timeStyle: "medium",
});

/** A moment as people in the Netherlands read their clock: `2026-03-31T14:00`, for a date field. */
export function dutchTime(moment: number): string {
  return parts.format(moment).slice(0, 16).replace(" ", "T");
}

/** The moment of a Dutch clock time such as `2026-03-31T14:00`; null when it is none. */
export function momentOf(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return null;
  const asUtc = Date.parse(`${text.slice(0, 16)}:00Z`);
  if (Number.isNaN(asUtc) || text < "1900" || text > "2200") return null;
  const minutes = text.slice(0, 16);
  // Summer or winter time: one of the two reads back as what was typed.
  const hours = [2, 1].map((hour) => asUtc - hour * 3_600_000);
  return hours.find((moment) => dutchTime(moment) === minutes) ?? null;
}
