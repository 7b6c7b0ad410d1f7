import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CoveringRule } from "#app/schemas/rule-view.ts";
import { Alert } from "../alert.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { useHasRight } from "../shell/use-shell.ts";
import { RightLink } from "../right-link.tsx";
import { TextLink } from "../text-link.tsx";

type CoveringRulesProps = { rules: readonly CoveringRule[]; caseId: string };

/** The rules in force that settle a case, or would when more is known: then no session is needed. */
export function CoveringRules({ rules, caseId }: CoveringRulesProps) {
  const { t } = useTranslation("comparing");
  if (rules.length === 0) return null;
  return (
    <Alert title={t("rule.title")}>
      <ul className="mw-plain-list mw-stack">
        {rules.map((rule) => (
          <CoveringRuleItem key={rule.id} rule={rule} caseId={caseId} />
        ))}
      </ul>
    </Alert>
  );
}

function CoveringRuleItem({ rule, caseId }: { rule: CoveringRule; caseId: string }) {
  const { t, language } = useTranslation("comparing");
  const format = useFormat();
  const maySettle = useHasRight("case.manage");
  const { id, number, title, level, settles } = rule;
  const unknown = rule.unknown.map((label) => textIn(label, language));
  return (
    <li>
      <p>
        <strong>{t(`rule.${settles}`, { number })}</strong>
      </p>
      <p>
        <RightLink right="rule.read" to={`/regels/${id}`}>
          {title}
        </RightLink>
      </p>
      {settles === "if" ? <p>{t("rule.unknown", { facts: format.list(unknown) })}</p> : null}
      <p className="mw-row">
        {t("rule.gives")} <LevelBadge level={level} />
      </p>
      {settles === "yes" ? (
        <p>
          {maySettle ? (
            <TextLink to={`/casussen/${caseId}/regel`}>{t("rule.settle")}</TextLink>
          ) : (
            t("rule.byCoordinator")
          )}
        </p>
      ) : null}
    </li>
  );
}
