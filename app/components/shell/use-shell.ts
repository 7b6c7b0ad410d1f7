import { useRouteLoaderData } from "@remix-run/react";
import type { Right } from "#app/domain/rights.ts";
import type { Shell } from "#app/schemas/shell.ts";

/** What every page shows around its content; undefined when even that could not be loaded. */
export function useShell(): Shell | undefined {
  return useRouteLoaderData<Shell>("root");
}

/** Whether the person on the page holds a right: for showing links, the server decides. */
export function useHasRight(right: Right): boolean {
  return useShell()?.rights.includes(right) ?? false;
}
