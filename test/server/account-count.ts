/** The figures of the account, counted again from the tables themselves: every row looked at, nothing kept. */
import {
  caseFiles,
  conditions,
  costLines,
  db,
  decisionClaims,
  decisionPrecedents,
  decisions,
  handovers,
  precedents,
  questionnaires,
  reviews,
  ruleSettlements,
  signals,
  wrongDoors,
  weighings,
} from "#db";
import { disagreementWord, krippendorffAlpha } from "#app/domain/agreement.ts";
import { legalTerm } from "#app/domain/case-file.ts";

const day = 86_400_000;

export type Tables = Awaited<ReturnType<typeof readTables>>;

export async function readTables() {
  const read = db.read;
  return {
    cases: await read.select().from(caseFiles),
    decisions: (await read.select().from(decisions)).filter(({ status }) => status !== "draft"),
    claims: await read.select().from(decisionClaims),
    costs: await read.select().from(costLines),
    conditions: await read.select().from(conditions),
    reviews: await read.select().from(reviews),
    named: await read.select().from(decisionPrecedents),
    precedents: await read.select().from(precedents),
    weighings: await read.select().from(weighings),
    settlements: await read.select().from(ruleSettlements),
    questionnaires: await read.select().from(questionnaires),
    signals: await read.select().from(signals),
    handovers: await read.select().from(handovers),
    visits: await read.select().from(wrongDoors),
  };
}

type Asked = {
  organisationId: string;
  from: string;
  until: string;
  scopeId?: string | null;
  perspective?: string | null;
  now: number;
  /** Inflow by year; otherwise by month. */
  byYear: boolean;
};

type Counting = {
  tables: Tables;
  asked: Asked;
  counts: Map<string, number>;
  lists: Map<string, number[]>;
};

/** Each number by figure, row and column; numbers that nothing was counted for are left out. */
export function countedAgain(tables: Tables, asked: Asked): Map<string, number> {
  const counting = {
    tables,
    asked,
    counts: new Map<string, number>(),
    lists: new Map<string, number[]>(),
  };
  const own = tables.cases.filter(
    ({ organisationId, scopeId }) =>
      organisationId === asked.organisationId && (!asked.scopeId || scopeId === asked.scopeId),
  );
  for (const caseFile of own) countCase(counting, caseFile);
  countLists(counting);
  for (const [key, days] of counting.lists) counting.counts.set(key, medianOf(days));
  countAgreement(
    counting,
    own.map(({ id }) => id),
  );
  return counting.counts;
}

function add({ counts }: Counting, key: string, amount = 1): void {
  if (amount !== 0) counts.set(key, (counts.get(key) ?? 0) + amount);
}

function isIn({ asked }: Counting, moment: number | null | undefined): moment is number {
  if (moment === null || moment === undefined) return false;
  const text = new Date(moment).toISOString().slice(0, 10);
  return text >= asked.from && text <= asked.until;
}

function timeOf({ asked }: Counting, moment: number): string {
  return new Date(moment).toISOString().slice(0, asked.byYear ? 4 : 7);
}

function medianOf(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const at = (place: number) => sorted[place] ?? 0;
  return Number.isInteger(half) ? (at(half - 1) + at(half)) / 2 : at(Math.floor(half));
}

function countCase(counting: Counting, caseFile: Tables["cases"][number]): void {
  const { tables, asked } = counting;
  const { id, status, receivedAt, extendedUntil } = caseFile;
  const taken = tables.decisions.filter(({ caseId }) => caseId === id);
  const first = taken.map(({ takenAt }) => takenAt ?? 0).sort((a, b) => a - b)[0];
  const { overdue, daysLeft } = legalTerm({ receivedAt, extendedUntil, now: asked.now });
  const steps = [
    "registered",
    "intake",
    "facts_and_options",
    "scoring",
    "deliberation",
    "decision",
  ];
  const waits = steps.includes(status);
  if (isIn(counting, receivedAt)) {
    add(counting, `inflow/${timeOf(counting, receivedAt)}/received`);
    add(counting, `status/${status}/cases`);
    if (waits && overdue) add(counting, `status/${status}/overTerm`);
  }
  if (waits) {
    add(counting, `openTerm/${overdue ? "overdue" : daysLeft <= 14 ? "soon" : "later"}/cases`);
  }
  if (isIn(counting, first)) countFirst(counting, caseFile, first);
  const current = taken.find((decision) => decision.status === "taken");
  if (current && isIn(counting, current.takenAt)) countDecision(counting, caseFile, current);
  countReview(
    counting,
    taken.map((decision) => decision.id),
  );
  countAsked(counting, id);
  const settled = tables.settlements.find(({ caseId }) => caseId === id);
  if (isIn(counting, settled?.settledAt)) {
    add(counting, `settled/${caseFile.scopeId ?? "none"}/cases`);
  }
}

function countAsked(counting: Counting, id: string): void {
  const asked = counting.tables.questionnaires.filter(({ caseId }) => caseId === id);
  const [latest] = asked
    .filter(({ answers }) => answers)
    .sort((a, b) => (b.answeredAt ?? 0) - (a.answeredAt ?? 0) || (a.id < b.id ? 1 : -1));
  if (latest?.answers?.helped && isIn(counting, latest.answeredAt)) {
    add(counting, `helped/${latest.answers.helped}/asked`);
  }
  for (const { createdAt, answers } of asked) {
    if (!answers || !isIn(counting, createdAt)) continue;
    for (const question of ["heard", "understood", "fair", "helped"] as const) {
      add(counting, `citizens/${question}/${answers[question] ?? "skipped"}`);
    }
  }
}

/** What is about no case: of a scope, or of all. */
function countLists(counting: Counting): void {
  const { tables, asked } = counting;
  const { organisationId: own, scopeId } = asked;
  const scopeOf = (id: string | null) => tables.cases.find((row) => row.id === id)?.scopeId ?? null;
  const isAskedFor = (scope: string | null) => !scopeId || scope === scopeId;
  for (const signal of tables.signals) {
    if (signal.organisationId !== own || !isAskedFor(signal.scopeId)) continue;
    if (!["new", "taken_up", "rule_change_proposed"].includes(signal.status)) continue;
    const days = Math.floor(asked.now / day) - Math.floor(signal.raisedAt / day);
    const age = days < 91 ? "young" : days < 182 ? "quarter" : days < 365 ? "half" : "year";
    add(counting, `signals/${signal.status}/signals`);
    add(counting, `signals/${signal.status}/${age}`);
    const today = Math.floor(asked.now / day) * day;
    if (signal.answeredAt === null && signal.answerBy !== null && signal.answerBy < today) {
      add(counting, `signals/${signal.status}/late`);
    }
  }
  for (const { organisationId, toOrganisationId, ...row } of tables.handovers) {
    const side = organisationId === own ? "sent" : toOrganisationId === own ? "received" : null;
    const isWanted = side === "sent" ? isAskedFor(scopeOf(row.caseId)) : !scopeId;
    if (side === null || !isWanted || !isIn(counting, row.sentAt)) continue;
    add(counting, `handovers/${row.status}/${side}`);
    if (row.answeredAt === null || row.status === "withdrawn") continue;
    const key = `handovers/${row.status}/${side}Days`;
    const days = Math.floor(row.answeredAt / day) - Math.floor(row.sentAt / day);
    counting.lists.set(key, [...(counting.lists.get(key) ?? []), days]);
  }
  for (const { organisationId, caseId, at } of tables.visits) {
    if (organisationId !== own || !isAskedFor(scopeOf(caseId)) || !isIn(counting, at)) continue;
    add(counting, `wrongDoors/${timeOf(counting, at)}/visits`);
  }
}

function countFirst(counting: Counting, caseFile: Tables["cases"][number], first: number): void {
  const { receivedAt, extendedUntil } = caseFile;
  add(counting, `inflow/${timeOf(counting, first)}/decided`);
  const within = (until: number | null) =>
    !legalTerm({ receivedAt, extendedUntil: until, now: first }).overdue;
  const term = within(null) ? "inTime" : within(extendedUntil) ? "extended" : "late";
  add(counting, `leadTime/${term}/cases`);
  const key = `leadTime/${term}/median`;
  const days = Math.floor(first / day) - Math.floor(receivedAt / day);
  counting.lists.set(key, [...(counting.lists.get(key) ?? []), days]);
}

function countDecision(
  counting: Counting,
  { scopeId }: Tables["cases"][number],
  decision: Tables["decisions"][number],
): void {
  const { tables } = counting;
  const { id, level } = decision;
  add(counting, `outcomes/${scopeId ?? "none"}/${level === null ? "withdrawn" : `level-${level}`}`);
  add(counting, `equalTreatment/${decision.equalTreatmentAnswer ?? "notCompared"}/cases`);
  const claims = tables.claims.filter(({ decisionId }) => decisionId === id);
  const chosen = claims.length > 0 ? claims.map(({ optionId }) => optionId) : [decision.optionId];
  countChoice(counting, decision, chosen);
  countCosts(counting, decision, chosen);
  const own = tables.conditions.filter(({ decisionId }) => decisionId === id);
  const open = own.filter(({ doneAt }) => doneAt === null);
  const today = Math.floor(counting.asked.now / day) * day;
  const late = open.some(({ dueDate }) => dueDate < today);
  if (own.length > 0) {
    add(counting, `conditions/${open.length === 0 ? "done" : late ? "overdue" : "open"}/cases`);
  }
  for (const { precedentId, relation } of tables.named.filter((row) => row.decisionId === id)) {
    const precedent = tables.precedents.find((row) => row.id === precedentId);
    const age = ((decision.takenAt ?? 0) - (precedent?.decidedAt ?? 0)) / day;
    const days = Math.max(0, Math.round(age));
    const row = days < 365 ? "under1" : days < 730 ? "under2" : days < 1826 ? "under5" : "older";
    add(counting, `precedents/${row}/${relation}`);
  }
}

function countChoice(
  counting: Counting,
  { weighingId, kind }: Tables["decisions"][number],
  chosen: (string | null)[],
): void {
  const of = counting.tables.weighings.find(({ id }) => id === weighingId)?.snapshot.result;
  if (kind === "withdrawal") return add(counting, "departures/withdrawn/cases");
  if (!of) return add(counting, "departures/not_weighed/cases");
  const departs = chosen.some(
    (id) =>
      !of.proposed.includes(id ?? "") || !of.options.some((own) => own.id === id && own.passes),
  );
  const choice = of.proposed.length === 0 ? "no_proposal" : departs ? "departed" : "followed";
  add(counting, `departures/${choice}/cases`);
  const verdicts = of.options
    .filter(({ id }) => chosen.includes(id))
    .flatMap((own) => own.perspectives);
  const failing = new Set(verdicts.filter(({ passes }) => !passes).map(({ id }) => id));
  for (const key of failing) {
    if (isAsked(counting, key)) add(counting, `perspectives/${key}/chosenFails`);
  }
}

function isAsked({ asked }: Counting, perspective: string): boolean {
  return !asked.perspective || asked.perspective === perspective;
}

function countCosts(
  counting: Counting,
  { caseId }: Tables["decisions"][number],
  chosen: (string | null)[],
): void {
  const { tables } = counting;
  const lines = tables.costs.filter(({ optionId }) => chosen.includes(optionId));
  const versions = tables.decisions.filter((row) => row.caseId === caseId).map(({ id }) => id);
  const told = tables.reviews
    .filter(({ decisionId, heldAt, costs }) => versions.includes(decisionId) && heldAt && costs)
    .sort((a, b) => (b.heldAt ?? 0) - (a.heldAt ?? 0) || (a.id < b.id ? 1 : -1))[0]?.costs;
  const bearers = new Set([...lines.map(({ bearer }) => bearer), ...Object.keys(told ?? {})]);
  for (const bearer of bearers) add(counting, `costs/${bearer}/cases`);
  for (const { bearer, recurrence, cents } of lines)
    add(counting, `costs/${bearer}/${recurrence}`, cents);
  for (const [bearer, cents] of Object.entries(told ?? {})) {
    add(counting, `costs/${bearer}/told`);
    add(counting, `costs/${bearer}/realised`, cents);
  }
}

function countReview(counting: Counting, decisionIds: string[]): void {
  const [latest] = counting.tables.reviews
    .filter(({ decisionId, heldAt }) => decisionIds.includes(decisionId) && heldAt !== null)
    .sort((a, b) => (b.heldAt ?? 0) - (a.heldAt ?? 0) || (a.id < b.id ? 1 : -1));
  if (!latest || !isIn(counting, latest.heldAt)) return;
  add(counting, `helped/${latest.helpedCitizen}/citizen`, latest.helpedCitizen ? 1 : 0);
  add(
    counting,
    `helped/${latest.helpedProfessional}/professional`,
    latest.helpedProfessional ? 1 : 0,
  );
  add(counting, `helped/${latest.conditionsKept}/conditionsKept`, latest.conditionsKept ? 1 : 0);
}

/** Words per cell, and alpha over all ratings at once: one row per person of each case. */
function countAgreement(counting: Counting, caseIds: string[]): void {
  const units = new Map<string, number[][]>();
  for (const caseId of caseIds) {
    const [latest] = counting.tables.weighings
      .filter((row) => row.caseId === caseId)
      .sort((a, b) => b.number - a.number);
    if (!latest || !isIn(counting, latest.createdAt)) continue;
    const { input, result } = latest.snapshot;
    for (const { id, criteria } of input.perspectives) {
      if (!isAsked(counting, id)) continue;
      const passing = result.options.filter(({ perspectives }) =>
        perspectives.some((own) => own.id === id && own.passes),
      );
      const all = passing.length === result.options.length;
      add(counting, `perspectives/${id}/${all ? "all" : passing.length === 0 ? "none" : "some"}`);
      const cells = criteria.flatMap((criterion) =>
        input.options.map((option) =>
          input.ratings.flatMap(({ perspective, criterion: key, option: optionId, value }) =>
            perspective === id && key === criterion.id && optionId === option.id
              ? (value ?? [])
              : [],
          ),
        ),
      );
      const judged = cells.filter(({ length }) => length >= 2);
      if (judged.length > 0) add(counting, `agreement/${id}/cases`);
      for (const cell of judged) add(counting, `agreement/${id}/${disagreementWord(cell)}`);
      units.set(id, [...(units.get(id) ?? []), ...judged]);
    }
  }
  for (const [id, cells] of units) {
    if (cells.length < 30) continue;
    const people = Math.max(...cells.map(({ length }) => length));
    const rows = Array.from({ length: people }, (_, at) => cells.map((cell) => cell[at] ?? null));
    add(counting, `agreement/${id}/alpha`, krippendorffAlpha(rows, "ordinal") ?? 0);
  }
}
