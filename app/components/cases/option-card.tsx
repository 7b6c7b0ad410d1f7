import { getGround } from "#app/domain/option.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CasePage } from "#app/schemas/case-view.ts";
import { Badge } from "../badge.tsx";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { Disclosure } from "../disclosure.tsx";
import { IconAlertTriangle } from "../icons.ts";
import { LevelBadge } from "../level-badge.tsx";
import { Prose } from "../prose.tsx";

type OptionCardProps = {
  option: CasePage["options"][number];
  page: Pick<CasePage, "costLines" | "optionClaims" | "claims">;
};

/** A solution: how far it goes, on which ground, and what it costs line by line. */
export function OptionCard({ option, page }: OptionCardProps) {
  const { t } = useTranslation("options");
  const { t: terms } = useTranslation();
  const { id, title, description, level, ground, groundReference } = option;
  const perClaim = page.optionClaims.filter(({ optionId }) => optionId === id);
  return (
    <Card title={title} level={3} aside={<LevelBadge level={level} />}>
      <Prose text={description} />
      <DataList
        items={[
          { key: "ground", label: t("card.ground"), value: ground && terms(`ground.${ground}`) },
          { key: "reference", label: t("card.reference"), value: groundReference },
        ]}
      />
      {ground ? <GroundFlags ground={ground} /> : null}
      {perClaim.map(({ claimId, level: claimLevel, note }) => (
        <p key={claimId} className="nl-paragraph">
          {page.claims.find((claim) => claim.id === claimId)?.label}:{" "}
          <LevelBadge level={claimLevel} /> {note}
        </p>
      ))}
      <CostLines lines={page.costLines.filter(({ optionId }) => optionId === id)} />
    </Card>
  );
}

const flags = [
  "redFlag",
  "requiresExecutive",
  "requiresLegalAdvice",
  "requiresPolicyOwner",
] as const;

function GroundFlags({ ground }: { ground: string }) {
  const { t } = useTranslation("options");
  const known = getGround(ground);
  const raised = flags.filter((flag) => known[flag]);
  if (raised.length === 0) return null;
  return (
    <p className="mw-row">
      {raised.map((flag) => (
        <Badge
          key={flag}
          tone={flag === "redFlag" ? "negative" : "warning"}
          icon={IconAlertTriangle}
        >
          {t(`flag.${flag}`)}
        </Badge>
      ))}
    </p>
  );
}

function CostLines({ lines }: { lines: CasePage["costLines"] }) {
  const { t } = useTranslation("options");
  const { t: terms } = useTranslation();
  const format = useFormat();
  if (lines.length === 0) return null;
  return (
    <Disclosure summary={`${t("card.lines")} (${lines.length})`}>
      <ul>
        {lines.map(({ id, post, cents, bearer, recurrence, certainty, source }) => (
          <li key={id}>
            {t("card.line", {
              post,
              amount: format.euro(cents),
              recurrence: terms(`recurrence.${recurrence}`).toLowerCase(),
              bearer: terms(`bearer.${bearer}`).toLowerCase(),
              certainty: terms(`certainty.${certainty}`).toLowerCase(),
            })}
            {source === "" ? null : <span className="mw-small"> ({source})</span>}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
