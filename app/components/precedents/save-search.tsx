import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Disclosure } from "../disclosure.tsx";
import { Form, FormActions, HiddenField, SubmitButton, TextField } from "../form/index.ts";

type SaveSearchProps = { words: string; filters: string; result?: FormResult | undefined };

/** Keeps the search on the screen under a name, for this person only. */
export function SaveSearch({ words, filters, result }: SaveSearchProps) {
  const { t } = useTranslation("precedents");
  return (
    <Disclosure summary={t("saved.save")} open={result !== undefined}>
      <Form
        action="/precedenten/zoekopdrachten"
        intent="save"
        values={{ name: "" }}
        result={result}
        warnOnLeave={false}
      >
        <HiddenField name="words" value={words} />
        <HiddenField name="filters" value={filters} />
        <TextField name="name" label={t("saved.name")} description={t("saved.hint")} />
        <FormActions>
          <SubmitButton purpose="secondary">{t("saved.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
