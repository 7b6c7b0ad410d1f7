import { isoDay } from "#app/i18n/format.ts";
import { useFormat } from "#app/i18n/use-format.ts";

type DateTimeProps = {
  /** UTC milliseconds. */
  moment: number;
  /** Only the day. */
  day?: boolean;
  /** Moment of the page from the loader: shows "3 dagen geleden", the date as a title. */
  now?: number;
};

/** A moment in words, readable by machines as well. */
export function DateTime({ moment, day, now }: DateTimeProps) {
  const format = useFormat();
  const full = day ? format.date(moment) : format.dateTime(moment);
  return (
    <time
      dateTime={day ? isoDay(moment) : new Date(moment).toISOString()}
      title={now === undefined ? undefined : full}
    >
      {now === undefined ? full : format.relative(moment, now)}
    </time>
  );
}
