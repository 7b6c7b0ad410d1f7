import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Card } from "../card.tsx";
import { Form, HiddenField, SubmitButton, TextField } from "../form/index.ts";

const sessionActionSchema = () =>
  import("#app/schemas/session.ts").then((module) => module.sessionActionSchema);

type TimerFormProps = { running: boolean; result: FormResult | undefined };

/** For the facilitator: start the timer, give some more time, or stop it. */
export function TimerForm({ running, result }: TimerFormProps) {
  const { t } = useTranslation("sessions");
  const sent = result?.values.intent;
  return (
    <Card title={t("timer.title")} tone="quiet">
      <p className="mw-soft">{t("timer.text")}</p>
      {running ? (
        <>
          <MinuteButtons intent="timer_add" minutes={[1, 5]} label={t("timer.more")} />
          <Form intent="timer_stop" warnOnLeave={false}>
            <SubmitButton purpose="secondary">{t("timer.stop")}</SubmitButton>
          </Form>
        </>
      ) : (
        <>
          <MinuteButtons intent="timer_set" minutes={[5, 10, 15]} label={t("timer.start")} />
          <Form
            schema={sessionActionSchema}
            intent="timer_set"
            className="mw-form--inline"
            result={sent === "timer_set" ? result : undefined}
            warnOnLeave={false}
          >
            <TextField
              name="minutes"
              label={t("timer.minutes")}
              inputMode="numeric"
              autoComplete="off"
              width="short"
            />
            <SubmitButton purpose="secondary">{t("timer.set")}</SubmitButton>
          </Form>
        </>
      )}
    </Card>
  );
}

type MinuteButtonsProps = { intent: string; minutes: number[]; label: string };

function MinuteButtons({ intent, minutes, label }: MinuteButtonsProps) {
  const { t } = useTranslation("sessions");
  return (
    <Form warnOnLeave={false} aria-label={label}>
      <HiddenField name="intent" value={intent} />
      <div className="utrecht-button-group mw-minutes">
        {minutes.map((count) => (
          <SubmitButton key={count} name="minutes" value={String(count)} purpose="secondary">
            {t(intent === "timer_add" ? "timer.plus" : "timer.count", { count })}
          </SubmitButton>
        ))}
      </div>
    </Form>
  );
}
