import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DiscussionView, ReasonView } from "#app/schemas/weighing-view.ts";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import { Form, FormActions, SubmitButton } from "../form/index.ts";
import { CellFigures, CellHeading, GivenValues } from "./discussed-cell.tsx";
import { useWho } from "./use-who.ts";

type TabledCellProps = { cells: DiscussionView[]; mayDiscuss: boolean };

/** What everyone looks at now: the reasons at both ends, then who gave what. */
export function TabledCell({ cells, mayDiscuss }: TabledCellProps) {
  const { t } = useTranslation("results");
  const cell = cells.find(({ tabled }) => tabled);
  if (!cell) return null;
  return (
    <div id="op-tafel">
      <Card title={t("table.title")} tone="accent">
        <CellHeading cell={cell} level={3} />
        <div className="mw-first-round__ends">
          <End
            title={t("table.for")}
            reasons={cell.reasons.filter((own) => endOf(own) === "for")}
          />
          <End
            title={t("table.against")}
            reasons={cell.reasons.filter((own) => endOf(own) === "against")}
          />
        </div>
        <CellFigures cell={cell} />
        <Disclosure summary={t("table.all")}>
          <GivenValues cell={cell} />
        </Disclosure>
        {mayDiscuss ? (
          <Form intent="untable" warnOnLeave={false} preventScrollReset>
            <FormActions>
              <SubmitButton purpose="secondary">{t("table.untable")}</SubmitButton>
            </FormActions>
          </Form>
        ) : null}
      </Card>
    </div>
  );
}

function End({ title, reasons }: { title: string; reasons: ReasonView[] }) {
  const { t } = useTranslation("results");
  const who = useWho();
  return (
    <div>
      <h4 className="nl-heading nl-heading--level-5">{title}</h4>
      {reasons.length === 0 ? <p className="mw-soft">{t("table.noReason")}</p> : null}
      <ul className="mw-plain-list">
        {reasons.map((reason) => (
          <li key={reason.ratingId} className="mw-reason">
            <p className="mw-prose">{reason.text}</p>
            <p className="mw-soft">{who(reason.who)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Three and up pleads for the option, as where a reason is taken over as an argument. */
function endOf({ choice }: ReasonView): "for" | "against" {
  return ["3", "4", "5", "yes", "no_judgement"].includes(choice) ? "for" : "against";
}
