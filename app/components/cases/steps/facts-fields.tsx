import { factAnswers, factKinds, type FactMeasure } from "#app/domain/case-file.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CatalogueFact } from "#app/schemas/case-step-view.ts";
import { Disclosure } from "../../disclosure.tsx";
import { EmptyState } from "../../empty-state.tsx";
import {
  Fieldset,
  HiddenField,
  MoneyField,
  RadioGroup,
  TextArea,
  TextField,
} from "../../form/index.ts";
import { usePerspectiveName } from "../perspective-name.ts";
import { FactSuggestion, placeOf, SuggestedList } from "./fact-suggestion.tsx";

/** The catalogue by perspective; within it what pleads for relief first. */
export function FactsFields({ facts }: { facts: readonly CatalogueFact[] }) {
  const { t } = useTranslation("cases");
  const { t: terms } = useTranslation();
  const perspectiveName = usePerspectiveName();
  const perspectives = [...new Set(facts.map(({ perspective }) => perspective))];
  if (facts.length === 0) return <EmptyState title={t("facts.none")}>{null}</EmptyState>;
  return (
    <>
      <SuggestedList facts={facts} />
      {perspectives.map((perspective) =>
        factKinds.map((kind) => {
          const group = facts.filter(
            (fact) => fact.perspective === perspective && fact.direction === kind,
          );
          if (group.length === 0) return null;
          const legend = `${perspectiveName(perspective)}: ${terms(`factKind.${kind}`)}`;
          return (
            <Fieldset key={perspective + kind} legend={legend}>
              {group.map((fact) => (
                <FactField key={fact.id} fact={fact} />
              ))}
            </Fieldset>
          );
        }),
      )}
    </>
  );
}

function FactField({ fact }: { fact: CatalogueFact }) {
  const { t } = useTranslation("cases");
  const { t: terms } = useTranslation();
  const answers = factAnswers.map((value) => ({ value, label: terms(`factAnswer.${value}`) }));
  return (
    <div className="mw-fact" id={placeOf(fact)}>
      <RadioGroup
        name={`facts.${fact.id}.answer`}
        label={fact.label}
        description={
          <>
            {fact.definition}
            {fact.suggested ? <FactSuggestion suggested={fact.suggested} /> : null}
          </>
        }
        options={[...answers, { value: "", label: t("facts.open") }]}
        inline
        optional
      />
      {fact.measure ? <AmountField id={fact.id} measure={fact.measure} /> : null}
      <Disclosure summary={t("facts.more")} open={fact.note !== "" || fact.source !== ""}>
        <p className="mw-soft">{t("facts.example", { example: fact.example })}</p>
        {fact.mergedFrom.length > 0 ? (
          <p className="mw-soft">{t("facts.mergedFrom", { facts: fact.mergedFrom.join(", ") })}</p>
        ) : null}
        <TextArea name={`facts.${fact.id}.note`} label={t("facts.note")} rows={2} optional />
        <TextField name={`facts.${fact.id}.source`} label={t("facts.source")} optional />
      </Disclosure>
    </div>
  );
}

function AmountField({ id, measure }: { id: string; measure: FactMeasure }) {
  const { t } = useTranslation("cases");
  const field = {
    name: `facts.${id}.amount`,
    label: t(`facts.howMuch.${measure}`),
    description: t("facts.amountHint"),
    optional: true,
  };
  return (
    <>
      <HiddenField name={`facts.${id}.measure`} value={measure} />
      {measure === "cents" ? (
        <MoneyField {...field} />
      ) : (
        <TextField {...field} inputMode="numeric" autoComplete="off" width="short" />
      )}
    </>
  );
}
