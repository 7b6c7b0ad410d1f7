import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { asc, inArray } from "drizzle-orm";
import { db, decisions } from "#db";
import type { Dossier } from "../../app/domain/dossier.ts";
import { dossierFindings } from "../../app/domain/dossier-findings.ts";
import { dossierJsonSchema, dossierProblems } from "../../app/schemas/dossier.ts";
import { dossierOf } from "../../app/server/dossier.server.ts";
import { openCopy } from "../support/database.ts";
import { exampleContent } from "../support/example.ts";

let dossiers: Dossier[];
const afterwards = { at: 1, moment: "afterwards", takenRoles: ["decision_maker"] } as const;

// They are read only.
beforeAll(async () => {
  await openCopy(await exampleContent());
  dossiers = await everyDossier();
});

async function everyDossier() {
  const rows = await db.read
    .select({ id: decisions.id })
    .from(decisions)
    .where(inArray(decisions.status, ["taken", "replaced"]))
    .orderBy(asc(decisions.id));
  expect(rows.length).toBeGreaterThan(3);
  return Promise.all(rows.map(({ id }) => dossierOf(db.read, id, afterwards)));
}

describe("The dossier of every decision of the examples", () => {
  test("keeps to the published JSON Schema, and everything in it holds", () => {
    const validate = new Ajv2020({ strict: true }).compile(
      JSON.parse(dossierJsonSchema()) as object,
    );
    for (const dossier of dossiers) {
      expect(dossierProblems(dossier)).toEqual([]);
      validate(dossier);
      expect(validate.errors).toBeNull();
      expect(dossierFindings(dossier)).toEqual([]);
    }
  });
});

describe("What does not hold in a dossier is found where it stands", () => {
  type Change = (dossier: Dossier) => void;
  const first = <Item>(items: Item[]): Item => {
    const [item] = items;
    if (!item) throw new Error("There is none");
    return item;
  };
  const changes: [string, Change, string][] = [
    [
      "another option than its level says",
      ({ decision }) => {
        decision.level = 9;
      },
      "level_differs decision.level",
    ],
    [
      "an option that was not weighed",
      ({ decision, weighing }) => {
        for (const choice of decision.choices) choice.optionId = "elsewhere";
        if (decision.optionId !== null) decision.optionId = "elsewhere";
        weighing?.options.pop();
      },
      "option_not_weighed decision.",
    ],
    [
      "a departure without a reason",
      ({ decision, weighing }) => {
        decision.departure = " ";
        if (weighing) weighing.result.proposed = [];
      },
      "departure_missing decision.departure",
    ],
    [
      "somebody who judged and decided",
      ({ decision, panel }) => {
        decision.takenBy = first(panel).person;
      },
      "taker_is_assessor decision.takenBy",
    ],
    [
      "a decision that is not among its versions",
      ({ versions }) => void versions.splice(0),
      "version_missing versions",
    ],
    [
      "a rating of nobody",
      ({ ratings }) => {
        first(ratings).person = "legal-99";
      },
      "reference_unknown ratings[0].person",
    ],
    [
      "a rating given twice",
      ({ ratings }) => void ratings.push({ ...first(ratings) }),
      "weighing_impossible ratings",
    ],
    [
      "a low rating without a reason",
      ({ ratings }) => void Object.assign(first(ratings), { kind: "score", value: 1, reason: "" }),
      "rating_impossible ratings[0]",
    ],
    [
      "other weights than the total was made with",
      ({ weighing }) => {
        const [one, two] = weighing?.weights ?? [];
        if (one && two) Object.assign(one, { weight: one.weight + two.weight });
        if (two) two.weight = 0;
      },
      "weighing_differs weighing.result.options[",
    ],
    [
      "an outcome that is said to be firmer than it is",
      ({ weighing }) => {
        if (weighing) first(weighing.robustness.intervals).low = 0.123;
      },
      "robustness_differs weighing.robustness.intervals[0].low",
    ],
    [
      "two people of one name",
      ({ people }) => void people.push({ ...first(people) }),
      "name_twice people[",
    ],
  ];

  test.each(changes)("%s", (_what, change, expected) => {
    const dossier = structuredClone(dossiers.find(({ decision }) => decision.level !== null));
    if (!dossier) throw new Error("There is no dossier");
    change(dossier);
    const found = dossierFindings(dossier).map(({ code, place }) => `${code} ${place}`);
    expect(found.filter((text) => text.startsWith(expected)).length).toBeGreaterThan(0);
  });
});
