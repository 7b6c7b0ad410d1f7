import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { ProceedingsPage, ProceedingView } from "#app/schemas/proceeding-view.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { Prose } from "../prose.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";
import { useDaysLeft } from "./days-left.ts";
import { NewDecision } from "./new-decision.tsx";
import { ProceedingActs, ReopenOutcome } from "./proceeding-acts.tsx";

type ListProps = { page: ProceedingsPage; result: FormResult | undefined };

/** What runs now, the nearest day first, and then what is done with. */
export function ProceedingList({ page, result }: ListProps) {
  const { t } = useTranslation("aftercare");
  const { open, done } = page;
  return (
    <>
      <section className="mw-stack">
        <h2 className="nl-heading nl-heading--level-3">{t("proceedings.open")}</h2>
        {open.length === 0 ? (
          <Card tone="quiet">
            <p>{t(done.length > 0 ? "proceedings.noneOpen" : "proceedings.none")}</p>
          </Card>
        ) : null}
        {open.map((one) => (
          <Proceeding key={one.id} proceeding={one} page={page} result={result} />
        ))}
      </section>
      {done.length > 0 ? (
        <section className="mw-stack">
          <h2 className="nl-heading nl-heading--level-3">{t("proceedings.done")}</h2>
          {done.map((one) => (
            <Proceeding key={one.id} proceeding={one} page={page} result={result} />
          ))}
        </section>
      ) : null}
    </>
  );
}

type ProceedingProps = ListProps & { proceeding: ProceedingView };

function Proceeding({ proceeding, page, result }: ProceedingProps) {
  const { t: terms } = useTranslation();
  const { t } = useTranslation("aftercare");
  const { kind, step, state, grounds, mayRecord } = proceeding;
  const own = result?.values.proceedingId === proceeding.id ? result : undefined;
  return (
    <Card
      title={terms(`remedyKind.${kind}`)}
      level={3}
      aside={<StatusBadge kind="dueState" status={state} />}
    >
      {step === null ? null : (
        <p>
          <strong>{t(`proceedings.step.${step === "outcome" ? kind : step}`)}</strong>
        </p>
      )}
      <Facts proceeding={proceeding} caseId={page.caseFile.id} />
      {step === "outcome" ? <InTime proceeding={proceeding} /> : null}
      <Prose text={grounds} />
      <Outcome proceeding={proceeding} page={page} />
      {step === "new_decision" ? (
        <div className="mw-screen-only mw-stack">
          <NewDecision proceeding={proceeding} page={page} result={own} />
        </div>
      ) : null}
      {mayRecord && step === "outcome" ? (
        <ProceedingActs proceeding={proceeding} owners={page.owners} result={own} />
      ) : null}
      {mayRecord && step !== "outcome" && !proceeding.newDecision ? (
        <div className="mw-screen-only">
          <ReopenOutcome proceeding={proceeding} result={own} />
        </div>
      ) : null}
    </Card>
  );
}

function Facts({ proceeding, caseId }: { proceeding: ProceedingView; caseId: string }) {
  const { t } = useTranslation("aftercare");
  const format = useFormat();
  const left = useDaysLeft();
  const { kind, step, owner, receivedAt, dueDate, daysLeft, extended, decision } = proceeding;
  const { number } = decision;
  return (
    <>
      <p className="mw-work__facts">
        <span>{t("proceedings.owner", { name: owner })}</span>
        <span>{t(`proceedings.received.${kind}`, { date: format.date(receivedAt) })}</span>
        <TextLink to={`/casussen/${caseId}/besluiten/${decision.id}`}>
          {t("proceedings.against", { number })}
        </TextLink>
      </p>
      {step === "outcome" ? (
        <>
          <p className="mw-work__facts">
            <strong>{t("proceedings.dueOn", { date: format.date(dueDate) })}</strong>
            <span className={daysLeft < 0 ? "mw-work__overdue" : undefined}>{left(daysLeft)}</span>
            {extended ? <span>{t("proceedings.extended")}</span> : null}
          </p>
          <p className="mw-hint">{t(`proceedings.why.${kind}`)}</p>
        </>
      ) : null}
    </>
  );
}

/** Too late is named, and never a reason to refuse it here. What came to the court first, the court judges. */
function InTime({ proceeding: { timeliness, lastDay } }: { proceeding: ProceedingView }) {
  const { t } = useTranslation("aftercare");
  const date = useFormat().date(lastDay);
  if (timeliness === null) return null;
  if (timeliness === "in_time") {
    return <p className="mw-hint">{t("proceedings.inTime", { date })}</p>;
  }
  if (timeliness === "for_court") {
    return <p className="mw-hint">{t("proceedings.forCourt", { date })}</p>;
  }
  return (
    <Alert kind={timeliness === "late" ? "warning" : "info"}>
      <p>{t(timeliness === "late" ? "proceedings.late" : "proceedings.ifPosted", { date })}</p>
    </Alert>
  );
}

function Outcome({ proceeding, page }: Omit<ProceedingProps, "result">) {
  const { t } = useTranslation("aftercare");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const { outcome, outcomeNote, closedAt, closedBy, newDecision } = proceeding;
  if (outcome === null) return null;
  const date = format.date(closedAt ?? 0);
  return (
    <>
      <p>
        <strong>{terms(`proceedingOutcome.${outcome}`)}</strong>
      </p>
      <p className="mw-work__facts">{t("proceedings.outcome", { date, name: closedBy ?? "" })}</p>
      <Prose text={outcomeNote} />
      {newDecision ? (
        <p>
          <TextLink to={`/casussen/${page.caseFile.id}/besluiten/${newDecision.id}`}>
            {t("proceedings.newDecision", { number: newDecision.number })}
          </TextLink>
        </p>
      ) : null}
    </>
  );
}
