import type { ItemPhase } from "#app/domain/session.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { WeighingView } from "#app/schemas/weighing-view.ts";
import { Card } from "../card.tsx";
import { DateTime } from "../date-time.tsx";
import { Disclosure } from "../disclosure.tsx";
import { Form, FormActions, SubmitButton, TextArea } from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { SecondRoundCard } from "./second-round-card.tsx";
import { TextLink } from "../text-link.tsx";
import { useWeightLabels, useWeightValues, WeightFields } from "./weight-fields.tsx";

const resultsSchema = () =>
  import("#app/schemas/results.ts").then((module) => module.resultsSchema);

type WeighingLine = {
  id: string;
  number: number;
  createdAt: number;
  createdBy: string;
  reason: string;
};

type ResultsMovesProps = {
  page: {
    caseFile: { id: string };
    phase: ItemPhase;
    leads: boolean;
    view: WeighingView;
    weighings: WeighingLine[];
    /** How many cells a second round would ask again; null when there can be none. */
    reopens: number | null;
  };
  result: FormResult | undefined;
};

/** The weighings that were made, another one for the facilitator, and the end of the discussion. */
export function ResultsMoves({ page, result }: ResultsMovesProps) {
  const { t } = useTranslation("results");
  const { caseFile, phase, leads, weighings, reopens } = page;
  const leading = leads && phase === "revealed";
  const sent = result?.values.intent;
  return (
    <>
      <Card title={t("weighings.title")}>
        <WeighingLines caseId={caseFile.id} lines={weighings} />
        {leading ? (
          <Disclosure summary={t("weighings.again")} open={sent === "weigh"}>
            <WeighAgainForm page={page} result={sent === "weigh" ? result : undefined} />
          </Disclosure>
        ) : null}
      </Card>
      {leading && reopens !== null ? <SecondRoundCard reopens={reopens} /> : null}
      {leading ? (
        <Card title={t("conclude.title")} tone="accent">
          <p>{t("conclude.text")}</p>
          <Form intent="conclude" warnOnLeave={false}>
            <FormActions>
              <SubmitButton>{t("conclude.do")}</SubmitButton>
            </FormActions>
          </Form>
        </Card>
      ) : null}
      {phase === "concluded" ? (
        <Card title={t("concluded.title")}>
          <p>{t("concluded.text")}</p>
          <LinkButton to={`/casussen/${caseFile.id}`}>{t("concluded.toCase")}</LinkButton>
        </Card>
      ) : null}
    </>
  );
}

export function WeighingLines({ caseId, lines }: { caseId: string; lines: WeighingLine[] }) {
  const { t } = useTranslation("results");
  return (
    <ul className="utrecht-unordered-list">
      {lines.map(({ id, number, createdAt, createdBy, reason }) => (
        <li key={id}>
          <TextLink to={`/casussen/${caseId}/wegingen/${id}`}>
            {t("weighings.line", { number })}
          </TextLink>
          {": "}
          <DateTime moment={createdAt} />, {createdBy}
          {reason === "" ? null : <span className="mw-prose"> {reason}</span>}
        </li>
      ))}
    </ul>
  );
}

function WeighAgainForm({ page, result }: ResultsMovesProps) {
  const { t } = useTranslation("results");
  const { t: sessions } = useTranslation("sessions");
  const { perspectives, weighed } = page.view;
  return (
    <Form
      schema={resultsSchema}
      intent="weigh"
      values={useWeightValues(perspectives, weighed)}
      result={result}
      labels={{ ...useWeightLabels(perspectives), method: sessions("weights.method") }}
    >
      <p>{t("weighings.againText")}</p>
      <WeightFields perspectives={perspectives} />
      <TextArea
        name="reason"
        label={t("weighings.reason")}
        description={t("weighings.reasonHint")}
        rows={3}
        max={4000}
      />
      <FormActions>
        <SubmitButton>{t("weighings.make")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
