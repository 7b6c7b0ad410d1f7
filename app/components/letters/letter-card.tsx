import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DecisionPage } from "#app/schemas/decision-view.ts";
import { Card } from "../card.tsx";
import { useHasRight } from "../shell/use-shell.ts";
import { TextLink } from "../text-link.tsx";
import { LetterBadge } from "./letter-head.tsx";

/** The letters about a decision: none, a draft, sent. */
export function LetterCard({ page: { caseFile, decision, letters } }: { page: DecisionPage }) {
  const { t } = useTranslation("letters");
  const format = useFormat();
  const writes = useHasRight("letter.write") && decision.status === "taken";
  const address = `/casussen/${caseFile.id}/besluiten/${decision.id}/brief`;
  if (letters.length === 0 && !writes) return null;
  return (
    <Card title={t("card.title")}>
      {letters.length === 0 ? (
        <p>
          {t("card.none")} <TextLink to={address}>{t("card.start")}</TextLink>
        </p>
      ) : (
        <ul className="mw-letters">
          {letters.map((letter) => (
            <li key={letter.id}>
              <TextLink to={`${address}?brief=${letter.number}`}>
                {t("card.letter", { number: letter.number })}
              </TextLink>{" "}
              <LetterBadge letter={letter} />{" "}
              {letter.sentAt === null ? null : format.date(letter.sentAt)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
