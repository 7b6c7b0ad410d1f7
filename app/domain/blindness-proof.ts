/** What happened around one case on one agenda, in the order of the log. */
export type BlindnessEvent = {
  /** Number in the log: who comes first is told by this, not by a clock. */
  place: number;
  /** UTC milliseconds. */
  at: number;
  kind: BlindnessEventKind;
  /** About whom; empty for what concerns everybody. */
  person: string | null;
  /** What an answer is about, such as a criterion and an option; of `answered` only. */
  cell?: string;
};
export type BlindnessEventKind =
  | "opened"
  | "answered"
  | "ready"
  | "notReady"
  | "revealed"
  /** On the panel, or at the table as an observer. */
  | "seated"
  | "observes"
  | "refused"
  /** Opened a page on which answers of others stand. */
  | "sawResults";

/** An answer as it stands in the database now. */
export type StandingAnswer = { person: string; round: number; cell: string; at: number };

export type BlindnessRecord = {
  events: readonly BlindnessEvent[];
  answers: readonly StandingAnswer[];
  /**
   * Per round who was asked something, who of them need not get ready for an interest in the case, and who is on record
   * as missing at the reveal, with a reason.
   */
  rounds: readonly {
    round: number;
    asked: readonly string[];
    excused: readonly string[];
    missing: readonly string[];
    reasonGiven: boolean;
  }[];
  /** Whether the case was revealed in another session before, so that there was something to see. */
  revealedBefore: boolean;
};

export const blindnessChecks = [
  "opened_first",
  "none_after",
  "all_in_log",
  "only_asked",
  "everyone_ready",
  "nobody_saw",
  "nobody_new",
] as const;
export type BlindnessCheck = (typeof blindnessChecks)[number];

/** `holds`; worth knowing and no breach; cannot be told; or a breach. From good to bad. */
export const findingWeights = ["holds", "remark", "unproven", "broken"] as const;
export type FindingWeight = (typeof findingWeights)[number];

export type BlindnessFinding = {
  check: BlindnessCheck;
  weight: FindingWeight;
  /** Whom it is about, each once, in the order of the log. */
  people: string[];
  count: number;
};

export type RoundFindings = {
  round: number;
  openedAt: number;
  revealedAt: number;
  findings: BlindnessFinding[];
  /** The worst of the findings. */
  verdict: FindingWeight;
};

/** An answer bears the moment it came in, and is kept once it is its turn. */
const longestOnTheWay = 60_000;

type Round = {
  round: number;
  opened: BlindnessEvent;
  revealed: BlindnessEvent;
  /** Between opening and reveal. */
  during: BlindnessEvent[];
  /** After the reveal, until a next round opens. */
  after: BlindnessEvent[];
  /** Before it opened, since the reveal of the round before. */
  before: BlindnessEvent[];
};

/**
 * Whether each round that was revealed was scored blind, worked out from the log and the answers themselves. A round
 * that is not revealed yet has no findings: they would tell what is still secret. Checked per round:
 *
 * - `opened_first`: nobody answered before scoring opened;
 * - `none_after`: nothing was answered or changed after the reveal, neither by the log nor by the time on an answer;
 * - `all_in_log`: of every answer that stands, the log says that it was given in this round;
 * - `only_asked`: only people who were asked answered;
 * - `everyone_ready`: whoever was asked said to be ready, or is on record as missing with a reason;
 * - `nobody_saw`: no page with answers of others was opened before the first reveal;
 * - `nobody_new`: nobody came to the table while people were scoring.
 *
 * Ratings are never compared with one another: that people agree proves nothing.
 */
export function blindnessFindings(record: BlindnessRecord): RoundFindings[] {
  return roundsIn(record.events).map((round) => {
    const findings = checksOf(record, round);
    const verdict = findingWeights.findLast((weight) =>
      findings.some((finding) => finding.weight === weight),
    );
    return {
      round: round.round,
      openedAt: round.opened.at,
      revealedAt: round.revealed.at,
      findings,
      verdict: verdict ?? "holds",
    };
  });
}

/** The rounds that were opened and revealed, in order. */
function roundsIn(unsorted: readonly BlindnessEvent[]): Round[] {
  const events = [...unsorted].sort((a, b) => a.place - b.place);
  const opened = events.filter(({ kind }) => kind === "opened");
  return opened.flatMap((opening, index) => {
    const next = opened[index + 1]?.place ?? Infinity;
    const revealed = events.find(
      ({ kind, place }) => kind === "revealed" && place > opening.place && place < next,
    );
    if (!revealed) return [];
    const previous = index === 0 ? -Infinity : (opened[index - 1]?.place ?? -Infinity);
    const between = (from: number, to: number) =>
      events.filter(({ place }) => place > from && place < to);
    return {
      round: index + 1,
      opened: opening,
      revealed,
      during: between(opening.place, revealed.place),
      after: between(revealed.place, next),
      before: index === 0 ? between(previous, opening.place) : [],
    };
  });
}

function checksOf(record: BlindnessRecord, round: Round): BlindnessFinding[] {
  const standing = record.answers.filter((answer) => answer.round === round.round);
  const about = record.rounds.find((known) => known.round === round.round);
  return [
    openedFirst(round, standing),
    noneAfter(round, standing),
    allInLog(round, standing),
    onlyAsked(round, standing, about?.asked ?? []),
    everyoneReady(round, about ?? { asked: [], excused: [], missing: [], reasonGiven: false }),
    nobodySaw(round, record.revealedBefore),
    nobodyNew(round),
  ];
}

function openedFirst({ opened, before }: Round, standing: readonly StandingAnswer[]) {
  const early = [
    ...before.filter(({ kind }) => kind === "answered"),
    ...standing.filter(({ at }) => at < opened.at - longestOnTheWay),
  ];
  return finding("opened_first", early, "broken");
}

function noneAfter({ revealed, after }: Round, standing: readonly StandingAnswer[]) {
  const late = [
    ...after.filter(({ kind }) => kind === "answered"),
    ...standing.filter(({ at }) => at > revealed.at),
  ];
  return finding("none_after", late, "broken");
}

function allInLog({ during }: Round, standing: readonly StandingAnswer[]) {
  const logged = new Set(during.filter(({ kind }) => kind === "answered").map(answerOf));
  return finding(
    "all_in_log",
    standing.filter((answer) => !logged.has(answerOf(answer))),
    "unproven",
  );
}

function onlyAsked(
  { during }: Round,
  standing: readonly StandingAnswer[],
  asked: readonly string[],
) {
  const answered = [...during.filter(({ kind }) => kind === "answered"), ...standing];
  const strangers = answered.filter(({ person }) => person !== null && !asked.includes(person));
  return finding("only_asked", strangers, "broken");
}

type Presence = Omit<BlindnessRecord["rounds"][number], "round">;

function everyoneReady({ during }: Round, presence: Presence) {
  const { asked, excused, missing, reasonGiven } = presence;
  const absent = asked
    .filter((person) => !excused.includes(person))
    .filter((person) => {
      const said = during.filter(
        (event) => event.person === person && ["ready", "notReady"].includes(event.kind),
      );
      return said.at(-1)?.kind !== "ready";
    })
    .map((person) => ({ person }));
  const onRecord = reasonGiven && absent.every(({ person }) => missing.includes(person));
  return finding("everyone_ready", absent, onRecord ? "remark" : "broken");
}

/** In a later round everybody has seen the one before: that is what it is for. */
function nobodySaw({ round, before, during }: Round, revealedBefore: boolean) {
  const seen = round > 1 ? [] : [...before, ...during].filter(({ kind }) => kind === "sawResults");
  return finding("nobody_saw", seen, revealedBefore ? "remark" : "broken");
}

function nobodyNew({ during }: Round) {
  const came = during.filter(({ kind }) => kind === "seated" || kind === "observes");
  return finding("nobody_new", came, "remark");
}

function finding(
  check: BlindnessCheck,
  found: readonly { person: string | null }[],
  otherwise: FindingWeight,
): BlindnessFinding {
  const people = [...new Set(found.flatMap(({ person }) => person ?? []))];
  return { check, weight: found.length === 0 ? "holds" : otherwise, people, count: found.length };
}

function answerOf({ person, cell }: { person: string | null; cell?: string }): string {
  return JSON.stringify([person, cell ?? ""]);
}
