import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CasesCost, SignalPage } from "#app/schemas/signal-view.ts";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import {
  Form,
  FormActions,
  HiddenField,
  MoneyField,
  SubmitButton,
  TextArea,
  TextField,
} from "../form/index.ts";
import { Prose } from "../prose.tsx";
import { resultOf } from "../result-of.ts";
import type { SignalPartProps } from "./signal-about.tsx";
import { fetchSignalForm } from "./signal-form.ts";

/** What it costs to leave the rule, and always what that is based on. */
export function SignalCost({ page, result }: SignalPartProps) {
  const { t } = useTranslation("signals");
  const format = useFormat();
  const { casesPerYear, centsPerCase, perYear, basis, fromCases } = page.cost;
  const amount = format.euro(Math.abs(perYear ?? 0));
  const headline =
    perYear === null
      ? t("costCard.unknown")
      : t(perYear < 0 ? "costCard.gainPerYear" : "costCard.perYear", { amount });
  return (
    <Card title={t("costCard.title")} anchor="kosten">
      <p>
        <strong>{headline}</strong>{" "}
        {casesPerYear === null || centsPerCase === null
          ? null
          : t("costCard.sum", { count: casesPerYear, amount: format.euro(centsPerCase) })}
      </p>
      <h3 className="nl-heading nl-heading--level-4">{t("costCard.basis")}</h3>
      {basis !== "" ? (
        <Prose text={basis} />
      ) : fromCases === null ? (
        <p>{t("costCard.elsewhere")}</p>
      ) : (
        <BasisInCases cost={fromCases} />
      )}
      {page.may.edit ? <CostForm page={page} result={result} /> : null}
    </Card>
  );
}

function BasisInCases({ cost }: { cost: CasesCost }) {
  const { t } = useTranslation("signals");
  const format = useFormat();
  const { cases, lastYear, known, halfKnown, centsPerCase } = cost;
  if (cases === 0) return <p>{t("costCard.noCases")}</p>;
  const amount = format.euro(Math.abs(centsPerCase ?? 0));
  const about =
    centsPerCase === null
      ? t("costCard.noneKnown")
      : t(centsPerCase < 0 ? "costCard.knownGain" : "costCard.known", { count: known, amount });
  return (
    <p>
      {t("costCard.year", { count: lastYear, cases: format.number(cases) })} {about}
      {halfKnown > 0 ? ` ${t("costCard.halfKnown", { count: halfKnown })}` : null}
    </p>
  );
}

function CostForm({ page, result }: SignalPartProps) {
  const { t } = useTranslation("signals");
  const given = resultOf(result, "cost");
  return (
    <Disclosure summary={t("costCard.edit")} open={given !== undefined}>
      <p>{t("costCard.editText")}</p>
      <Form intent="cost" schema={fetchSignalForm} values={startOf(page)} result={given}>
        <HiddenField name="version" value={page.signal.version} />
        <TextField
          name="casesPerYear"
          label={t("costCard.casesPerYear")}
          inputMode="numeric"
          width="short"
          optional
        />
        <MoneyField name="centsPerCase" label={t("costCard.centsPerCase")} optional />
        <TextArea name="basis" label={t("costCard.basisField")} rows={3} max={1_000} optional />
        <FormActions>
          <SubmitButton intent="cost" purpose="secondary">
            {t("costCard.save")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

/** What stands there now, also where it came from the cases: a start to change. */
function startOf({ cost: { casesPerYear, centsPerCase, basis } }: SignalPage) {
  return { casesPerYear: casesPerYear ?? "", centsPerCase: centsPerCase ?? "", basis };
}
