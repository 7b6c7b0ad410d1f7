import { useId } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CitizenLink, QuestionnairesPage } from "#app/schemas/questionnaire-view.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { QrCode } from "../qr-code.tsx";
import { useHasRight } from "../shell/use-shell.ts";
import { TextLink } from "../text-link.tsx";

type MadeLinkProps = { link: CitizenLink; page: QuestionnairesPage };

/** A link as it is seen once: to copy, to scan, and with words around it for a letter or a text message. */
export function MadeLink({ link, page: { caseFile, decision } }: MadeLinkProps) {
  const { t } = useTranslation("questionnaires");
  const format = useFormat();
  const writes = useHasRight("letter.write");
  return (
    <Card title={t("made.title")} tone="accent">
      <Alert kind="warning" role="status">
        <p>{t("made.once")}</p>
        <p>{t("made.until", { date: format.date(link.expiresAt) })}</p>
      </Alert>
      <CopyField label={t("made.link")} text={link.address} rows={2} />
      <QrCode {...link.qr} label={t("made.qr")} />
      {link.texts.map(({ language, letter, message }) => (
        <section key={language} className="mw-stack">
          <h3 className="nl-heading nl-heading--level-4">
            {language === "nl" ? t("made.inDutch") : t("made.inEnglish")}
          </h3>
          <CopyField label={t("made.letter")} text={letter} rows={5} language={language} />
          <CopyField label={t("made.message")} text={message} rows={3} language={language} />
        </section>
      ))}
      {decision && writes ? (
        <p>
          <TextLink to={`/casussen/${caseFile.id}/besluiten/${decision.id}/brief`}>
            {t("made.toLetter")}
          </TextLink>
        </p>
      ) : null}
    </Card>
  );
}

type CopyFieldProps = { label: string; text: string; rows: number; language?: string };

/** To select and copy, also without JavaScript. */
function CopyField({ label, text, rows, language }: CopyFieldProps) {
  const id = useId();
  return (
    <div className="utrecht-form-field mw-field">
      <label className="utrecht-form-label mw-field__label" htmlFor={id}>
        {label}
      </label>
      <textarea
        className="utrecht-textarea utrecht-textarea--html-textarea mw-input mw-input--full mw-textarea"
        id={id}
        rows={rows}
        lang={language}
        readOnly
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}
