import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { Card } from "#app/components/card.tsx";
import { Columns, Stack } from "#app/components/columns.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { pageTitle } from "#app/components/page-meta.ts";
import { ItemMoves } from "#app/components/sessions/item-moves.tsx";
import { ItemPhases } from "#app/components/sessions/item-phases.tsx";
import { JoinCard } from "#app/components/sessions/join-card.tsx";
import { JoinRequests } from "#app/components/sessions/join-requests.tsx";
import { Leading, TakeOver } from "#app/components/sessions/leading.tsx";
import { LiveNotice } from "#app/components/sessions/live-notice.tsx";
import { PanelProgress } from "#app/components/sessions/panel-progress.tsx";
import { RefusedMove } from "#app/components/sessions/refused-move.tsx";
import { RemindForm } from "#app/components/sessions/remind-form.tsx";
import { RevealedFacts } from "#app/components/sessions/revealed-facts.tsx";
import { OnTheTable } from "#app/components/sessions/on-the-table.tsx";
import { TimerForm } from "#app/components/sessions/timer-form.tsx";
import { Timer } from "#app/components/sessions/timer.tsx";
import { WeightsOrigin } from "#app/components/sessions/weights-origin.tsx";
import { useSessionEvents } from "#app/components/sessions/use-session-events.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { StatusBadge } from "#app/components/status-badge.tsx";
import { TextLink } from "#app/components/text-link.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { itemActionSchema } from "#app/schemas/session.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getItemPage } from "#app/server/agenda-items-page.server.ts";
import { itemAddress } from "#app/server/agenda-items.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { handleItemMove } from "#app/server/session-moves.server.ts";

export const meta = ({ data }: { data: { caseFile: { title: string } } | undefined }) =>
  pageTitle(data?.caseFile.title ?? "");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("sessions")("title"), to: "/zittingen" },
  { label: data.session.title, to: `/zittingen/${data.session.id}` },
  { label: data.caseFile.title },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "session.read");
  return getItemPage(access, itemAddress(params));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "session.lead");
  const address = itemAddress(params);
  return handleForm(request, itemActionSchema, async (submission) => {
    const flash = await handleItemMove(access, address, submission);
    return redirectWithFlash(`/zittingen/${address.sessionId}/casussen/${address.caseId}`, flash);
  });
}

/** The timer says in its own form what is wrong with the minutes. */
function refusedElsewhere(result: FormResult | undefined): FormResult | undefined {
  return result?.errors.minutes ? undefined : result;
}

export default function AgendaItemPage() {
  const page = useLoaderData<typeof loader>();
  const following = useSessionEvents(page.session.id, page.position, { caseId: page.caseFile.id });
  const result = useActionData<typeof action>();
  const { t } = useTranslation("sessions");
  const { caseFile, phase, round, perspectives, members, revealed, timer, door } = page;
  const scoring = phase === "scoring";
  return (
    <>
      <PageHeader
        above={t("item.above", { number: caseFile.number })}
        title={caseFile.title}
        lead={
          <>
            <StatusBadge kind="itemPhase" status={phase} />
            {round > 1 ? <Badge>{t("item.round", { number: round })}</Badge> : null}
            <TextLink to={`/casussen/${caseFile.id}`}>{t("item.toCase")}</TextLink>
          </>
        }
      />
      <LiveNotice {...following} />
      <ItemPhases phase={phase} round={round} />
      <RefusedMove result={refusedElsewhere(result)} />
      {timer ? <Timer timer={timer} /> : null}
      <Columns>
        <Stack>
          {door ? <JoinRequests waiting={door.waiting} perspectives={perspectives} /> : null}
          {page.tabled ? <OnTheTable cell={page.tabled} /> : null}
          <ItemMoves {...page} />
          <Card title={t(scoring ? "item.progress" : "item.panels")}>
            {scoring ? <p>{t("item.blind")}</p> : null}
            <PanelProgress perspectives={perspectives} members={members} showStatus={scoring} />
            {page.reminding ? <RemindForm reminding={page.reminding} /> : null}
            <WeightsOrigin perspectives={perspectives} weighed={page.weighed} />
          </Card>
          {revealed ? <RevealedFacts revealed={revealed} /> : null}
        </Stack>
        <Stack>
          {page.deputises ? <TakeOver facilitator={page.facilitator} /> : null}
          {page.leads ? <TimerForm running={timer !== null} result={result} /> : null}
          {door ? <JoinCard way={door.open} unfolded={phase === "prepare"} /> : null}
          <Leading {...page} observers={page.observers.map(({ name }) => name)} />
        </Stack>
      </Columns>
    </>
  );
}
