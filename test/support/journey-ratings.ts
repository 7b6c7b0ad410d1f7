import type { Answers } from "./journey-scoring.ts";

/** Words that only the people who wrote them may read before the reveal. */
export const secrets = {
  legal: "GeheimJuridisch: de termijn is hier een val.",
  dissent: "GeheimTegenstem: dan moet iedereen dit krijgen.",
  unsure: "GeheimTwijfel: het mandaat gaat tot tienduizend euro.",
  societal: "GeheimMaatschappelijk: zij raakt haar huis kwijt.",
  argument: "GeheimArgument: het loket was de enige bron die zij had.",
} as const;

const yes: Answers = { choices: ["yes", "yes", "yes"] };

const answersByPerson: Record<string, Record<string, Answers>> = {
  "Annelies Terpstra": {
    gate: yes,
    "*": { choices: ["3", "4", "3"] },
    J4: { choices: ["1", "5", "3"], reason: secrets.legal },
  },
  "Kwame Mensah": {
    gate: yes,
    "J-G2": { choices: ["yes", "unsure", "yes"], reason: secrets.unsure },
    "*": { choices: ["3", "4", "3"] },
    J5: { choices: ["4", "2", "3"], reason: secrets.dissent },
    J7: { choices: ["no_judgement", "4", "3"] },
  },
  "Joris van der Velde": { gate: yes, "*": { choices: ["3", "3", "3"] } },
  "Sunita Ramdin": { gate: yes, "*": { choices: ["3", "4", "3"] } },
  "Esra Yildirim": { gate: yes, "*": { choices: ["2", "5", "3"], reason: secrets.societal } },
  "Thijs Kuipers": {
    gate: yes,
    "*": { choices: ["2", "5", "4"], reason: "Zij kan dit niet aan." },
  },
};

/** What someone answers at each question. */
export function ratingsOf(name: string): Record<string, Answers> {
  return answersByPerson[name] ?? {};
}

type Places = { caseId: string; item: string; people: Record<string, string> };

/** Who looks where before the reveal; nobody looks at the own scoring page. */
export function blindReaders({ caseId, item, people }: Places): [string, string[]][] {
  const everywhere = [
    "/",
    item,
    `${item}/uitkomst`,
    item.replace(/\/casussen\/.*/, ""),
    `/casussen/${caseId}`,
    `/casussen/${caseId}/geschiedenis`,
    `/casussen/${caseId}/besluit`,
  ];
  const leading = [`${item}/onthullen`, `${item}/panels`];
  return [
    [people.coordinator ?? "", [...everywhere, ...leading]],
    [people.executive ?? "", everywhere],
    [people.auditor ?? "", [...everywhere, "/audit"]],
    [people.decisionMaker ?? "", everywhere],
    [people.submitter ?? "", everywhere],
    ["Sunita Ramdin", [...everywhere, `${item}/beoordelen`, `${item}/beoordelen?stap=controle`]],
  ];
}
