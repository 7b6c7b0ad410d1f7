import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LetterLine, LetterPage } from "#app/schemas/letter-view.ts";
import { Alert } from "../alert.tsx";
import { Badge } from "../badge.tsx";
import { IconCircleCheck, IconCircleDashed } from "../icons.ts";
import { LinkButton } from "../link-button.tsx";
import { PageHeader } from "../page-header.tsx";
import { TextLink } from "../text-link.tsx";

/** Which letter this is, where it stands, and how to take it along. */
export function LetterHead({ page }: { page: LetterPage }) {
  const { t } = useTranslation("letters");
  const { caseFile, decision, letter } = page;
  const decisionAddress = `/casussen/${caseFile.id}/besluiten/${decision.id}`;
  return (
    <div className="mw-screen-only mw-stack">
      <PageHeader
        above={t("above", { number: caseFile.number, decision: decision.number })}
        title={t("title")}
        lead={letter ? <LetterStanding letter={letter} /> : t("lead")}
        actions={<LinkButton to={decisionAddress}>{t("toDecision")}</LinkButton>}
      />
      {decision.status === "replaced" ? (
        <Alert kind="warning" title={t("replaced")}>
          <p>{t("replacedText")}</p>
        </Alert>
      ) : null}
      {letter ? <TakeAlong page={page} number={letter.number} /> : null}
      <OtherLetters page={page} />
    </div>
  );
}

function LetterStanding({ letter }: { letter: NonNullable<LetterPage["letter"]> }) {
  const { t } = useTranslation("letters");
  const format = useFormat();
  const { number, sentAt, sentBy, updatedAt, updatedBy } = letter;
  return (
    <>
      <LetterBadge letter={letter} />
      <span>
        {sentAt === null
          ? t("changedBy", { number, name: updatedBy, date: format.dateTime(updatedAt) })
          : t("sentBy", { number, name: sentBy ?? "", date: format.date(sentAt) })}
      </span>
    </>
  );
}

/** Draft or sent, in words and an icon. */
export function LetterBadge({ letter: { state } }: { letter: Pick<LetterLine, "state"> }) {
  const { t } = useTranslation("letters");
  return state === "sent" ? (
    <Badge tone="positive" icon={IconCircleCheck}>
      {t("state.sent")}
    </Badge>
  ) : (
    <Badge icon={IconCircleDashed}>{t("state.draft")}</Badge>
  );
}

function TakeAlong({ page, number }: { page: LetterPage; number: number }) {
  const { t } = useTranslation("letters");
  const { caseFile, decision, may } = page;
  if (!may.takeAway) return <p className="mw-hint">{t("notAllowed")}</p>;
  const address = (kind: string) =>
    `/casussen/${caseFile.id}/besluiten/${decision.id}/brief/${kind}?brief=${number}`;
  return (
    <p>
      {t("printHint")}{" "}
      <TextLink to={address("docx")} reloadDocument>
        {t("docx")}
      </TextLink>
      {" · "}
      <TextLink to={address("pdf")} reloadDocument>
        {t("pdf")}
      </TextLink>
    </p>
  );
}

function OtherLetters({ page: { caseFile, decision, letter, letters } }: { page: LetterPage }) {
  const { t } = useTranslation("letters");
  const format = useFormat();
  const others = letters.filter(({ id }) => id !== letter?.id);
  if (others.length === 0) return null;
  return (
    <nav aria-label={t("others")}>
      <ul>
        {others.map(({ id, number, sentAt }) => (
          <li key={id}>
            <TextLink
              to={`/casussen/${caseFile.id}/besluiten/${decision.id}/brief?brief=${number}`}
            >
              {sentAt === null
                ? t("otherDraft", { number })
                : t("otherSent", { number, date: format.date(sentAt) })}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
