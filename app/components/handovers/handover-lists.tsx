import type { HandoverStatus } from "#app/domain/handover.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { HandoverItem } from "#app/schemas/handover-view.ts";
import { EmptyState } from "../empty-state.tsx";
import { LinkButton } from "../link-button.tsx";
import { PageHeader } from "../page-header.tsx";
import { Pagination } from "../pagination.tsx";
import { ExportLinks } from "../report/export-links.tsx";
import { SubNavigation } from "../sub-navigation.tsx";
import { TextLink } from "../text-link.tsx";
import { HandoverTable } from "./handover-table.tsx";

export type HandoverListProps = {
  side: "received" | "sent";
  toon: "open" | "beantwoord";
  /** What a number counts, when only that is shown. */
  narrowed: Narrowed | null;
  now: number;
  items: readonly HandoverItem[];
  next: string | null;
};
type Narrowed = {
  status: HandoverStatus | "answered" | "alle" | null;
  van: string | null;
  tot: string | null;
};

/** What other organisations brought, or what was brought to them. */
export function HandoverList({ page }: { page: HandoverListProps }) {
  const { t } = useTranslation("handovers");
  const { side, toon, narrowed, now, items, next } = page;
  const caption = t(side === "sent" ? "list.captionSent" : "list.captionReceived");
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={<LinkButton to="/verkeerde-deur">{t("toWrongDoors")}</LinkButton>}
      />
      <SubNavigation
        label={t("navigation")}
        items={[
          { to: "/overdrachten", label: t("received"), end: true },
          { to: "/overdrachten/verstuurd", label: t("sent") },
        ]}
      />
      {narrowed ? <Narrowing narrowed={narrowed} /> : <Views toon={toon} />}
      {items.length === 0 ? (
        <NothingThere side={side} toon={toon} isNarrow={narrowed !== null} />
      ) : (
        <HandoverTable {...{ items, side, caption, now }} hideCaption />
      )}
      <Pagination next={next} />
      {items.length > 0 ? (
        <ExportLinks
          to={side === "sent" ? "/overdrachten/verstuurd/bestand" : "/overdrachten/bestand"}
        />
      ) : null}
    </>
  );
}

/** Which handovers these are, when a number led here. */
function Narrowing({ narrowed }: { narrowed: Narrowed }) {
  const { t } = useTranslation("handovers");
  const format = useFormat();
  const { status, van, tot } = narrowed;
  const day = (text: string | null) =>
    text === null ? "…" : format.date(Date.parse(`${text}T12:00:00Z`));
  return (
    <p>
      {van === null && tot === null
        ? t("list.some")
        : t("list.period", { from: day(van), until: day(tot) })}{" "}
      {status === null || status === "alle"
        ? null
        : `${status === "answered" ? t("list.acceptedOrReturned") : t(`status.${status}`)}. `}
      <TextLink to="?">{t("list.everything")}</TextLink>
    </p>
  );
}

/** What waits, or what was answered. */
function Views({ toon }: Pick<HandoverListProps, "toon">) {
  const { t } = useTranslation("handovers");
  const views = [
    { key: "open", to: "?", label: t("list.open") },
    { key: "beantwoord", to: "?toon=beantwoord", label: t("list.answered") },
  ];
  return (
    <nav aria-label={t("list.view")}>
      <p className="nl-paragraph mw-row">
        {views.map(({ key, to, label }) =>
          key === toon ? (
            <strong key={key} aria-current="true">
              {label}
            </strong>
          ) : (
            <TextLink key={key} to={to}>
              {label}
            </TextLink>
          ),
        )}
      </p>
    </nav>
  );
}

type NothingProps = Pick<HandoverListProps, "side" | "toon"> & { isNarrow: boolean };

function NothingThere({ side, toon, isNarrow }: NothingProps) {
  const { t } = useTranslation("handovers");
  if (isNarrow) return <p>{t("list.noneOfThese")}</p>;
  if (toon === "beantwoord") {
    return <EmptyState title={t("list.emptyAnsweredTitle")}>{t("list.emptyAnswered")}</EmptyState>;
  }
  if (side === "received") {
    return <EmptyState title={t("list.emptyReceivedTitle")}>{t("list.emptyReceived")}</EmptyState>;
  }
  return (
    <EmptyState
      title={t("list.emptySentTitle")}
      action={<LinkButton to="/casussen">{t("list.toCases")}</LinkButton>}
    >
      {t("list.emptySent")}
    </EmptyState>
  );
}
