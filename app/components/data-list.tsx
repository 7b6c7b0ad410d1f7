import type { ReactNode } from "react";

type DataListProps = {
  items: readonly { key: string; label: ReactNode; value: ReactNode }[];
};

/** Facts by name; items without a value are left out. */
export function DataList({ items }: DataListProps) {
  const present = items.filter(
    ({ value }) => value !== null && value !== undefined && value !== "" && value !== false,
  );
  return (
    <dl className="utrecht-data-list mw-data-list">
      {present.map(({ key, label, value }) => (
        <div key={key} className="mw-data-list__item">
          <dt className="utrecht-data-list__item-key">{label}</dt>
          <dd className="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
