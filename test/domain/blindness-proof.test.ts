import fc from "fast-check";
import { expect, test } from "vitest";
import {
  blindnessFindings,
  type BlindnessCheck,
  type BlindnessEvent,
  type BlindnessEventKind,
  type BlindnessRecord,
} from "#app/domain/blindness-proof.ts";

type Told = [kind: BlindnessEventKind, person?: string, cell?: string];

/** One event a minute, numbered from 1, in the order told. */
function log(...told: Told[]): BlindnessEvent[] {
  return told.map(([kind, person = null, cell], index) => ({
    ...{ place: index + 1, at: (index + 1) * 60_000, kind, person },
    ...(cell === undefined ? {} : { cell }),
  }));
}

const story: Told[] = [
  ["seated", "ann"],
  ["seated", "bo"],
  ["opened"],
  ["answered", "ann", "J1"],
  ["answered", "bo", "J1"],
  ["ready", "ann"],
  ["ready", "bo"],
  ["revealed"],
  ["sawResults", "ann"],
];

function record(told: Told[], more: Partial<BlindnessRecord> = {}): BlindnessRecord {
  return {
    events: log(...told),
    answers: [
      { person: "ann", round: 1, cell: "J1", at: 4 * 60_000 },
      { person: "bo", round: 1, cell: "J1", at: 5 * 60_000 },
    ],
    rounds: [{ round: 1, asked: ["ann", "bo"], excused: [], missing: [], reasonGiven: false }],
    revealedBefore: false,
    ...more,
  };
}

/** The story with something put in before one of its events. */
function withBefore(kind: BlindnessEventKind, ...added: Told[]): Told[] {
  const place = story.findIndex(([known]) => known === kind);
  return [...story.slice(0, place), ...added, ...story.slice(place)];
}

function only(record: BlindnessRecord, check: BlindnessCheck) {
  const [round] = blindnessFindings(record);
  return round?.findings.find((finding) => finding.check === check);
}

test("a session in which everybody scored before the reveal was blind", () => {
  const [round, ...others] = blindnessFindings(record(story));
  expect(others).toEqual([]);
  expect(round).toMatchObject({
    round: 1,
    verdict: "holds",
    openedAt: 180_000,
    revealedAt: 480_000,
  });
  expect(round?.findings.map(({ weight }) => weight)).toEqual(Array(7).fill("holds"));
});

test("of a round that is not revealed nothing is found, whatever happens in it", () => {
  const told = story.slice(0, 7);
  expect(blindnessFindings(record(told))).toEqual([]);
  expect(blindnessFindings(record([...told, ["answered", "carl", "J2"]]))).toEqual([]);
});

test("a rating in the log after the reveal is a breach", () => {
  const told: Told[] = [...story, ["answered", "bo", "J1"]];
  expect(only(record(told), "none_after")).toEqual({
    check: "none_after",
    weight: "broken",
    people: ["bo"],
    count: 1,
  });
  expect(blindnessFindings(record(told))[0]?.verdict).toBe("broken");
});

test("a rating dated after the reveal is a breach, also when the log says nothing of it", () => {
  const answers = [{ person: "ann", round: 1, cell: "J1", at: 9 * 60_000 }];
  expect(only(record(story, { answers }), "none_after")).toMatchObject({
    weight: "broken",
    people: ["ann"],
  });
});

test("a rating before the scoring opened is a breach", () => {
  expect(
    only(record(withBefore("opened", ["answered", "ann", "J2"])), "opened_first"),
  ).toMatchObject({ weight: "broken", people: ["ann"], count: 1 });
});

test("a rating that is not in the log cannot be proved to be of before the reveal", () => {
  const told = story.filter(([kind, person]) => kind !== "answered" || person !== "bo");
  const found = record(told, {
    answers: record(story).answers.map((answer) => ({ ...answer, at: 4 * 60_000 })),
  });
  expect(only(found, "all_in_log")).toMatchObject({ weight: "unproven", people: ["bo"] });
  expect(blindnessFindings(found)[0]?.verdict).toBe("unproven");
});

test("a rating by somebody who was not asked is a breach", () => {
  expect(only(record(withBefore("ready", ["answered", "carl", "J1"])), "only_asked")).toMatchObject(
    {
      weight: "broken",
      people: ["carl"],
    },
  );
});

test("a reveal before everyone was ready is a breach, unless it is on record with a reason", () => {
  const told = story.filter(([kind, person]) => kind !== "ready" || person !== "bo");
  expect(only(record(told), "everyone_ready")).toMatchObject({ weight: "broken", people: ["bo"] });
  const rounds = (missing: string[], reasonGiven: boolean) => ({
    rounds: [{ round: 1, asked: ["ann", "bo"], excused: [], missing, reasonGiven }],
  });
  const weight = (more: Partial<BlindnessRecord>) =>
    only(record(told, more), "everyone_ready")?.weight;
  expect(weight(rounds(["bo"], true))).toBe("remark");
  expect(weight(rounds(["bo"], false))).toBe("broken");
  expect(weight(rounds(["ann"], true))).toBe("broken");
});

test("nobody waits for whoever declared an interest", () => {
  const told = story.filter(([kind, person]) => kind !== "ready" || person !== "bo");
  const rounds = [
    { round: 1, asked: ["ann", "bo"], excused: ["bo"], missing: [], reasonGiven: false },
  ];
  expect(only(record(told, { rounds }), "everyone_ready")?.weight).toBe("holds");
});

test("who took ready back was not ready", () => {
  const told = withBefore("revealed", ["notReady", "ann"]);
  expect(only(record(told), "everyone_ready")?.people).toEqual(["ann"]);
});

test("somebody let in while people were scoring is told, and is no breach by itself", () => {
  const told = withBefore("ready", ["observes", "dee"], ["refused", "eve"]);
  expect(only(record(told), "nobody_new")).toMatchObject({ weight: "remark", people: ["dee"] });
  expect(blindnessFindings(record(told))[0]?.verdict).toBe("remark");
  expect(only(record([["observes", "dee"], ...story]), "nobody_new")?.weight).toBe("holds");
});

test("results opened before the first reveal are a breach, unless another session had shown some", () => {
  const told = withBefore("ready", ["sawResults", "ann"]);
  expect(only(record(told), "nobody_saw")?.weight).toBe("broken");
  expect(only(record(told, { revealedBefore: true }), "nobody_saw")?.weight).toBe("remark");
});

test("in a second round the results of the first are there to be seen, and nothing else is", () => {
  const told: Told[] = [
    ...story,
    ["opened"],
    ["sawResults", "bo"],
    ["answered", "ann", "J1"],
    ["ready", "ann"],
    ["revealed"],
  ];
  const again = record(told, {
    answers: [...record(story).answers, { person: "ann", round: 2, cell: "J1", at: 12 * 60_000 }],
    rounds: [
      { round: 1, asked: ["ann", "bo"], excused: [], missing: [], reasonGiven: false },
      { round: 2, asked: ["ann"], excused: [], missing: [], reasonGiven: false },
    ],
  });
  expect(blindnessFindings(again).map(({ round, verdict }) => [round, verdict])).toEqual([
    [1, "holds"],
    [2, "holds"],
  ]);
  const late = { ...again, events: [...again.events, ...log(["answered", "ann", "J1"])] };
  const [last] = late.events.slice(-1);
  if (last) last.place = 99;
  expect(blindnessFindings(late).map(({ verdict }) => verdict)).toEqual(["holds", "broken"]);
});

test("the order in which the events are handed over makes no difference", () => {
  const events = log(...withBefore("ready", ["observes", "dee"], ["answered", "carl", "J3"]));
  const expected = blindnessFindings({ ...record(story), events });
  fc.assert(
    fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
      expect(blindnessFindings({ ...record(story), events: shuffled })).toEqual(expected);
    }),
  );
});
