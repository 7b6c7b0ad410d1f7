import * as schema from "../../schema.ts";
import type { Client } from "../../sqlite/connection.ts";
import type { QuestionSetContent } from "../../../app/domain/question-set.ts";
import { indexWriter } from "../../sqlite/search.ts";
import { chance, idMaker, type Chance } from "./chance.ts";
import { rowWriter } from "./row-writer.ts";
import { vocabulary, type Vocabulary } from "./vocabulary.ts";

export type BulkFact = {
  id: string;
  number: number;
  label: string;
  direction: "pro" | "con";
  synonyms: string[];
};

export type BulkPanels = { key: string; assessors: string[] }[];

export type BulkOrganisation = {
  id: string;
  coordinators: string[];
  submitters: string[];
  decisionMakers: string[];
  advisors: string[];
  panels: BulkPanels;
  scopes: { id: string; laws: string[]; facts: BulkFact[] }[];
  /** Cases and precedents numbered so far, by kind and year. */
  counts: Map<string, number>;
  /** The agenda that still has room, by the phase of its cases. */
  agendas: Map<string, { id: string; cases: number }>;
  /** Precedents a later decision may name. */
  precedentIds: string[];
};

export type World = {
  client: Client;
  random: Chance;
  newId: (moment: number) => string;
  words: Vocabulary;
  now: number;
  facts: BulkFact[];
  questionSet: { id: string; key: string; number: number; content: QuestionSetContent };
  /** The question set as it stands in every weighing, written once. */
  questionSetJson: string;
  organisations: BulkOrganisation[];
  /** Precedents packed so far. */
  packed: number;
  write: Writers;
};

/** The world before its organisations: chance, words, the catalogue and the ways to write. */
export function emptyWorld(client: Client, now: number): World {
  const random = chance(20_261_121);
  const questionSet = defaultQuestionSet(client);
  return {
    client,
    random,
    newId: idMaker(random),
    words: vocabulary(chance(7)),
    now,
    facts: catalogue(client),
    questionSet,
    questionSetJson: JSON.stringify(questionSet),
    organisations: [],
    packed: 0,
    write: writers(client),
  };
}

function catalogue(client: Client): BulkFact[] {
  const rows = client
    .prepare<[], Omit<BulkFact, "synonyms"> & { synonyms: string }>(
      "select id, number, label, direction, synonyms from facts order by key",
    )
    .all();
  if (rows.length === 0) throw new Error("Ship the catalogue before seeding in bulk");
  return rows.map(({ label, synonyms, ...row }) => ({
    ...row,
    label: (JSON.parse(label) as { nl: string }).nl,
    synonyms: JSON.parse(synonyms) as string[],
  }));
}

function defaultQuestionSet(client: Client): World["questionSet"] {
  const row = client
    .prepare<[], { id: string; key: string; number: number; content: string }>(
      "select id, key, number, content from question_sets where key = 'perspectiefcirkel-nl'",
    )
    .get();
  if (!row) throw new Error("Ship the question sets before seeding in bulk");
  return { ...row, content: JSON.parse(row.content) as QuestionSetContent };
}

export type Writers = ReturnType<typeof writers>;

function writers(client: Client) {
  return {
    agendaItem: rowWriter(client, schema.agendaItems),
    argument: rowWriter(client, schema.caseArguments),
    auditEvent: rowWriter(client, schema.auditEvents),
    caseFact: rowWriter(client, schema.caseFacts),
    caseFile: rowWriter(client, schema.caseFiles),
    caseLaw: rowWriter(client, schema.caseLawReferences),
    claim: rowWriter(client, schema.claims),
    condition: rowWriter(client, schema.conditions),
    costLine: rowWriter(client, schema.costLines),
    decision: rowWriter(client, schema.decisions),
    decisionClaim: rowWriter(client, schema.decisionClaims),
    decisionPrecedent: rowWriter(client, schema.decisionPrecedents),
    gateRating: rowWriter(client, schema.gateRatings),
    option: rowWriter(client, schema.options),
    organisation: rowWriter(client, schema.organisations),
    panelMember: rowWriter(client, schema.panelMembers),
    person: rowWriter(client, schema.people),
    precedent: rowWriter(client, schema.precedents),
    precedentFact: rowWriter(client, schema.precedentFacts),
    precedentWords: rowWriter(client, schema.precedentWords),
    rating: rowWriter(client, schema.ratings),
    review: rowWriter(client, schema.reviews),
    roleAssignment: rowWriter(client, schema.roleAssignments),
    scope: rowWriter(client, schema.scopes),
    session: rowWriter(client, schema.sessions),
    statusChange: rowWriter(client, schema.statusChanges),
    weighing: rowWriter(client, schema.weighings),
    search: indexWriter(client),
  };
}

/** The next number of a kind within an organisation and year: 2026-0012. */
export function nextNumber(organisation: BulkOrganisation, kind: string, moment: number): string {
  const start = `${kind}${new Date(moment).getUTCFullYear()}-`;
  const count = (organisation.counts.get(start) ?? 0) + 1;
  organisation.counts.set(start, count);
  return start + String(count).padStart(4, "0");
}

/** Some facts of a scope, each at most once. */
export function someOf<T>(random: Chance, choices: readonly T[], count: number): T[] {
  const left = [...choices];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(random.below(left.length), 1),
  ).flat();
}
