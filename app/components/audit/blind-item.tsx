import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type {
  BlindItemView,
  FindingView,
  RoundView,
  SightView,
} from "#app/schemas/blindness-view.ts";
import { Badge, type Tone } from "../badge.tsx";
import { Card } from "../card.tsx";
import { DataTable } from "../data-table.tsx";
import { DateTime } from "../date-time.tsx";
import { BlindReadings } from "./blind-readings.tsx";

const tones = {
  holds: "positive",
  remark: "info",
  unproven: "warning",
  broken: "negative",
  notYet: "neutral",
} as const satisfies Record<string, Tone>;

/** One case on the agenda: what is certain of each of its rounds. */
export function BlindItem({ item }: { item: BlindItemView }) {
  const { t } = useTranslation("audit-pages");
  const { number, title } = item.caseFile;
  return (
    <Card title={`${number} ${title}`}>
      {item.rounds.length === 0 ? <p>{t("blind.nothing")}</p> : null}
      {item.rounds.map((round) => (
        <BlindRound key={round.round} round={round} />
      ))}
    </Card>
  );
}

function BlindRound({ round }: { round: RoundView }) {
  const { t } = useTranslation("audit-pages");
  const verdict = round.verdict ?? "notYet";
  return (
    <section className="mw-stack">
      <h3 className="nl-heading nl-heading--level-4">
        {t("blind.round", { round: round.round })}{" "}
        <Badge tone={tones[verdict]}>{t(`blind.verdict.${verdict}`)}</Badge>
      </h3>
      <p>{t(`blind.verdictText.${verdict}`)}</p>
      <p className="mw-soft">
        {t("blind.opened")}: <DateTime moment={round.openedAt} />
        {" · "}
        {round.revealedAt === null ? (
          t("blind.notRevealed")
        ) : (
          <>
            {t("blind.revealed")}: <DateTime moment={round.revealedAt} />
          </>
        )}
      </p>
      {round.findings.length > 0 ? <Findings findings={round.findings} /> : null}
      <Sight round={round} />
      <BlindReadings round={round} />
    </section>
  );
}

function Findings({ findings }: { findings: readonly FindingView[] }) {
  const { t } = useTranslation("audit-pages");
  const words = t as unknown as (key: string, values: Record<string, unknown>) => string;
  return (
    <>
      <h4 className="nl-heading nl-heading--level-5">{t("blind.checks")}</h4>
      <ul className="mw-findings">
        {findings.map(({ check, weight, people, count }) => (
          <li key={check}>
            <Badge tone={tones[weight]}>{t(`blind.result.${weight}`)}</Badge>{" "}
            <strong>{t(`blind.check.${check}`)}.</strong>{" "}
            {words(`blind.finding.${check}.${weight}`, { count, people: people.join(", ") })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Sight({ round }: { round: RoundView }) {
  const { t } = useTranslation("audit-pages");
  const format = useFormat();
  const from = (moment: number) => t("blind.from", { moment: format.dateTime(moment) });
  const others = ({ others: moment }: SightView) =>
    moment === null ? t("blind.after") : from(moment);
  const answered = ({ answered: times }: SightView) =>
    times && `${format.dateTime(times.first)} – ${format.dateTime(times.last)}`;
  const part = (seat: SightView) =>
    [t(`blind.part.${seat.part}`), seat.perspective].filter(Boolean).join(", ");
  return (
    <>
      <h4 className="nl-heading nl-heading--level-5">{t("blind.sight")}</h4>
      <DataTable
        caption={t("blind.sightCaption", { round: round.round })}
        hideCaption
        rows={round.sight}
        rowKey={(seat) => `${seat.part} ${seat.personId}`}
        columns={[
          {
            key: "person",
            label: t("blind.person"),
            rowHeader: true,
            cell: (seat) => `${seat.name} (${part(seat)})`,
          },
          {
            key: "own",
            label: t("blind.own"),
            cell: ({ own }) => (own === null ? t("blind.none") : from(own)),
          },
          { key: "others", label: t("blind.others"), cell: others },
          ...(round.revealedAt === null
            ? []
            : [{ key: "answered", label: t("blind.answered"), cell: answered }]),
        ]}
      />
      <p className="mw-soft">{t("blind.everybody")}</p>
    </>
  );
}
