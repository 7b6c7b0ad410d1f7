import { useTranslation } from "#app/i18n/use-translation.ts";
import { filterAddress } from "#app/schemas/precedent-address.ts";
import type { ComparedCase, SearchedPrecedents } from "#app/schemas/precedent-view.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Form, FormActions, HiddenField, SubmitButton } from "../form/index.ts";
import { NoPrecedents } from "./no-precedents.tsx";
import { PrecedentList } from "./precedent-list.tsx";
import { SaveSearch } from "./save-search.tsx";

type FoundPrecedentsProps = { search: SearchedPrecedents; compared: ComparedCase | null };

/** A page of what words found, with the next one on asking, and the search to keep. */
export function FoundPrecedents({ search, compared }: FoundPrecedentsProps) {
  const { t } = useTranslation("precedents");
  const { precedents, next, input, facets } = search;
  const { words, after } = input;
  const save = <SaveSearch words={words} filters={filterAddress(input)} />;
  if (precedents.length === 0) {
    return (
      <>
        <p role="status">{t("list.found", { count: 0, words })}</p>
        <NoPrecedents isFiltered />
        {save}
      </>
    );
  }
  const isCounted = facets.total !== null;
  const first = isCounted
    ? t("list.found", { count: facets.total ?? 0, words })
    : t("list.foundMany", { words });
  const title = after === "" ? first : t("list.foundMore", { words });
  return (
    <>
      <PrecedentList precedents={precedents} title={title} compared={compared} />
      <Pages values={search.values} next={next} isFirst={after === ""} />
      {save}
    </>
  );
}

type PagesProps = { values: FormResult["values"]; next: string | null; isFirst: boolean };

function Pages({ values, next, isFirst }: PagesProps) {
  const { t } = useTranslation("precedents");
  const kept = Object.entries(values).flatMap(([name, value]) =>
    name === "after" || name === "formKey" ? [] : [value].flat().map((each) => ({ name, each })),
  );
  if (next === null && isFirst) return null;
  return (
    <Form warnOnLeave={false}>
      {kept.map(({ name, each }, index) => (
        <HiddenField key={index} name={name} value={each} />
      ))}
      <FormActions>
        {next === null ? null : (
          <SubmitButton purpose="secondary" name="after" value={next}>
            {t("list.next")}
          </SubmitButton>
        )}
        {isFirst ? null : (
          <SubmitButton purpose="subtle" name="after" value="">
            {t("list.first")}
          </SubmitButton>
        )}
      </FormActions>
    </Form>
  );
}
