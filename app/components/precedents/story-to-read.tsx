import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PrecedentEditor } from "#app/schemas/precedent-view.ts";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { Prose } from "../prose.tsx";

/** The text as it stands, once it is offered, published or ended. */
export function StoryToRead({
  page: { precedent, perspectives, scopes },
}: {
  page: PrecedentEditor;
}) {
  const { t, language } = useTranslation("precedents");
  const { t: terms } = useTranslation();
  return (
    <Card title={precedent.title}>
      <Prose text={precedent.summary} />
      {perspectives.map(({ key, name }) =>
        precedent.motivation[key] ? (
          <section key={key}>
            <h3 className="nl-heading nl-heading--level-4">{textIn(name, language)}</h3>
            <Prose text={precedent.motivation[key]} />
          </section>
        ) : null,
      )}
      <DataList
        items={[
          {
            key: "visibility",
            label: t("edit.visibility"),
            value: terms(`visibility.${precedent.visibility}`),
          },
          {
            key: "scope",
            label: t("edit.scope"),
            value: scopes.find(({ id }) => id === precedent.scopeId)?.name,
          },
        ]}
      />
    </Card>
  );
}
