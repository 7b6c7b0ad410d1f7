import { useEffect, useState } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { IconClock } from "../icons.ts";

export type TimerState = { endsAt: number; now: number };

const secondMs = 1000;
/** Minutes left at which it is said aloud. */
const announced = [5, 1, 0];

/** How long there is left, for everybody; without JavaScript until when. It moves nothing. */
export function Timer({ timer }: { timer: TimerState }) {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  const { left, passed } = useCountdown(timer);
  const over = (left ?? timer.endsAt - timer.now) <= 0;
  const time = format.time(timer.endsAt);
  return (
    <div className={`mw-timer${over ? " mw-timer--over" : ""}`}>
      <IconClock aria-hidden size={24} />
      <p className="mw-timer__words">
        {left === null || over ? null : (
          <span className="mw-timer__left" role="timer">
            {clockOf(left)}
          </span>
        )}{" "}
        <span>
          {over ? t("timer.over") : null} {t(over ? "timer.wasUntil" : "timer.until", { time })}
        </span>
      </p>
      <p className="mw-visually-hidden" role="status">
        {passed === null
          ? null
          : passed === 0
            ? t("timer.over")
            : t("timer.minutesLeft", { count: passed })}
      </p>
    </div>
  );
}

/** Counts by the clock of the server. `passed` is the last of the minutes said aloud that went by. */
function useCountdown({ endsAt, now }: TimerState) {
  const [left, setLeft] = useState<number | null>(null);
  const [passed, setPassed] = useState<number | null>(null);
  useEffect(() => {
    const ahead = now - Date.now();
    let before = endsAt - now;
    setPassed(null);
    const look = () => {
      const remaining = endsAt - (Date.now() + ahead);
      const went = announced.findLast(
        (minutes) => before > minutes * 60 * secondMs && remaining <= minutes * 60 * secondMs,
      );
      if (went !== undefined) setPassed(went);
      before = remaining;
      setLeft(remaining);
    };
    look();
    const ticking = setInterval(look, secondMs);
    return () => clearInterval(ticking);
  }, [endsAt, now]);
  return { left, passed };
}

function clockOf(left: number): string {
  const seconds = Math.ceil(left / secondMs);
  const rest = String(seconds % 60).padStart(2, "0");
  return `${Math.floor(seconds / 60)}:${rest}`;
}
