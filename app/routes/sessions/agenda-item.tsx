import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Card } from "#app/components/card.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { pageTitle } from "#app/components/page-meta.ts";
import { ItemMoves, ItemPhases } from "#app/components/sessions/item-moves.tsx";
import { PanelProgress } from "#app/components/sessions/panel-progress.tsx";
import { RefusedMove } from "#app/components/sessions/refused-move.tsx";
import { RevealedFacts } from "#app/components/sessions/revealed-facts.tsx";
import { useSessionEvents } from "#app/components/sessions/use-session-events.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { StatusBadge } from "#app/components/status-badge.tsx";
import { TextLink } from "#app/components/text-link.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { itemActionSchema } from "#app/schemas/session.ts";
import { requireRight } from "#app/server/access.server.ts";
import { concludeItem, openScoring } from "#app/server/agenda-items-moves.server.ts";
import { getItemPage } from "#app/server/agenda-items-page.server.ts";
import { itemAddress } from "#app/server/agenda-items.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";

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
  const moves = {
    open_scoring: { make: openScoring, flash: "scoring_opened" },
    conclude: { make: concludeItem, flash: "item_concluded" },
  };
  return handleForm(request, itemActionSchema, async ({ input }) => {
    const { make, flash } = moves[input.intent];
    await make(access, address);
    return redirectWithFlash(`/zittingen/${address.sessionId}/casussen/${address.caseId}`, flash);
  });
}

export default function AgendaItemPage() {
  const page = useLoaderData<typeof loader>();
  useSessionEvents(page.session.id, page.position);
  const result = useActionData<typeof action>();
  const { t } = useTranslation("sessions");
  const { caseFile, phase, perspectives, members, revealed } = page;
  return (
    <>
      <PageHeader
        above={t("item.above", { number: caseFile.number })}
        title={caseFile.title}
        lead={
          <>
            <StatusBadge kind="itemPhase" status={phase} />
            <TextLink to={`/casussen/${caseFile.id}`}>{t("item.toCase")}</TextLink>
          </>
        }
      />
      <ItemPhases phase={phase} />
      <RefusedMove result={result} />
      <ItemMoves {...page} />
      {revealed ? <RevealedFacts revealed={revealed} /> : null}
      <Card title={t(phase === "scoring" ? "item.progress" : "item.panels")}>
        {phase === "scoring" ? <p>{t("item.blind")}</p> : null}
        <PanelProgress
          perspectives={perspectives}
          members={members}
          showStatus={phase === "scoring"}
        />
      </Card>
    </>
  );
}
