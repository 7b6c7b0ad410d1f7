import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PrecedentEditor } from "#app/schemas/precedent-view.ts";
import { Card } from "../card.tsx";
import { Prose } from "../prose.tsx";
import { TextLink } from "../text-link.tsx";

/** The decision beside the rewriting: locked, as it was taken. */
export function OriginalDecision({ page }: { page: PrecedentEditor }) {
  const { t, language } = useTranslation("precedents");
  const { original, perspectives } = page;
  if (!original) {
    return (
      <Card title={t("edit.original")} tone="quiet">
        <p>
          {t(page.precedent.source === "import" ? "edit.originalImported" : "edit.originalHidden")}
        </p>
      </Card>
    );
  }
  const texts = [
    ...perspectives.map(({ key, name }) => ({
      title: textIn(name, language),
      text: original.motivation[key] ?? "",
    })),
    { title: t("edit.ground"), text: original.groundReference },
    { title: t("edit.departure"), text: original.departure },
    { title: t("edit.minority"), text: original.minorityView },
  ];
  return (
    <Card title={t("edit.original")} tone="quiet">
      {texts
        .filter(({ text }) => text.trim() !== "")
        .map(({ title, text }) => (
          <section key={title}>
            <h3 className="nl-heading nl-heading--level-4">{title}</h3>
            <Prose text={text} />
          </section>
        ))}
      <p>
        <TextLink to={`/casussen/${original.caseId}/besluiten/${original.id}`}>
          {t("edit.toOriginal")}
        </TextLink>
      </p>
    </Card>
  );
}
