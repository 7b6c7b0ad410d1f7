/**
 * What the example cases need beside their content to show every screen: meetings, a
 * conflict of interest, claims treated differently, and a decision that was corrected.
 */
import type { OutcomeLevel } from "../../app/domain/option.ts";
import type { SessionKind } from "../../app/domain/session.ts";
import type { OrganisationKey, PerspectiveKey } from "./example/types.ts";

export type ExampleSession = {
  key: string;
  organisation: OrganisationKey;
  title: string;
  kind: SessionKind;
  place: string;
  facilitator: string;
  deputy: string | null;
  observers: string[];
  /** The agenda; cases without a round yet are in preparation. */
  caseKeys: string[];
  /** For a meeting that is still to come. */
  inDays?: number;
  /** The panels of a case that is in preparation. */
  panels?: Record<PerspectiveKey, string[]>;
};

const lud = {
  organisation: "lud",
  place: "Vergaderzaal Linde",
  facilitator: "marieke-hoekstra",
  deputy: "yassin-el-amrani",
  observers: [],
} satisfies Partial<ExampleSession>;

const waterrijk = {
  organisation: "waterrijk",
  place: "Gemeentehuis, kamer 2.14",
  facilitator: "sanne-dijkgraaf",
  deputy: "shanti-biharie",
  observers: [],
} satisfies Partial<ExampleSession>;

const online = "Op afstand: ieder beoordeelt op een eigen moment";

export const exampleSessions: ExampleSession[] = [
  {
    ...lud,
    key: "anw-spanje",
    title: "Te late aanvragen Anw",
    kind: "live",
    caseKeys: ["weduwe-spanje"],
  },
  {
    ...lud,
    key: "wia",
    title: "Voorschotten WIA van lang geleden",
    kind: "live",
    caseKeys: ["wia-voorschot"],
  },
  {
    ...lud,
    key: "wajong-studie",
    title: "Wajong en studie",
    kind: "live",
    observers: ["nienke-postma"],
    caseKeys: ["wajong-studiefinanciering"],
  },
  {
    ...lud,
    key: "wajong-buitenland",
    title: "Wajong en wonen in het buitenland",
    kind: "live",
    facilitator: "yassin-el-amrani",
    deputy: "marieke-hoekstra",
    caseKeys: ["wajong-spanje"],
  },
  {
    ...lud,
    key: "aow-lijn",
    title: "Terugvordering AOW en de vaste gedragslijn",
    kind: "spread",
    place: online,
    caseKeys: ["aow-vaste-gedragslijn"],
  },
  {
    ...lud,
    key: "anw-marokko",
    title: "Late aanvraag Anw vanuit Marokko",
    kind: "spread",
    place: online,
    facilitator: "yassin-el-amrani",
    deputy: null,
    caseKeys: ["weduwnaar-marokko"],
  },
  {
    ...lud,
    key: "ww",
    title: "WW: wat de dienst zelf liet liggen",
    kind: "live",
    facilitator: "yassin-el-amrani",
    deputy: "marieke-hoekstra",
    caseKeys: ["ww-geen-reactie"],
  },
  {
    ...lud,
    key: "anw-turkije",
    title: "Late aanvraag Anw vanuit Turkije",
    kind: "live",
    observers: ["nienke-postma"],
    caseKeys: ["weduwe-turkije"],
  },
  {
    ...lud,
    key: "aow-zorg",
    title: "AOW en opname in een verpleeghuis",
    kind: "live",
    facilitator: "yassin-el-amrani",
    deputy: "marieke-hoekstra",
    caseKeys: ["aow-verpleeghuis"],
  },
  {
    ...lud,
    key: "aow-inwoning",
    title: "Inwonende familie en de AIO",
    kind: "spread",
    place: online,
    observers: ["bram-verhagen"],
    caseKeys: ["kleinzoon-trekt-in"],
  },
  {
    ...lud,
    key: "gepland",
    title: "Maatwerkoverleg volgende maand",
    kind: "live",
    inDays: 12,
    caseKeys: [],
  },
  {
    ...waterrijk,
    key: "stortingen",
    title: "Bijstand en niet gemelde stortingen",
    kind: "live",
    caseKeys: ["niet-gemelde-stortingen"],
  },
  {
    ...waterrijk,
    key: "opname",
    title: "Een opname die vastloopt",
    kind: "live",
    caseKeys: ["hond-en-opname"],
  },
  {
    ...waterrijk,
    key: "begeleiding",
    title: "Zorg, begeleiding en politie samen",
    kind: "live",
    facilitator: "shanti-biharie",
    deputy: "sanne-dijkgraaf",
    observers: ["daan-olthof"],
    caseKeys: ["begeleider-en-politie"],
  },
  {
    ...waterrijk,
    key: "indicaties",
    title: "Ieder jaar opnieuw een indicatie",
    kind: "spread",
    place: online,
    caseKeys: ["jaarlijkse-herindicatie"],
  },
  {
    ...waterrijk,
    key: "ontruiming",
    title: "Dreigende ontruiming",
    kind: "live",
    facilitator: "shanti-biharie",
    deputy: "sanne-dijkgraaf",
    observers: ["daan-olthof"],
    inDays: 1,
    caseKeys: ["ontruiming-huurschuld"],
    panels: {
      legal: ["carlijn-reijnders"],
      financial: ["pieter-nauta"],
      societal: ["amina-warsame"],
    },
  },
];

/** What an option does with each claim, for a case whose claims are treated differently. */
export const claimLevels: {
  caseKey: string;
  option: number;
  claim: number;
  level: OutcomeLevel;
  note: string;
}[] = [
  {
    caseKey: "wajong-studiefinanciering",
    option: 2,
    claim: 0,
    level: 3,
    note: "Kwijtgescholden: de regel bestaat niet meer en hij was verkeerd ingelicht.",
  },
  {
    caseKey: "wajong-studiefinanciering",
    option: 2,
    claim: 1,
    level: 1,
    note: "Een jaar pauze, met de opdracht begeleiding te zoeken en inkomsten door te geven.",
  },
];

export const exampleConflicts: { caseKey: string; person: string; reason: string }[] = [
  {
    caseKey: "energie-afsluiting",
    person: "pieter-nauta",
    reason: "Mijn zus werkt bij het energiebedrijf waar het over gaat.",
  },
];

/** A decision that was corrected afterwards: the first version stays, the second names it. */
export const correctedDecision = {
  caseKey: "hond-en-opname",
  afterDays: 6,
  reason: "In de eerste versie stond een verkeerde datum bij de afspraak met de kliniek.",
};
