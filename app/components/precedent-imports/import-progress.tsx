import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ImportPage } from "#app/schemas/precedent-import.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { Progress } from "../progress.tsx";
import { TextLink } from "../text-link.tsx";
import { useProgress } from "./use-progress.ts";

/** How far it is; without JavaScript a link looks again. */
export function ImportProgress({ item }: { item: ImportPage["item"] }) {
  const { t } = useTranslation("precedent-imports");
  const isChecking = item.status === "checking";
  const isBusy = isChecking || item.status === "importing";
  useProgress(isBusy);
  if (!isBusy) return null;
  const total = isChecking ? item.rows : item.good;
  return (
    <Card tone="accent">
      {item.isStalled ? <Alert kind="warning">{t("page.stalled")}</Alert> : null}
      <Progress
        label={t(isChecking ? "page.progressChecking" : "page.progressImporting")}
        done={Math.min(item.done, total)}
        total={total}
      />
      <p>{t(isChecking ? "page.busyChecking" : "page.busyImporting")}</p>
      <p>
        <TextLink to={`/precedenten/importeren/${item.id}`} reloadDocument>
          {t("page.reload")}
        </TextLink>
      </p>
    </Card>
  );
}
