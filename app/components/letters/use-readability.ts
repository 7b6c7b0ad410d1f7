import { useEffect, useState, type RefObject } from "react";
import type { Readability } from "#app/domain/readability.ts";
import { lateCode } from "../late-code.ts";

const pauseMs = 300;

/** How the letter in the form inside `place` reads: as given, and after a pause in typing as it stands then. */
export function useReadability(place: RefObject<HTMLElement>, given: Readability): Readability {
  const [shown, setShown] = useState({ given, report: given });
  if (shown.given !== given) setShown({ given, report: given });

  useEffect(() => {
    const own = place.current;
    if (!own) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    function typed() {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), pauseMs);
    }
    async function look() {
      const { reportOnForm } = await lateCode(() => import("./report-on-form.ts"));
      const form = own?.querySelector("form");
      if (gone || !form) return;
      const report = reportOnForm(form);
      setShown((before) => ({ ...before, report }));
    }
    own.addEventListener("input", typed);
    return () => {
      gone = true;
      clearTimeout(timer);
      own.removeEventListener("input", typed);
    };
  }, [place]);
  return shown.report;
}
