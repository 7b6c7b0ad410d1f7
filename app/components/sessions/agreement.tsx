import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { OutcomeAndReasons } from "#app/domain/outcome-and-reasons.ts";
import type { WeighingView, Who } from "#app/schemas/weighing-view.ts";
import { Card } from "../card.tsx";
import { usePerspectiveName } from "./use-verdict.ts";
import { useWho } from "./use-who.ts";

type First = Omit<OutcomeAndReasons["outcome"]["first"][number], "people"> & { people: Who[] };
type AgreementProps = {
  view: WeighingView;
  agreement: Pick<OutcomeAndReasons, "reasons" | "verdict"> & { outcome: { first: First[] } };
};

/** Whether the group agrees on the outcome and on the reasons: two questions, each with its answer. */
export function Agreement({ view, agreement }: AgreementProps) {
  const { t } = useTranslation("results");
  const { outcome, reasons, verdict } = agreement;
  const title = (id: string | null) => view.options.find((option) => option.id === id)?.title ?? "";
  return (
    <Card title={t("agreement.title")}>
      {verdict ? <p className="mw-outcome">{t(`agreement.verdict.${verdict}`)}</p> : null}
      <h3 className="nl-heading nl-heading--level-4">{t("agreement.outcome")}</h3>
      <ul className="utrecht-unordered-list">
        {outcome.first.map((first) => (
          <FirstLine key={first.option} first={first} title={title(first.option)} view={view} />
        ))}
      </ul>
      <h3 className="nl-heading nl-heading--level-4">{t("agreement.reasons")}</h3>
      {reasons.option === null ? (
        <p>{t("agreement.nothing")}</p>
      ) : (
        <Reasons reasons={reasons} title={title(reasons.option)} view={view} />
      )}
    </Card>
  );
}

type FirstLineProps = { first: First; title: string; view: WeighingView };

function FirstLine({ first, title, view }: FirstLineProps) {
  const { t } = useTranslation("results");
  const format = useFormat();
  const who = useWho();
  const name = usePerspectiveName(view);
  const { people, perspectives } = first;
  return (
    <li>
      <strong>{title}</strong>:{" "}
      {perspectives.length === 0
        ? t("agreement.noPerspective")
        : t("agreement.perspectives", { names: format.list(perspectives.map(name)) })}{" "}
      {people.length === 0
        ? null
        : t("agreement.people", { count: people.length, names: format.list(people.map(who)) })}
    </li>
  );
}

type ReasonsProps = {
  reasons: OutcomeAndReasons["reasons"];
  title: string;
  view: WeighingView;
};

function Reasons({ reasons, title, view }: ReasonsProps) {
  const { t } = useTranslation("results");
  const name = usePerspectiveName(view);
  const { agreed, differ, opposed, carrying } = reasons;
  const tagged = carrying.filter((own) => own.for + own.against > 0);
  return (
    <>
      <p>{t("agreement.words", { option: title, agreed, differ, opposed })}</p>
      {tagged.length === 0 ? <p>{t("agreement.noCarrying")}</p> : null}
      <ul className="utrecht-unordered-list">
        {tagged.map((own) => (
          <li key={own.perspective}>
            {t("agreement.carrying", {
              perspective: name(own.perspective),
              pleads: own.for,
              against: own.against,
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
