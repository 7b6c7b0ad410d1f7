import type { RetentionOutcome } from "#app/domain/retention.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DestructionItem } from "#app/schemas/retention.ts";
import { DataList } from "../data-list.tsx";
import { DateTime } from "../date-time.tsx";
import { DestructionTable } from "./destruction-table.tsx";

type CaseEndingProps = {
  ending: { closedAt: number; destroyFrom: number; outcome: RetentionOutcome } | null;
  proposals: readonly DestructionItem[];
};

/** How a case ended and until when it is kept, with what was proposed about it. */
export function CaseEnding({ ending, proposals }: CaseEndingProps) {
  const { t } = useTranslation("retention");
  return (
    <>
      {ending === null ? (
        <p className="nl-paragraph">{t("casePage.open")}</p>
      ) : (
        <DataList
          items={[
            { key: "how", label: t("casePage.how"), value: t(`outcome.${ending.outcome}`) },
            {
              key: "ended",
              label: t("casePage.endedOn"),
              value: <DateTime moment={ending.closedAt} day />,
            },
            {
              key: "until",
              label: t("casePage.until"),
              value: <DateTime moment={ending.destroyFrom} day />,
            },
          ]}
        />
      )}
      {proposals.length > 0 ? (
        <section>
          <h2 className="nl-heading nl-heading--level-2">{t("casePage.proposals")}</h2>
          <DestructionTable caption={t("casePage.proposals")} items={proposals} />
        </section>
      ) : null}
    </>
  );
}
