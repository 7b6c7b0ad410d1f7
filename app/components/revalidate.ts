import type { ShouldRevalidateFunction } from "@remix-run/react";

/**
 * Loads the page anew also when the action refused with 409: the form then carries the version that
 * is stored now, so that saving again after comparing works.
 */
export const revalidateAfterConflict: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => actionStatus === 409 || defaultShouldRevalidate;

let quiet = false;

/** Loads the page anew, but not what stands around it: a message that was just told stays. */
export function reloadQuietly(reload: () => void): void {
  quiet = true;
  reload();
}

/** To be called once that is over, or no longer of use. */
export function endQuietReload(): void {
  quiet = false;
}

/** For the root: as Remix does it by itself, but for quiet reloads of the same page. */
export const revalidateShell: ShouldRevalidateFunction = (change) => {
  const { actionStatus = 200, formMethod, currentUrl, nextUrl } = change;
  const reload = formMethod === undefined && currentUrl.href === nextUrl.href;
  return actionStatus < 400 && !(quiet && reload);
};
