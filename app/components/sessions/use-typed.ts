import { useCallback, useEffect, useRef } from "react";

/**
 * Tells whether a reload would take something away: what was typed or chosen in a form since the
 * page was opened. Cells that keep themselves (`data-saves`) count only while they have not done so.
 */
export function useTyped(page: string): () => boolean {
  const typed = useRef(false);
  useEffect(() => {
    typed.current = false;
    const note = ({ target }: Event) => {
      if (target instanceof Element && target.closest("form") && !keepsItself(target)) {
        typed.current = true;
      }
    };
    document.addEventListener("input", note);
    return () => document.removeEventListener("input", note);
  }, [page]);
  return useCallback(() => typed.current || isSaving() || isWriting(), []);
}

/** A reason without a choice is not kept yet. */
function keepsItself(field: Element): boolean {
  const cell = field.closest("[data-saves]");
  return cell !== null && cell.querySelector("input:checked") !== null;
}

function isSaving(): boolean {
  return (
    document.querySelector('[data-saves]:not([data-saves="idle"], [data-saves="saved"])') !== null
  );
}

/** In the middle of a sentence, which the next pause would keep. */
function isWriting(): boolean {
  const field = document.activeElement;
  return field instanceof HTMLTextAreaElement && field.value !== field.defaultValue;
}
