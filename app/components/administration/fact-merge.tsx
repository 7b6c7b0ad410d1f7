import { Card } from "#app/components/card.tsx";
import {
  Form,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
  TextArea,
} from "#app/components/form/index.ts";
import { resultOf } from "#app/components/result-of.ts";
import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { MergePreview } from "#app/schemas/fact-view.ts";
import type { FactPageData } from "./fact-acts.tsx";
import { useCountWords } from "./fact-usage.ts";

type FactMergeProps = { page: FactPageData; result: unknown };

/** Merging in two steps: choose what to merge into and see what changes, then do it with a reason. */
export function FactMerge({ page, result }: FactMergeProps) {
  const { t, language } = useTranslation("administration");
  const { targets, chosen, preview } = page;
  const choices = targets.map(({ id, label }) => ({ value: id, label: textIn(label, language) }));
  return (
    <Card title={t("fact.merge")}>
      <p className="nl-paragraph">{t("fact.mergeText")}</p>
      {targets.length === 0 ? (
        <p className="nl-paragraph">{t("fact.mergeNone")}</p>
      ) : (
        <Form method="get" values={{ met: chosen }} key={chosen} preventScrollReset>
          <SelectField name="met" label={t("fact.mergeWith")} options={choices} />
          <FormActions>
            <SubmitButton purpose="secondary">{t("fact.mergePreview")}</SubmitButton>
          </FormActions>
        </Form>
      )}
      {preview ? <MergeForm page={page} preview={preview} result={result} /> : null}
    </Card>
  );
}

const fetchMergeSchema = () => import("#app/schemas/fact.ts").then((module) => module.mergeSchema);

function MergeForm({ page, preview, result }: FactMergeProps & { preview: MergePreview }) {
  const { t, language } = useTranslation("administration");
  const countWords = useCountWords();
  const { cases, both, differing, precedents } = preview;
  const names = {
    from: textIn(page.fact.label, language),
    into: textIn(preview.into.label, language),
  };
  return (
    <>
      <h3 className="nl-heading nl-heading--level-4" id="voorbeeld">
        {t("fact.previewTitle", names)}
      </h3>
      <ul className="utrecht-unordered-list">
        <li>{t("fact.previewCases", { total: countWords(cases) })}</li>
        <li>{t("fact.previewBoth", { total: countWords(both) })}</li>
        {differing === 0 ? null : (
          <li>{t("fact.previewDiffering", { total: countWords(differing) })}</li>
        )}
        <li>{t("fact.previewPrecedents", { total: countWords(precedents) })}</li>
        <li>{t("fact.previewBack")}</li>
      </ul>
      <Form
        intent="merge"
        schema={fetchMergeSchema}
        result={resultOf(result, "merge")}
        labels={{ reason: t("fact.reason") }}
      >
        <HiddenField name="version" value={page.version} />
        <HiddenField name="into" value={preview.into.id} />
        <HiddenField name="intoVersion" value={preview.into.version} />
        <TextArea name="reason" label={t("fact.reason")} max={500} rows={2} />
        <FormActions>
          <SubmitButton negative>{t("fact.mergeSubmit", names)}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}
