import type { Area } from "./instances.ts";

const id = "used-areas";
const always: readonly Area[] = ["terms", "errors"];

/** At the end of the page: the areas it used, so that the browser fetches just those before it takes over. */
export function UsedAreas({ areas }: { areas: ReadonlySet<Area> | null }) {
  const list = areas ? [...areas].join(" ") : "";
  return <div id={id} hidden data-areas={list} suppressHydrationWarning />;
}

export function usedAreasOnPage(): Area[] {
  const listed = document.getElementById(id)?.dataset.areas ?? "";
  return [...new Set([...always, ...(listed.split(" ").filter(Boolean) as Area[])])];
}
