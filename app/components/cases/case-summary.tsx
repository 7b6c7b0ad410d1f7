import { hasEnded } from "#app/domain/case-file.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CasePage } from "#app/schemas/case-view.ts";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { DateTime } from "../date-time.tsx";
import { RaiseLink } from "../signals/raise-link.tsx";
import { TextLink } from "../text-link.tsx";
import { TermWords } from "./term-words.tsx";
import { UrgencyWords } from "./urgency-words.tsx";
import { WaitingWords } from "./waiting-words.tsx";

/** The case on one screen: where it stands, who is on, how long there is, what is proposed. */
export function CaseSummary({ page }: { page: CasePage }) {
  const { t } = useTranslation("cases");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const { caseFile, submitter, coordinator, scope } = page;
  const { proceedingKind, proceedingDeadline, urgencyKind, urgencyDate } = caseFile;
  const proceeding = proceedingKind === "none" ? null : terms(`proceedingKind.${proceedingKind}`);
  return (
    <Card title={t("page.summary")} tone="accent">
      <div className="mw-summary">
        <DataList
          items={[
            {
              key: "waiting",
              label: t("list.waiting"),
              value: <WaitingWords status={caseFile.status} coordinator={coordinator} />,
            },
            { key: "term", label: t("page.term"), value: <Term page={page} /> },
            {
              key: "urgency",
              label: t("list.urgency"),
              value: urgencyKind ? <UrgencyWords kind={urgencyKind} date={urgencyDate} /> : null,
            },
            {
              key: "proceeding",
              label: t("field.proceedingKind"),
              value:
                proceeding && proceedingDeadline !== null
                  ? t("page.proceedingBy", {
                      kind: proceeding,
                      date: format.date(proceedingDeadline),
                    })
                  : proceeding,
            },
            { key: "proposal", label: t("page.proposal"), value: <Proposal page={page} /> },
            { key: "decision", label: t("page.decision"), value: <Decision page={page} /> },
            { key: "scope", label: t("list.scope"), value: scope ?? t("list.noScope") },
            { key: "submitter", label: t("page.submitter"), value: submitter },
            {
              key: "coordinator",
              label: t("page.coordinator"),
              value: coordinator ?? t("page.noCoordinator"),
            },
          ].filter(({ key }) => shows(key, page))}
        />
      </div>
      <RaiseLink from={`casus=${caseFile.id}`}>{t("page.raiseSignal")}</RaiseLink>
    </Card>
  );
}

function shows(key: string, page: CasePage): boolean {
  const { status } = page.caseFile;
  if (key === "term") return status !== "follow_up" && !hasEnded(status);
  if (key === "proposal") return page.proposed !== null;
  if (key === "decision") return page.decisions.some(({ status }) => status === "taken");
  return true;
}

function Term({ page }: { page: CasePage }) {
  const { t } = useTranslation("cases");
  const format = useFormat();
  const { caseFile, term } = page;
  return (
    <>
      <TermWords status={caseFile.status} daysLeft={term.daysLeft} />{" "}
      <span className="mw-small">
        {t("term.due", { date: format.date(term.dueAt) })}
        {caseFile.extendedUntil === null ? "" : `, ${t("term.extended")}`};{" "}
        {t("term.age", { count: term.ageDays })}. {t("term.explanation")}
      </span>
    </>
  );
}

function Proposal({ page }: { page: CasePage }) {
  const { t } = useTranslation("cases");
  const format = useFormat();
  const [latest] = page.weighings;
  if (!page.proposed || !latest) return null;
  const { titles, noClearDifference } = page.proposed;
  return (
    <>
      <TextLink to={`/casussen/${page.caseFile.id}/wegingen/${latest.id}`}>
        {titles.length > 0 ? format.list(titles) : t("page.proposalNone")}
      </TextLink>
      {noClearDifference ? ` (${t("page.proposalClose")})` : null}
    </>
  );
}

function Decision({ page }: { page: CasePage }) {
  const { t } = useTranslation("cases");
  const taken = page.decisions.find(({ status }) => status === "taken");
  if (!taken) return null;
  return (
    <>
      <TextLink to={`/casussen/${page.caseFile.id}/besluiten/${taken.id}`}>
        {taken.option ?? t("page.decision")}
      </TextLink>
      {taken.takenAt === null ? null : (
        <>
          , <DateTime moment={taken.takenAt} day />
        </>
      )}
    </>
  );
}
