import { useTranslation } from "#app/i18n/use-translation.ts";
import { useHasRight } from "../shell/use-shell.ts";
import { SubNavigation } from "../sub-navigation.tsx";

/** The pages of one case. */
export function CaseNavigation({ caseId }: { caseId: string }) {
  const { t } = useTranslation("cases");
  const changes = useHasRight("case.edit");
  const scores = useHasRight("session.score");
  const asks = useHasRight("questionnaire.invite");
  const handsOver = useHasRight("handover.manage");
  const keeps = useHasRight("destruction.propose");
  const address = `/casussen/${caseId}`;
  const items = [
    { to: address, label: t("page.file"), end: true },
    { to: `${address}/documenten`, label: t("page.documents") },
    { to: `${address}/geschiedenis`, label: t("page.history") },
    ...(changes ? [{ to: `${address}/status`, label: t("page.status") }] : []),
    ...(changes || scores
      ? [{ to: `${address}/belangenconflict`, label: t("page.interest") }]
      : []),
    ...(asks ? [{ to: `${address}/vragen`, label: t("page.questionnaires") }] : []),
    ...(handsOver ? [{ to: `${address}/overdracht`, label: t("page.handover") }] : []),
    ...(keeps ? [{ to: `${address}/bewaren`, label: t("page.retention") }] : []),
  ];
  return <SubNavigation label={t("page.navigation")} items={items} />;
}
