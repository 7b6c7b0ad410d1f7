import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CaseItem } from "#app/schemas/case-list-view.ts";
import { EmptyState } from "../empty-state.tsx";
import { Form, FormActions, HiddenField, SubmitButton } from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { CaseTable } from "./case-table.tsx";

type FoundCasesProps = {
  search: { text: string; page: number; items: readonly CaseItem[]; more: boolean };
};

/** The cases that were searched for. Other pages of them are asked for by POST as well. */
export function FoundCases({ search }: FoundCasesProps) {
  const { t } = useTranslation("cases");
  const { text, page, items, more } = search;
  const back = <LinkButton to="/casussen">{t("list.backToList")}</LinkButton>;
  if (items.length === 0) {
    return (
      <EmptyState title={t("list.searchNothingTitle")} action={back}>
        {t("list.searchNothingText")}
      </EmptyState>
    );
  }
  return (
    <>
      <h2 className="nl-heading nl-heading--level-3">{t("list.found")}</h2>
      <CaseTable items={items} caption={t("list.found")} />
      <Form warnOnLeave={false}>
        <HiddenField name="text" value={text} />
        <FormActions>
          {page > 1 ? (
            <SubmitButton purpose="secondary" name="page" value={String(page - 1)}>
              {t("list.less")}
            </SubmitButton>
          ) : null}
          {more ? (
            <SubmitButton purpose="secondary" name="page" value={String(page + 1)}>
              {t("list.more")}
            </SubmitButton>
          ) : null}
          {back}
        </FormActions>
      </Form>
    </>
  );
}
