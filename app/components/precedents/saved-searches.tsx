import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SavedSearch } from "#app/schemas/precedent-view.ts";
import { Card } from "../card.tsx";
import { EmptyState } from "../empty-state.tsx";
import { Form, HiddenField, SubmitButton } from "../form/index.ts";
import { TextLink } from "../text-link.tsx";

/** The searches somebody keeps: each can be done again, and forgotten. */
export function SavedSearches({ saved }: { saved: readonly SavedSearch[] }) {
  const { t } = useTranslation("precedents");
  if (saved.length === 0) {
    return (
      <EmptyState
        title={t("saved.noneTitle")}
        action={<TextLink to="/precedenten">{t("saved.toList")}</TextLink>}
      >
        {t("saved.none")}
      </EmptyState>
    );
  }
  return (
    <Card title={t("saved.own")}>
      <ul className="mw-work">
        {saved.map((search) => (
          <li key={search.id} className="mw-work__item">
            <div className="mw-work__words">
              <SearchAgain search={search} />
              {search.words ? <p>{t("saved.words", { words: search.words })}</p> : null}
            </div>
            <Form intent="delete" warnOnLeave={false}>
              <HiddenField name="id" value={search.id} />
              <SubmitButton purpose="subtle">
                {t("saved.delete", { name: search.name })}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Words go by POST, as everywhere; filters alone are a link. */
function SearchAgain({ search: { name, words, filters } }: { search: SavedSearch }) {
  if (words === "") return <TextLink to={`/precedenten?${filters}`}>{name}</TextLink>;
  const kept = [...new URLSearchParams(filters)];
  return (
    <Form action="/precedenten" warnOnLeave={false}>
      <HiddenField name="words" value={words} />
      {kept.map(([field, value], index) => (
        <HiddenField key={index} name={field} value={value} />
      ))}
      <SubmitButton purpose="secondary">{name}</SubmitButton>
    </Form>
  );
}
