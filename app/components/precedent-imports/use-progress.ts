import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { endQuietReload, reloadQuietly } from "../revalidate.ts";

const everyMs = 2000;

/** Loads the page anew every so often while something is under way and somebody looks. */
export function useProgress(busy: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!busy || state !== "idle") return;
    endQuietReload();
    const timer = setTimeout(() => reloadQuietly(revalidate), everyMs);
    return () => clearTimeout(timer);
  }, [busy, state, revalidate]);
  useEffect(() => endQuietReload, []);
}
