import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { ReportPart } from "#app/schemas/report.ts";
import { FigureCard } from "../account/figure-card.tsx";
import { Card } from "../card.tsx";
import { Form, FormActions, HiddenField, SubmitButton, TextArea } from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { PageHeader } from "../page-header.tsx";
import { useSectionWords } from "./use-section-words.ts";

const fetchReportForm = () =>
  import("#app/schemas/report.ts").then((module) => module.reportTextForm);

type EditProps = { part: ReportPart; result: FormResult | undefined };

/** One part of the report: the figure it is about, and the text to write with it. */
export function EditReportText({ part, result }: EditProps) {
  const { t } = useTranslation("report");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const { year, figure, filters } = part;
  const { section, text, version, written } = part.text;
  const about = useSectionWords()(section);
  return (
    <div className="mw-stack">
      <PageHeader above={t("title", { year })} title={t("label", { about })} lead={t("how")} />
      {figure ? <FigureCard figure={figure} filters={filters} linked /> : null}
      <Card>
        {written ? (
          <p className="mw-hint">
            {t("written", { name: written.by, date: format.dateTime(written.at) })}
          </p>
        ) : null}
        <Form schema={fetchReportForm} values={{ text }} result={result}>
          <HiddenField name="version" value={version} />
          <TextArea
            name="text"
            label={t("remarks")}
            description={t("hint")}
            rows={8}
            max={20_000}
            optional
          />
          <FormActions>
            <SubmitButton>{terms("save")}</SubmitButton>
            <LinkButton to={`/verantwoording/jaarverslag/${year}#text-${section}`} purpose="subtle">
              {terms("cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </div>
  );
}
