import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DecisionPage } from "#app/schemas/decision-view.ts";
import { Card } from "../card.tsx";
import { Prose } from "../prose.tsx";

type Part = { page: DecisionPage };

/** What was agreed with it, and when we look back. */
export function AgreedPart({ page: { decision, conditions, reviewDates } }: Part) {
  const { t } = useTranslation("decisions");
  const format = useFormat();
  if (decision.kind === "withdrawal") return null;
  return (
    <Card title={t("page.conditions")}>
      {conditions.length === 0 ? (
        <p>{t("page.noConditions")}</p>
      ) : (
        <ol>
          {conditions.map(({ id, text, owner, dueDate, doneAt }) => (
            <li key={id}>
              <Prose text={text} />
              <p>
                {doneAt === null
                  ? t("page.conditionDue", { owner, date: format.date(dueDate) })
                  : t("page.conditionDone", { owner, date: format.date(doneAt) })}
              </p>
            </li>
          ))}
        </ol>
      )}
      {reviewDates.map(({ id, dueDate, heldAt }) => (
        <p key={id}>
          {heldAt === null
            ? t("page.reviewOn", { date: format.date(dueDate) })
            : t("page.reviewHeld", { date: format.date(heldAt) })}
        </p>
      ))}
    </Card>
  );
}

/** What the citizen was told. */
export function CitizenPart({ page: { decision } }: Part) {
  const { t } = useTranslation("decisions");
  const format = useFormat();
  const { citizenTold, citizenToldAt, dignityRespected } = decision;
  return (
    <Card title={t("page.citizen")}>
      {citizenTold ? <Prose text={citizenTold} /> : <p>{t("page.notTold")}</p>}
      {citizenToldAt === null ? null : (
        <p>{t("page.toldOn", { date: format.date(citizenToldAt) })}</p>
      )}
      {dignityRespected ? <p>{t("page.dignity")}</p> : null}
    </Card>
  );
}

/** Who took it, in which role, and its place in the log. */
export function TakenPart({ page: { taken } }: Part) {
  const { t } = useTranslation("decisions");
  const { t: terms } = useTranslation();
  const format = useFormat();
  if (!taken) return null;
  const { name, roles, event } = taken;
  const date = format.dateTime(taken.at);
  const words = format.list(roles.map((role) => terms(`role.${role}`).toLowerCase()));
  return (
    <Card title={t("page.taken")}>
      <p>
        {roles.length > 0
          ? t("page.takenLine", { name, roles: words, date })
          : t("page.takenLineNoRole", { name, date })}
      </p>
      {event ? (
        <p className="mw-hint">
          {t("page.logged", { sequence: event.sequence, hash: event.contentHash.slice(0, 12) })}
        </p>
      ) : null}
      {event?.checkpoint ? (
        <>
          <p className="mw-hint">{t("page.checkpoint")}</p>
          <p className="mw-code">
            {event.checkpoint.split("\n").map((line) => (
              <span key={line}>
                {line}
                <br />
              </span>
            ))}
          </p>
        </>
      ) : null}
    </Card>
  );
}
