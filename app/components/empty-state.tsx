import type { ReactNode } from "react";
import { IconFolder } from "./icons.ts";

type EmptyStateProps = {
  title: string;
  /** What stands here once there is something, and what to do next. */
  children: ReactNode;
  action?: ReactNode;
};

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="mw-empty">
      <IconFolder className="mw-empty__icon" aria-hidden size={32} stroke={1.5} />
      <p className="mw-empty__title">{title}</p>
      <div className="mw-empty__text">{children}</div>
      {action ? <div className="mw-empty__action">{action}</div> : null}
    </div>
  );
}
