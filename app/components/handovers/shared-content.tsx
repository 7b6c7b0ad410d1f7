import { handoverParts, type SharedField, type SpecialKind } from "#app/domain/handover.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { HandoverShown } from "#app/schemas/handover-view.ts";
import { Alert } from "../alert.tsx";
import { DataList } from "../data-list.tsx";
import { DateTime } from "../date-time.tsx";
import { Prose } from "../prose.tsx";

/** Fields as the receiver reads them. */
export function SharedFields({ fields }: { fields: readonly SharedField[] }) {
  return (
    <DataList
      items={fields.map(({ label, text }, index) => ({
        key: String(index),
        label,
        value: <Prose text={text} />,
      }))}
    />
  );
}

/** The kinds of special data in words. */
export function useSpecialWords() {
  const { t } = useTranslation("handovers");
  const format = useFormat();
  return (kinds: readonly SpecialKind[]) => format.list(kinds.map((kind) => t(`special.${kind}`)));
}

type WhatIsReadProps = {
  shown: HandoverShown;
  /** Of the titles of its parts in the page. */
  level?: 2 | 3;
};

/** Exactly what the receiver reads: on their page, in the preview, and on the page to bring along. */
export function WhatIsRead({ shown, level = 3 }: WhatIsReadProps) {
  const { t } = useTranslation("handovers");
  const words = useSpecialWords();
  const { content, sender } = shown;
  const alongWords = (kinds: readonly SpecialKind[]) =>
    t("content.alongText", { kinds: words(kinds) });
  const parts = handoverParts.flatMap((part) => {
    const fields = content[part];
    return fields ? [{ part, fields }] : [];
  });
  const Title = `h${level}` as const;
  const heading = `nl-heading nl-heading--level-${level + 1}`;
  return (
    <>
      <DataList
        items={[
          { key: "question", label: t("content.question"), value: <Prose text={shown.question} /> },
          { key: "by", label: t("content.answerBy"), value: <Day at={shown.answerBy} /> },
        ]}
      />
      <Title className={heading}>{t("content.shared")}</Title>
      {content.special ? (
        <Alert kind="warning">
          <p>{t("special.shared", { kinds: words(content.special) })}</p>
        </Alert>
      ) : null}
      {parts.length === 0 ? <p>{t("content.onlyQuestion")}</p> : null}
      {parts.map(({ part, fields }) => (
        <section key={part} aria-label={t(`part.${part}`)}>
          <SharedFields fields={fields} />
        </section>
      ))}
      <Title className={heading}>{t("content.agreed")}</Title>
      <DataList
        items={[
          { key: "consent", label: t("content.consent"), value: <Prose text={shown.consent} /> },
          // It goes along with whatever is shared, so it belongs to what was agreed.
          ...(content.special
            ? [{ key: "special", label: t("content.along"), value: alongWords(content.special) }]
            : []),
          { key: "when", label: t("content.consentAt"), value: <Day at={shown.consentAt} /> },
          { key: "from", label: t("content.from"), value: shown.from },
          { key: "sender", label: t("content.sender"), value: `${sender.name}, ${sender.email}` },
          { key: "to", label: t("content.to"), value: shown.to },
          { key: "contact", label: t("content.contact"), value: shown.contactName },
          { key: "sent", label: t("content.sentAt"), value: <Day at={shown.sentAt} /> },
        ]}
      />
    </>
  );
}

function Day({ at }: { at: number }) {
  return <DateTime moment={at} day />;
}
