import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LawReference } from "#app/domain/law-reference.ts";
import { IconExternalLink } from "./icons.ts";

/** A law, article or ruling, linked to where the text can be read. */
export function LawLink({ reference }: { reference: LawReference }) {
  const { t } = useTranslation();
  const { kind, value, url } = reference;
  return (
    <a className="nl-link mw-law-link" href={url} rel="external noreferrer">
      {t(`lawReferenceKind.${kind}`)}: {value}
      <IconExternalLink aria-hidden size={16} />
      <span className="mw-visually-hidden"> ({t("externalSite")})</span>
    </a>
  );
}
