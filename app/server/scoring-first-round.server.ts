import { and, desc, eq } from "drizzle-orm";
import { db, gateRatings, ratings, weighings } from "#db";
import type { FirstRoundCell } from "#app/schemas/rounds-view.ts";
import { listArguments } from "./results-reasons.server.ts";
import type { PanelScorer } from "./scoring-access.server.ts";
import { callersOf } from "./weighings-view.server.ts";

type Given = { personId: string; choice: string; reason: string };

/** What the first round said about a cell that is asked again; it was revealed, so names may stand. */
export async function getFirstRoundCell(
  scorer: PanelScorer,
  key: string,
  optionId: string,
): Promise<FirstRoundCell> {
  const agendaItemId = scorer.item.row.id;
  const snapshot = await getFirstWeighed(agendaItemId);
  if (!snapshot) return { own: null, reasons: [], answers: [] };
  const who = callersOf(snapshot, true);
  const personIds = snapshot.people.map(({ id }) => id);
  const given = (await listGiven(agendaItemId, key, optionId)).filter(({ personId }) =>
    personIds.includes(personId),
  );
  const said = await listArguments({ agendaItemId, round: 1, personIds, who });
  const free = said.filter(
    (argument) => argument.optionId === optionId && argument.perspective === scorer.perspective.key,
  );
  const own = given.find(({ personId }) => personId === scorer.member.personId);
  // In the order of names and not of numbers: reasons are weighed before who gave how much.
  const ordered = personIds.flatMap((id) => given.find(({ personId }) => personId === id) ?? []);
  return {
    own: own ? { choice: own.choice, reason: own.reason } : null,
    reasons: [
      ...ordered
        .filter(({ reason }) => reason !== "")
        .map(({ personId, choice, reason }) => ({
          ...{ who: who(personId), end: endOf(choice), text: reason },
        })),
      ...free.map(({ who: by, side, text }) => ({ who: by, end: side, text })),
    ],
    answers: ordered.map(({ personId, choice }) => ({ who: who(personId), choice })),
  };
}

async function getFirstWeighed(agendaItemId: string) {
  const [weighed] = await db.read
    .select({ snapshot: weighings.snapshot })
    .from(weighings)
    .where(and(eq(weighings.agendaItemId, agendaItemId), eq(weighings.round, 1)))
    .orderBy(desc(weighings.number))
    .limit(1);
  return weighed?.snapshot;
}

async function listGiven(agendaItemId: string, key: string, optionId: string): Promise<Given[]> {
  const scores = await db.read
    .select()
    .from(ratings)
    .where(
      and(
        eq(ratings.agendaItemId, agendaItemId),
        eq(ratings.round, 1),
        eq(ratings.criterion, key),
        eq(ratings.optionId, optionId),
      ),
    )
    .orderBy(ratings.personId);
  const answers = await db.read
    .select()
    .from(gateRatings)
    .where(
      and(
        eq(gateRatings.agendaItemId, agendaItemId),
        eq(gateRatings.round, 1),
        eq(gateRatings.gate, key),
        eq(gateRatings.optionId, optionId),
      ),
    )
    .orderBy(gateRatings.personId);
  return [
    ...scores.map(({ personId, kind, value, reason }) => ({
      ...{ personId, reason, choice: kind === "score" ? String(value) : kind },
    })),
    ...answers.map(({ personId, answer, reason }) => ({ personId, reason, choice: answer })),
  ];
}

/** At which end of the scale an answer stands: it pleads for the option, against it, or neither. */
function endOf(choice: string): "for" | "against" | "between" {
  if (["4", "5", "yes"].includes(choice)) return "for";
  return ["1", "2", "no"].includes(choice) ? "against" : "between";
}
