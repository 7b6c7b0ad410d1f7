import type { ShouldRevalidateFunction } from "@remix-run/react";

/**
 * Loads the page anew also when the action refused with 409: the form then carries the version that
 * is stored now, so that saving again after comparing works.
 */
export const revalidateAfterConflict: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => actionStatus === 409 || defaultShouldRevalidate;
