import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { SearchedPrecedents } from "#app/schemas/precedent-view.ts";
import { Form, FormActions, HiddenField, SubmitButton } from "../form/index.ts";
import { NoPrecedents } from "./no-precedents.tsx";
import { PrecedentList } from "./precedent-list.tsx";

/** What a search found, best first, with more on asking. */
export function FoundPrecedents({ search }: { search: SearchedPrecedents }) {
  const { t } = useTranslation("precedents");
  const { precedents, more, input } = search;
  const count = precedents.length;
  const words = input.words;
  if (count === 0) {
    return (
      <>
        <p role="status">{t("list.found", { count, words })}</p>
        <NoPrecedents isFiltered />
      </>
    );
  }
  const title =
    more === null && count < 100
      ? t("list.found", { count, words })
      : t("list.foundMore", { count, words });
  return (
    <>
      <PrecedentList precedents={precedents} title={title} />
      {more === null ? null : <More values={search.values} show={more} />}
    </>
  );
}

function More({ values, show }: { values: FormResult["values"]; show: number }) {
  const { t } = useTranslation("precedents");
  const kept = Object.entries(values).flatMap(([name, value]) =>
    name === "show" || name === "formKey" ? [] : [value].flat().map((each) => ({ name, each })),
  );
  return (
    <Form warnOnLeave={false} preventScrollReset>
      {kept.map(({ name, each }, index) => (
        <HiddenField key={index} name={name} value={each} />
      ))}
      <FormActions>
        <SubmitButton purpose="secondary" name="show" value={String(show)}>
          {t("list.more")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
