import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LogState, ShownCheckpoint } from "#app/schemas/log-state.ts";
import { Card } from "../card.tsx";
import { DataTable } from "../data-table.tsx";
import { DateTime } from "../date-time.tsx";
import { Pagination } from "../pagination.tsx";
import { TextLink } from "../text-link.tsx";

/** Every head that was published, to download and keep. */
export function LogCheckpoints({ state }: { state: LogState }) {
  const { t } = useTranslation("log");
  const { checkpoints, next, start } = state;
  if (checkpoints.length === 0) return null;
  return (
    <Card title={t("checkpoints")}>
      <p>{t("checkpointsText")}</p>
      <CheckpointTable checkpoints={checkpoints} />
      {start ? (
        <p>
          <TextLink to={start}>{t("toStart")}</TextLink>
        </p>
      ) : null}
      <Pagination next={next} />
    </Card>
  );
}

function CheckpointTable({ checkpoints }: { checkpoints: ShownCheckpoint[] }) {
  const { t } = useTranslation("log");
  const format = useFormat();
  return (
    <DataTable
      caption={t("caption")}
      hideCaption
      rows={checkpoints}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "when",
          label: t("when"),
          rowHeader: true,
          cell: ({ at }) => <DateTime moment={at} />,
        },
        { key: "size", label: t("size"), numeric: true, cell: ({ size }) => format.number(size) },
        {
          key: "stamp",
          label: t("stamp"),
          cell: ({ isTimestamped }) => t(isTimestamped ? "withStamp" : "withoutStamp"),
        },
        {
          key: "file",
          label: t("file"),
          cell: ({ id, size }) => (
            <TextLink to={`/audit/logboek/controlepunt?id=${id}`} reloadDocument>
              {t("download", { count: size })}
            </TextLink>
          ),
        },
      ]}
    />
  );
}
