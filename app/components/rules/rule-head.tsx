import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { RulePage } from "#app/schemas/rule-view.ts";
import { Alert } from "../alert.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { LinkButton } from "../link-button.tsx";
import { PageHeader } from "../page-header.tsx";
import { Prose } from "../prose.tsx";
import { TextLink } from "../text-link.tsx";
import { RuleStanding } from "./rule-standing.tsx";

/** The name of a rule, whether it holds, and where this person can go with it. */
export function RuleHead({ page }: { page: RulePage }) {
  const { t } = useTranslation("rules");
  const { rule, inWords, may } = page;
  const { id, number, edition, title, standing } = rule;
  return (
    <>
      <PageHeader
        above={t("page.above", { number, edition })}
        title={title}
        lead={
          <>
            <LevelBadge level={inWords.level} /> <RuleStanding standing={standing} />
          </>
        }
        actions={
          <>
            {may.edit ? (
              <LinkButton purpose="primary" to={`/regels/${id}/bewerken`}>
                {t("page.edit")}
              </LinkButton>
            ) : null}
            <LinkButton to={`/regels/vergelijken?a=${id}`}>{t("page.toCompare")}</LinkButton>
          </>
        }
      />
      <StandingNotice page={page} />
    </>
  );
}

function StandingNotice({ page }: { page: RulePage }) {
  const { t } = useTranslation("rules");
  const format = useFormat();
  const { standing, validFrom, validUntil } = page.rule;
  if (standing === "draft") return <DraftNotice page={page} />;
  if (standing === "coming") {
    const date = format.date(validFrom ?? 0);
    return <Alert title={t("page.comingTitle", { date })} />;
  }
  if (standing === "discarded") return <Alert kind="warning" title={t("page.discardedTitle")} />;
  const date = format.date(validUntil ?? 0);
  if (standing === "in_force") {
    if (validUntil === null) return null;
    return (
      <Alert title={t("page.endsTitle", { date })}>
        <EndReason page={page} />
      </Alert>
    );
  }
  const isReplaced = standing === "replaced";
  return (
    <Alert kind="warning" title={t(isReplaced ? "page.replacedTitle" : "page.endedTitle")}>
      <p>{t("page.endedOn", { date })}</p>
      <EndReason page={page} />
      <InForce page={page} />
    </Alert>
  );
}

function DraftNotice({ page: { rule, editions } }: { page: RulePage }) {
  const { t } = useTranslation("rules");
  const held = editions.find(({ standing }) => standing === "in_force");
  return (
    <Alert>
      <p>{t("page.draft")}</p>
      {held && held.id !== rule.id ? (
        <p>
          <TextLink to={`/regels/${held.id}`}>
            {t("page.revision", { edition: held.edition })}
          </TextLink>
        </p>
      ) : null}
    </Alert>
  );
}

function EndReason({ page: { rule } }: { page: RulePage }) {
  const { t } = useTranslation("rules");
  return rule.endReason === "" ? null : (
    <Prose text={t("page.endReason", { reason: rule.endReason })} />
  );
}

/** The edition that holds now, from one that does not. */
function InForce({ page: { rule, editions } }: { page: RulePage }) {
  const { t } = useTranslation("rules");
  const now = editions.find(({ id, standing }) => id !== rule.id && standing === "in_force");
  if (!now) return null;
  return (
    <p>
      <TextLink to={`/regels/${now.id}`}>{t("page.edition", { edition: now.edition })}</TextLink>
    </p>
  );
}
