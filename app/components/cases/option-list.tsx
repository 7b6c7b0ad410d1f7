import { useTranslation } from "#app/i18n/use-translation.ts";
import type { OptionSummary } from "#app/schemas/case-step-view.ts";
import { Badge } from "../badge.tsx";
import { Card } from "../card.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { LinkButton } from "../link-button.tsx";
import { TextLink } from "../text-link.tsx";

type OptionListProps = { caseId: string; options: readonly OptionSummary[] };

/** The solutions of a case with the way to each form. */
export function OptionList({ caseId, options }: OptionListProps) {
  const { t } = useTranslation("cases");
  return (
    <Card
      title={t("optionsList.title")}
      footer={
        <LinkButton to={`/casussen/${caseId}/oplossingen/nieuw`}>{t("optionsList.add")}</LinkButton>
      }
    >
      <p className="nl-paragraph">{t("optionsList.hint")}</p>
      <ol className="mw-work" start={0}>
        {options.map(({ id, title, level, locked }) => (
          <li key={id} className="mw-work__item">
            <span className="mw-work__words">
              <TextLink to={`/casussen/${caseId}/oplossingen/${id}`}>{title}</TextLink>
            </span>
            <span className="mw-row">
              <LevelBadge level={level} />
              {locked ? <Badge>{t("optionsList.locked")}</Badge> : null}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
