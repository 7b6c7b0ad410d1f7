import type { ReactNode } from "react";
import { DateTime } from "./date-time.tsx";

type TimelineProps = {
  items: readonly {
    key: string;
    at: number;
    title: ReactNode;
    /** Who did it. */
    by?: ReactNode;
    details?: ReactNode;
  }[];
};

/** What happened, in the order given. */
export function Timeline({ items }: TimelineProps) {
  return (
    <ol className="mw-timeline">
      {items.map(({ key, at, title, by, details }) => (
        <li key={key} className="mw-timeline__item">
          <p className="mw-timeline__when">
            <DateTime moment={at} />
            {by ? <span> · {by}</span> : null}
          </p>
          <p className="mw-timeline__title">{title}</p>
          {details ? <div className="mw-timeline__details">{details}</div> : null}
        </li>
      ))}
    </ol>
  );
}
