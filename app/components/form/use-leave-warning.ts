import { useBeforeUnload } from "@remix-run/react";
import { useCallback, useRef } from "react";

/** Lets the browser ask before a page with unsaved changes is closed. */
export function useLeaveWarning(active: boolean) {
  const dirty = useRef(false);
  useBeforeUnload(
    useCallback(
      (event) => {
        if (active && dirty.current) event.preventDefault();
      },
      [active],
    ),
  );
  return {
    changed: () => {
      dirty.current = true;
    },
    allow: () => {
      dirty.current = false;
    },
  };
}
