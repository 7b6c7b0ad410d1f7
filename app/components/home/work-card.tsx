import type { ReactNode } from "react";
import type { Work } from "#app/schemas/home.ts";
import { Card } from "../card.tsx";

type WorkCardProps<Row> = {
  title: string;
  work: Work<Row>;
  rowKey: (row: Row) => string;
  row: (row: Row) => ReactNode;
  /** What stands here once there is something. */
  empty: ReactNode;
  /** Under the rows: the way to the whole list. */
  footer?: ReactNode;
};

/** One kind of work as a short list, or what will come to stand there. */
export function WorkCard<Row>({ title, work, rowKey, row, empty, footer }: WorkCardProps<Row>) {
  const isEmpty = work.rows.length === 0;
  return (
    <Card title={title} tone={isEmpty ? "quiet" : "plain"} footer={footer}>
      {isEmpty ? (
        <p className="mw-work__empty">{empty}</p>
      ) : (
        <ul className="mw-work">
          {work.rows.map((one) => (
            <li key={rowKey(one)} className="mw-work__item">
              {row(one)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

type WorkRowProps = {
  title: ReactNode;
  /** Small facts under the title. */
  children: ReactNode;
  badge?: ReactNode;
};

export function WorkRow({ title, children, badge }: WorkRowProps) {
  return (
    <>
      <div className="mw-work__words">
        <p className="mw-work__title">{title}</p>
        <p className="mw-work__facts">{children}</p>
      </div>
      {badge}
    </>
  );
}
