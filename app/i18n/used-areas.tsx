import { createContext, useContext } from "react";
import type { Area } from "./instances.ts";

/** Collects which areas a page uses while the server renders it; null in a browser. */
export const UsedAreasContext = createContext<Set<Area> | null>(null);

const id = "used-areas";
const always: readonly Area[] = ["common", "errors"];

/** At the end of the page: the areas it used, so that the browser fetches just those before it takes over. */
export function UsedAreas() {
  const used = useContext(UsedAreasContext);
  return (
    <div id={id} hidden data-areas={used ? [...used].join(" ") : ""} suppressHydrationWarning />
  );
}

export function usedAreasOnPage(): Area[] {
  const listed = document.getElementById(id)?.dataset.areas ?? "";
  return [...new Set([...always, ...(listed.split(" ").filter(Boolean) as Area[])])];
}
