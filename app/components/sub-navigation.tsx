import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";

type SubNavigationProps = {
  label: string;
  /** `end`: current only on exactly this address. */
  items: readonly { to: string; label: ReactNode; end?: boolean; count?: number }[];
};

/** Pages of one subject, as a row of links. */
export function SubNavigation({ label, items }: SubNavigationProps) {
  return (
    <nav className="mw-sub-navigation" aria-label={label}>
      <ul className="mw-sub-navigation__list">
        {items.map(({ to, label: words, end, count }) => (
          <li key={to}>
            <NavLink className="mw-sub-navigation__link" to={to} end={end}>
              {words}
              {count === undefined ? null : (
                <span className="mw-sub-navigation__count">{count}</span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
