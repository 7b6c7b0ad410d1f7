import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { PracticeDecision } from "#app/schemas/practice-view.ts";
import type { OptionOutcome } from "#app/schemas/weighing-view.ts";
import { Card } from "../card.tsx";
import { Form, FormActions, RadioGroup, SubmitButton, TextArea } from "../form/index.ts";
import { TypedTexts } from "../sessions/typed-texts.tsx";
import { isPast } from "./practice-frame.tsx";
import { PracticeNext, PreviousStep } from "./practice-next.tsx";

const decideSchema = () => import("#app/schemas/practice.ts").then((m) => m.practiceDecideSchema);
const motivationLimit = 2000;

type DecisionProps = { page: PracticeDecision; result: FormResult | undefined };

/** Which option, and why; the reason may be left out here. */
export function OwnDecision({ page, result }: DecisionProps) {
  const { t } = useTranslation("practice");
  const { place, view, own } = page;
  if (isPast(place)) {
    const chosen = view.options.find(({ position }) => String(position) === own?.option);
    return (
      <>
        <TypedTexts result={result} />
        <Card title={t("decide.taken")}>
          <p>{t("decide.chosen", { option: chosen?.title ?? "" })}</p>
          {own?.reason ? <p className="mw-prose">{own.reason}</p> : null}
        </Card>
        <PracticeNext place={place} />
      </>
    );
  }
  return (
    <Card>
      <Form schema={decideSchema} result={result}>
        <RadioGroup
          name="option"
          label={t("decide.option")}
          options={view.options.map((option) => ({
            value: String(option.position),
            label: `${option.position}. ${option.title}`,
            description: t(`decide.${standingOf(option)}`),
          }))}
        />
        <TextArea
          name="reason"
          label={t("decide.reason")}
          description={t("decide.reasonHint")}
          rows={3}
          max={motivationLimit}
          optional
        />
        <FormActions>
          <SubmitButton>{t("decide.take")}</SubmitButton>
          <PreviousStep place={place} />
        </FormActions>
      </Form>
    </Card>
  );
}

function standingOf({ passes, proposed }: OptionOutcome): "proposed" | "passes" | "fails" {
  if (!passes) return "fails";
  return proposed ? "proposed" : "passes";
}
