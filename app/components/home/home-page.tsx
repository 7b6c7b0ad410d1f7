import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Home } from "#app/schemas/home.ts";
import { Columns, Stack } from "../columns.tsx";
import { LinkButton } from "../link-button.tsx";
import { PageHeader } from "../page-header.tsx";
import { useHasRight } from "../shell/use-shell.ts";
import { AccountNumbersCard } from "./account-numbers.tsx";
import { CaseBoard } from "./case-board.tsx";
import { DecisionWork } from "./decision-work.tsx";
import { DestructionWorkCard } from "./destruction-work.tsx";
import { DueWorkCard } from "./due-work.tsx";
import { Figures } from "./figures.tsx";
import { HandoverWorkCard } from "./handover-work.tsx";
import { ImportWorkCard } from "./import-work.tsx";
import { LineChangeWorkCard } from "./line-change-work.tsx";
import { OwnCases } from "./own-cases.tsx";
import { PrecedentWorkCard } from "./precedent-work.tsx";
import { ScoringWork } from "./scoring-work.tsx";
import { PracticeCard } from "./practice-card.tsx";
import { SessionsSoon } from "./sessions-soon.tsx";
import { ReflectionWorkCard, SignalWorkCard } from "./signal-work.tsx";
import { WhatYouCanDo } from "./what-you-can-do.tsx";

/** What waits for this person: the work first, what is coming and where to go beside it. */
export function HomePage({ home }: { home: Home }) {
  const { t } = useTranslation("home");
  const { now, sessions } = home;
  const hasWork = [home.destructions, ...workOf(home)].some((part) => part !== null);
  const beside = (
    <>
      {sessions ? <SessionsSoon work={sessions} now={now} /> : null}
      <WhatYouCanDo />
      <PracticeCard />
    </>
  );
  return (
    <>
      <PageHeader
        title={t("greeting", { name: home.firstName })}
        lead={hasWork ? <WhatWaits home={home} /> : null}
        actions={<Starts />}
      />
      {hasWork ? (
        <Columns>
          <Stack>
            <OwnWork home={home} />
          </Stack>
          <Stack>{beside}</Stack>
        </Columns>
      ) : (
        beside
      )}
    </>
  );
}

function workOf({ toScore, decisions, due, precedents, imports, lineChanges, ...home }: Home) {
  const { board, ownCases, figures, account, signals } = home;
  return [
    signals,
    account,
    toScore,
    decisions,
    due,
    precedents,
    imports,
    lineChanges,
    board,
    ownCases,
    figures,
  ];
}

function OwnWork({ home }: { home: Home }) {
  const { toScore, decisions, due, precedents, imports, lineChanges, board, ...others } = home;
  const { ownCases, figures, account } = others;
  const isLate = due?.rows.some(({ state }) => state === "overdue") ?? false;
  return (
    <>
      {due && isLate ? <DueWorkCard work={due} /> : null}
      {figures ? <Figures figures={figures} /> : null}
      {toScore ? <ScoringWork work={toScore} now={home.now} /> : null}
      {decisions ? <DecisionWork work={decisions} /> : null}
      {lineChanges ? <LineChangeWorkCard work={lineChanges} /> : null}
      {home.signals ? <SignalWorkCard work={home.signals} /> : null}
      {home.destructions ? <DestructionWorkCard work={home.destructions} /> : null}
      {home.handovers ? <HandoverWorkCard work={home.handovers} /> : null}
      {board ? <CaseBoard counts={board} /> : null}
      {due && !isLate ? <DueWorkCard work={due} /> : null}
      {precedents ? <PrecedentWorkCard work={precedents} now={home.now} /> : null}
      {imports ? <ImportWorkCard work={imports} /> : null}
      <ReflectionWorkCard work={home.reflections} dilemmas={home.dilemmas ?? 0} />
      {ownCases ? <OwnCases work={ownCases} /> : null}
      {account ? <AccountNumbersCard account={account} /> : null}
    </>
  );
}

/** The work in one sentence. */
function WhatWaits({ home }: { home: Home }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const board = home.board ?? [];
  const overdue = home.due?.rows.filter(({ state }) => state === "overdue").length ?? 0;
  const counts = [
    {
      key: "newCases",
      count: board.find(({ status }) => status === "registered")?.cases ?? 0,
    },
    { key: "overTerm", count: board.reduce((total, { overTerm }) => total + overTerm, 0) },
    { key: "toScore", count: home.toScore?.rows.length ?? 0 },
    { key: "decisions", count: home.decisions?.rows.length ?? 0 },
    { key: "overdue", count: overdue },
    { key: "precedents", count: home.precedents?.rows.length ?? 0 },
    { key: "imports", count: home.imports?.rows.length ?? 0 },
    { key: "lineChanges", count: home.lineChanges?.rows.length ?? 0 },
    { key: "handovers", count: home.handovers?.rows.length ?? 0 },
    { key: "signals", count: home.signals?.rows.length ?? 0 },
    { key: "destructions", count: home.destructions?.rows.length ?? 0 },
  ] as const;
  const waiting = counts.filter(({ count }) => count > 0);
  if (waiting.length === 0) return <p>{t("nothingWaits")}</p>;
  const words = waiting.map(({ key, count }) => t(`waiting.${key}`, { count }));
  return <p>{t("waits", { what: format.list(words) })}</p>;
}

function Starts() {
  const { t } = useTranslation("home");
  const mayCreate = useHasRight("case.create");
  const mayPlan = useHasRight("session.lead");
  return (
    <>
      {mayCreate ? (
        <LinkButton to="/casussen/nieuw" purpose="primary">
          {t("newCase")}
        </LinkButton>
      ) : null}
      {mayPlan ? <LinkButton to="/zittingen/nieuw">{t("planSession")}</LinkButton> : null}
    </>
  );
}
