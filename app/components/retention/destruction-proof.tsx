import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { DateTime } from "../date-time.tsx";

export type Proof = {
  destroyedAt: number;
  /** Number of the event in the log; null while scoring is under way: it would tell how far that is. */
  sequence: number | null;
  engine: "sqlite" | "postgres";
  /** Copies of the database that still hold the case. */
  backups: readonly { name: string; madeAt: number }[];
};

type ProofProps = { proof: Proof; completedAt: number | null };

/** What can be said about a case that is gone, and where it may still be. */
export function DestructionProof({ proof, completedAt }: ProofProps) {
  const { t } = useTranslation("retention");
  const format = useFormat();
  const { destroyedAt, sequence, engine, backups } = proof;
  return (
    <Card title={t("page.proof")} tone="accent">
      <DataList
        items={[
          {
            key: "at",
            label: t("page.destroyedAt"),
            value: <DateTime moment={destroyedAt} />,
          },
          {
            key: "event",
            label: t("page.eventNumber"),
            value: sequence === null ? t("page.eventNumberLater") : format.number(sequence),
          },
          { key: "key", label: t("page.key"), value: t("page.keyGone") },
          {
            key: "traces",
            label: t("page.traces"),
            value:
              completedAt === null
                ? t("page.tracesWaiting")
                : t("page.tracesGone", { moment: format.dateTime(completedAt) }),
          },
          { key: "backups", label: t("page.backups"), value: <Backups backups={backups} /> },
          {
            key: "outside",
            label: t("page.outside"),
            value: engine === "postgres" ? t("page.outsidePostgres") : t("page.outsideSqlite"),
          },
        ]}
      />
    </Card>
  );
}

function Backups({ backups }: Pick<Proof, "backups">) {
  const { t } = useTranslation("retention");
  if (backups.length === 0) return t("page.backupsNone");
  return (
    <>
      <p>{t("page.backupsText")}</p>
      <ul className="mw-plain-list">
        {backups.map(({ name, madeAt }) => (
          <li key={name}>
            <span className="mw-code">{name}</span> (<DateTime moment={madeAt} />)
          </li>
        ))}
      </ul>
    </>
  );
}
