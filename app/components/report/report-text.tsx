import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { ReportPage, ReportSection, ReportText as Written } from "#app/schemas/report.ts";
import { useFigureWords } from "../account/use-figure-words.ts";
import { Disclosure } from "../disclosure.tsx";
import { Form, FormActions, HiddenField, SubmitButton, TextArea } from "../form/index.ts";
import { Prose } from "../prose.tsx";
import { resultOf } from "../result-of.ts";

const fetchReportForm = () =>
  import("#app/schemas/report.ts").then((module) => module.reportTextForm);

type ReportTextProps = {
  page: ReportPage;
  section: ReportSection;
  result: FormResult | undefined;
};

/** What people wrote with a part of the report, and the form to write it. */
export function ReportText({ page, section, result }: ReportTextProps) {
  const written = page.texts.find((one) => one.section === section);
  if (!written) return null;
  return (
    <div id={`text-${section}`} className="mw-report__text">
      {written.text === "" ? null : <Prose text={written.text} />}
      {page.mayEdit ? <EditText written={written} result={result} /> : null}
    </div>
  );
}

type EditProps = { written: Written; result: FormResult | undefined };

function EditText({ written: { section, text, version, written }, result }: EditProps) {
  const { t } = useTranslation("report");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const about = useSectionWords()(section);
  const own = resultOf(result, `text-${section}`);
  const summary = t(text === "" ? "write" : "rewrite", { about });
  return (
    <div className="mw-screen-only">
      <Disclosure summary={summary} open={own !== undefined}>
        {written ? (
          <p className="mw-hint">
            {t("written", { name: written.by, date: format.dateTime(written.at) })}
          </p>
        ) : null}
        <Form
          key={version}
          intent={`text-${section}`}
          schema={fetchReportForm}
          values={{ text }}
          result={own}
        >
          <HiddenField name="section" value={section} />
          <HiddenField name="version" value={version} />
          <TextArea
            name="text"
            label={t("label", { about })}
            description={t("hint")}
            rows={6}
            max={20_000}
            optional
          />
          <FormActions>
            <SubmitButton>{terms("save")}</SubmitButton>
          </FormActions>
        </Form>
      </Disclosure>
    </div>
  );
}

function useSectionWords(): (section: ReportSection) => string {
  const { t } = useTranslation("report");
  const words = useFigureWords();
  return (section) =>
    section === "foreword" || section === "ahead"
      ? t(`sections.${section}`)
      : words.title({ key: section });
}
