import { Card } from "#app/components/card.tsx";
import { Stack } from "#app/components/columns.tsx";
import { DataList } from "#app/components/data-list.tsx";
import { Disclosure } from "#app/components/disclosure.tsx";
import {
  Form,
  FormActions,
  HiddenField,
  SubmitButton,
  TextArea,
} from "#app/components/form/index.ts";
import { resultOf } from "#app/components/result-of.ts";
import { TextLink } from "#app/components/text-link.tsx";
import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { MergePreview, ListedFact, NamedFact } from "#app/schemas/fact-view.ts";
import { EndedWhy } from "./fact-list.tsx";
import { FactMerge } from "./fact-merge.tsx";
import { useCountWords } from "./fact-usage.ts";

export type FactPageData = {
  id: string;
  version: number;
  fact: ListedFact;
  mergedFrom: NamedFact[];
  targets: NamedFact[];
  preview: MergePreview | null;
  /** What was chosen to merge into, in the address. */
  chosen: string;
};

type FactActsProps = { page: FactPageData; result: unknown };

/** How a fact is used, and the acts that take it out of the list or put it back. */
export function FactActs({ page, result }: FactActsProps) {
  const { fact, mergedFrom } = page;
  const { t } = useTranslation("administration");
  return (
    <Stack>
      <Card title={t("fact.usage")}>
        {fact.ended?.into ? null : <UsageList fact={fact} />}
        {mergedFrom.length > 0 ? <MergedFrom facts={mergedFrom} /> : null}
        {fact.ended ? <Ended page={page} result={result} /> : null}
      </Card>
      {fact.ended?.into ? null : <FactMerge page={page} result={result} />}
      {fact.ended ? null : <Retire page={page} result={result} />}
    </Stack>
  );
}

function UsageList({ fact: { usage } }: { fact: ListedFact }) {
  const { t } = useTranslation("administration");
  const countWords = useCountWords();
  return (
    <DataList
      items={[
        { key: "cases", label: t("fact.usageCases"), value: countWords(usage.cases) },
        {
          key: "precedents",
          label: t("fact.usagePrecedents"),
          value: countWords(usage.precedents),
        },
      ]}
    />
  );
}

function MergedFrom({ facts }: { facts: NamedFact[] }) {
  const { t, language } = useTranslation("administration");
  return (
    <>
      <p className="nl-paragraph">{t("fact.mergedFrom")}</p>
      <ul className="utrecht-unordered-list">
        {facts.map(({ id, label }) => (
          <li key={id}>
            <TextLink to={`/beheer/omstandigheden/${id}`}>{textIn(label, language)}</TextLink>
          </li>
        ))}
      </ul>
    </>
  );
}

function Ended({ page: { version, fact }, result }: FactActsProps) {
  const { t } = useTranslation("administration");
  const intent = fact.ended?.into ? "unmerge" : "restore";
  return (
    <>
      <p className="nl-paragraph">
        <EndedWhy ended={fact.ended} />
      </p>
      <p className="nl-paragraph">{t(`fact.${intent}Text`)}</p>
      <Form intent={intent} warnOnLeave={false} result={resultOf(result, intent)}>
        <HiddenField name="version" value={version} />
        <FormActions>
          <SubmitButton purpose="secondary">{t(`fact.${intent}`)}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}

const fetchRetireSchema = () =>
  import("#app/schemas/fact.ts").then((module) => module.retireSchema);

function Retire({ page: { version }, result }: FactActsProps) {
  const { t } = useTranslation("administration");
  const own = resultOf(result, "retire");
  return (
    <Card title={t("fact.retire")}>
      <p className="nl-paragraph">{t("fact.retireText")}</p>
      <Disclosure summary={t("fact.retireOpen")} open={own !== undefined}>
        <Form
          intent="retire"
          schema={fetchRetireSchema}
          result={own}
          labels={{ reason: t("fact.reason") }}
        >
          <HiddenField name="version" value={version} />
          <TextArea name="reason" label={t("fact.reason")} max={500} rows={2} />
          <FormActions>
            <SubmitButton purpose="secondary" negative>
              {t("fact.retireSubmit")}
            </SubmitButton>
          </FormActions>
        </Form>
      </Disclosure>
    </Card>
  );
}
