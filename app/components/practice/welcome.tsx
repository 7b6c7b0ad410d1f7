import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { PracticeStart } from "#app/schemas/practice-view.ts";
import { Card } from "../card.tsx";
import { Form, FormActions, RadioGroup, SubmitButton } from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { practiceAddresses } from "./practice-frame.tsx";

const startSchema = () => import("#app/schemas/practice.ts").then((m) => m.practiceStartSchema);

type WelcomeProps = { start: PracticeStart; result: FormResult | undefined };

/** Choose a perspective and begin; or go on with what was begun. */
export function Welcome({ start, result }: WelcomeProps) {
  const { t, language } = useTranslation("practice");
  const { run } = start;
  if (!run) {
    return (
      <Card title={t("welcome.choose")}>
        <StartForm start={start} result={result} intent="start" />
      </Card>
    );
  }
  const finished = run.furthest === "finished";
  return (
    <>
      <Card title={t(finished ? "welcome.finishedTitle" : "welcome.resumeTitle")} tone="accent">
        <p>{t("welcome.perspective", { name: textIn(run.perspective, language) })}</p>
        {finished ? null : <p>{t("welcome.stoppedAt", { name: t(`name.${run.furthest}`) })}</p>}
        <div className="utrecht-button-group">
          <LinkButton purpose="primary" to={practiceAddresses[run.furthest]}>
            {t(finished ? "welcome.look" : "welcome.resume")}
          </LinkButton>
        </div>
      </Card>
      <Card title={t("welcome.againTitle")}>
        <p>{t("welcome.againText")}</p>
        <StartForm start={start} result={result} intent="again" />
      </Card>
    </>
  );
}

type StartFormProps = WelcomeProps & { intent: "start" | "again" };

function StartForm({ start, result, intent }: StartFormProps) {
  const { t, language } = useTranslation("practice");
  return (
    <Form schema={startSchema} intent={intent} result={result} warnOnLeave={false}>
      <RadioGroup
        name="perspective"
        label={t("welcome.choose")}
        hideLabel={intent === "start"}
        description={t("welcome.chooseHint")}
        options={start.perspectives.map(({ key, name, leadingQuestion }) => ({
          value: key,
          label: textIn(name, language),
          description: textIn(leadingQuestion, language),
        }))}
      />
      <FormActions>
        <SubmitButton purpose={intent === "start" ? "primary" : "secondary"}>
          {t(intent === "start" ? "welcome.start" : "welcome.again")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
