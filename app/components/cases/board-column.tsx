import { useId } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { BoardColumn as Column } from "#app/schemas/case-list-view.ts";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";
import { TermWords } from "./term-words.tsx";
import { UrgencyWords } from "./urgency-words.tsx";

/** The cases of one status, as a list under its heading. */
export function BoardColumn({ status, items, more }: Column) {
  const { t } = useTranslation("cases");
  const { t: terms } = useTranslation();
  const id = useId();
  return (
    <section className="mw-board__column" aria-labelledby={id}>
      <h2 className="nl-heading nl-heading--level-4" id={id}>
        <StatusBadge kind="caseStatus" status={status} />
      </h2>
      {items.length === 0 ? <p className="mw-soft">{t("board.empty")}</p> : null}
      <ul className="mw-board__list">
        {items.map((item) => (
          <li key={item.id} className="mw-card mw-board__case">
            <p className="mw-small">{item.number}</p>
            <TextLink to={`/casussen/${item.id}`}>{item.title}</TextLink>
            <div className="mw-row">
              <TermWords status={item.status} daysLeft={item.daysLeft} />
              <UrgencyWords kind={item.urgencyKind} date={item.urgencyDate} />
            </div>
            {item.coordinator ? <p className="mw-small">{item.coordinator}</p> : null}
          </li>
        ))}
      </ul>
      {more ? (
        <TextLink to={`/casussen?status=${status}`}>
          {t("board.more", { status: terms(`caseStatus.${status}`) })}
        </TextLink>
      ) : null}
    </section>
  );
}
