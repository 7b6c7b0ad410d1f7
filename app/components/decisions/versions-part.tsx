import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DecisionPage } from "#app/schemas/decision-view.ts";
import { Card } from "../card.tsx";
import { Prose } from "../prose.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";

/** All versions of the decision on this case; none of them ever changes. */
export function VersionsPart({ page: { versions, decision, caseFile } }: { page: DecisionPage }) {
  const { t } = useTranslation("decisions");
  const { t: terms } = useTranslation();
  const format = useFormat();
  if (versions.length < 2) return null;
  return (
    <Card title={t("page.versions")}>
      <ul>
        {versions.map(({ id, number, kind, status, takenAt, takenBy, versionReason }) => {
          const words = t("page.titleVersion", { kind: terms(`decisionKind.${kind}`), number });
          const to =
            status === "draft"
              ? `/casussen/${caseFile.id}/besluit`
              : `/casussen/${caseFile.id}/besluiten/${id}`;
          return (
            <li key={id}>
              {id === decision.id ? (
                <strong>
                  {words} ({t("page.thisVersion")})
                </strong>
              ) : (
                <TextLink to={to}>{words}</TextLink>
              )}{" "}
              <StatusBadge kind="decisionStatus" status={status} />
              {takenAt !== null && takenBy !== null ? (
                <p>{t("page.versionTaken", { date: format.date(takenAt), name: takenBy })}</p>
              ) : null}
              {versionReason ? <Prose text={versionReason} /> : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
