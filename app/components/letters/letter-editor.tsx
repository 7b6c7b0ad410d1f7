import { useRef } from "react";
import type { Readability } from "#app/domain/readability.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { LetterPage, LetterView } from "#app/schemas/letter-view.ts";
import { Columns } from "../columns.tsx";
import {
  DateField,
  Fieldset,
  Form,
  FormActions,
  HiddenField,
  SubmitButton,
  TextArea,
  TextField,
} from "../form/index.ts";
import { resultOf } from "../result-of.ts";
import { ReadabilityReport } from "./readability-report.tsx";
import { usePartNames } from "./use-part-names.ts";
import { useReadability } from "./use-readability.ts";

const fetchLetterForm = () => import("#app/schemas/letter.ts").then((module) => module.letterForm);
const reportPlace = "leesbaarheid";

type LetterEditorProps = { page: LetterPage; letter: LetterView; result: unknown };

/** The letter part by part, with beside it how it reads, which follows what is typed. */
export function LetterEditor({ page, letter, result }: LetterEditorProps) {
  const { t } = useTranslation("letters");
  const own = resultOf(result, "save") ?? resultOf(result, "check");
  const checked = reportIn(result);
  const place = useRef<HTMLDivElement>(null);
  const report = useReadability(place, checked ?? letter.report);
  return (
    <div className="mw-screen-only">
      <Columns>
        <div ref={place} className="mw-stack">
          <a className="nl-link mw-beside-form__jump" href={`#${reportPlace}`}>
            {t("report.jump")}
          </a>
          <LetterForm page={page} letter={letter} result={own} />
        </div>
        <aside className="mw-beside-form" id={reportPlace} tabIndex={-1}>
          <ReadabilityReport report={report} />
        </aside>
      </Columns>
    </div>
  );
}

/** What the server found in text that was sent to be looked at, without keeping it. */
function reportIn(result: unknown): Readability | null {
  if (typeof result !== "object" || result === null || !("report" in result)) return null;
  return result.report as Readability;
}

type LetterFormProps = Omit<LetterEditorProps, "result"> & { result: FormResult | undefined };

function LetterForm({ page, letter, result }: LetterFormProps) {
  const { t } = useTranslation("letters");
  const { content, id, version } = letter;
  return (
    <Form
      key={version}
      intent="save"
      schema={fetchLetterForm}
      values={{ ...content, duties: content.duties.join("\n") }}
      result={result}
      labels={usePartNames()}
      className="mw-form--wide"
    >
      <HiddenField name="letterId" value={id} />
      <HiddenField name="version" value={version} />
      <LetterFields page={page} />
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
        <SubmitButton intent="check" purpose="secondary">
          {t("check")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}

const max = 3000;

function LetterFields({ page }: { page: LetterPage }) {
  const { until, madeKnownAt, today, afterObjection } = page;
  const { t } = useTranslation("letters");
  const format = useFormat();
  const untilHint = madeKnownAt === null ? "field.untilHint" : "field.untilHintKnown";
  const from = format.date(madeKnownAt ?? today);
  const remedy = afterObjection ? "court" : "objection";
  return (
    <>
      <TextField name="salutation" label={t("field.salutation")} description={t("field.noNames")} />
      <TextArea name="outcome" label={t("field.outcome")} rows={7} max={max} />
      <Fieldset legend={t("field.reasons")} description={t("field.reasonsHint")}>
        {[0, 1, 2].map((place) => (
          <TextArea
            key={place}
            name={`reasons.${place}`}
            label={t("field.reason", { number: place + 1 })}
            rows={4}
            max={max}
            optional={place > 0}
          />
        ))}
      </Fieldset>
      <AgreedConditions conditions={page.conditions} />
      <TextArea
        name="duties"
        label={t("field.duties")}
        description={t("field.dutiesHint")}
        rows={4}
        max={max}
        optional
      />
      <TextArea
        name="disagree"
        label={t("field.disagree")}
        description={t(`field.remedy.${remedy}`)}
        rows={6}
        max={max}
      />
      <DateField
        name="disagreeUntil"
        label={t("field.until")}
        description={t(untilHint, { from, until: format.date(until) })}
      />
      <TextArea name="contact" label={t("field.contact")} rows={3} max={max} />
      <TextArea name="closing" label={t("field.closing")} rows={3} max={1000} />
    </>
  );
}

/** What was agreed with the decision: what of it the citizen must do, only the writer can tell. */
function AgreedConditions({ conditions }: Pick<LetterPage, "conditions">) {
  const { t } = useTranslation("letters");
  const format = useFormat();
  if (conditions.length === 0) return <p>{t("agreed.none")}</p>;
  return (
    <div>
      <p>{t("agreed.title")}</p>
      <ul>
        {conditions.map(({ text, dueDate }, place) => (
          <li key={place}>{t("agreed.condition", { text, date: format.date(dueDate) })}</li>
        ))}
      </ul>
    </div>
  );
}
