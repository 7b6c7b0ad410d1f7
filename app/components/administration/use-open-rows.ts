import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";

/**
 * Keeps open what was open when the form comes back arranged, and opens the row in the address and
 * puts the focus there: the row that was just added or moved.
 */
export function useOpenRows(revision: number): void {
  const { hash } = useLocation();
  const open = useRef(new Set<string>());

  useEffect(() => {
    function keep(event: Event) {
      const row = event.target;
      if (!(row instanceof HTMLDetailsElement) || !row.isConnected) return;
      const name = row.dataset.row ?? "";
      if (row.open) open.current.add(name);
      else open.current.delete(name);
    }
    document.addEventListener("toggle", keep, true);
    return () => document.removeEventListener("toggle", keep, true);
  }, []);

  useEffect(() => {
    for (const row of document.querySelectorAll<HTMLDetailsElement>("details[data-row]")) {
      if (open.current.has(row.dataset.row ?? "")) row.open = true;
    }
    const place = document.getElementById(hash.slice(1));
    if (!place?.id.startsWith("place-")) return;
    for (let around: Element | null = place; around; around = around.parentElement) {
      if (around instanceof HTMLDetailsElement) around.open = true;
    }
    place.querySelector<HTMLElement>("summary, h2, input:not([type=hidden]), textarea")?.focus();
  }, [hash, revision]);
}
