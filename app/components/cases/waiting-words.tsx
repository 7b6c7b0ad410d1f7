import type { CaseStatus } from "#app/domain/case-file.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const ofCoordinator: CaseStatus[] = ["registered", "intake", "facts_and_options", "deliberation"];

type WaitingWordsProps = { status: CaseStatus; coordinator: string | null };

/** Who a case waits for, and for what. */
export function WaitingWords({ status, coordinator }: WaitingWordsProps) {
  const { t } = useTranslation("cases");
  const named = coordinator !== null && ofCoordinator.includes(status);
  return (
    <>
      {t(`waiting.${status}`)}
      {named ? <span className="mw-small"> {t("waiting.by", { name: coordinator })}</span> : null}
    </>
  );
}
