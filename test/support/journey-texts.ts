/** The widow in Spain, in words of our own: what people type on the way. */
const day = 86_400_000;

/** A date from now, as a date field takes it. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * day).toISOString().slice(0, 10);
}

export const costLines = {
  muddlingOn: {
    post: "Bijstand aan huis en schuldhulp in Spanje",
    amount: "1.250,00",
    bearer: "other",
    recurrence: "yearly",
    certainty: "estimate",
    source: "Gesprek met de maatschappelijk werker",
  },
  arrears: {
    post: "Nabetaling over drie jaar",
    amount: "31.482,50",
    bearer: "own_organisation",
    recurrence: "once",
    certainty: "known",
    source: "Berekening uitkeringsdienst",
  },
  saved: {
    post: "Minder schuldhulp",
    amount: "-900,00",
    bearer: "other",
    recurrence: "yearly",
    certainty: "estimate",
    source: "",
  },
  oneYear: {
    post: "Nabetaling over een jaar",
    amount: "10.494,00",
    bearer: "own_organisation",
    recurrence: "once",
    certainty: "known",
    source: "Berekening uitkeringsdienst",
  },
} as const;

export const widow = {
  scope: "Anw: te late aanvraag",
  story:
    "Haar man werkte jaren in Nederland en was hier verzekerd. Na zijn overlijden bleef mevrouw achter aan de Spaanse kust. Zij kan niet lezen. Het loket daar zei dat er geen recht was; drie jaar later bleek dat niet te kloppen.",
  wish: "Mevrouw wil in haar eigen huis blijven wonen.",
  firstNeed: "Rust over het inkomen: weten waar zij op kan rekenen.",
  attempts: "De afdeling heeft de aanvraag twee keer bekeken en de wet strikt toegepast.",
  unease: "Het voelt niet eerlijk dat een fout van een loket haar drie jaar inkomen kost.",
  urgency: "De deurwaarder heeft een datum genoemd voor de achterstand in de huur.",
  pinch: "De uitkering gaat hooguit een jaar terug, behalve in bijzondere gevallen.",
  pinchSource: "Anw artikel 33",
  lawPurpose: "Nabestaanden een basisinkomen geven als de partner wegvalt.",
  references: ["BWBR0007795", "jci1.3:c:BWBR0007795&artikel=33"],
  factNote: "De dochter leest alle brieven voor.",
  factSource: "Gesprek met de burger",
  claims: [
    { label: "Nabestaandenuitkering met terugwerkende kracht", amount: "31.482,50" },
    { label: "Vakantiegeld over die jaren" },
  ],
  options: [
    {
      title: "Volledig toekennen vanaf het overlijden",
      description: "De uitkering gaat in vanaf het overlijden, omdat het geval bijzonder is.",
      level: "Volledige tegemoetkoming",
      ground: "room_in_norm",
      reference: "Anw artikel 33, bijzondere gevallen",
      costs: [costLines.arrears, costLines.saved],
    },
    {
      title: "Een jaar terug en daarna maatwerk",
      description: "De gewone termijn van een jaar, met hulp bij de schulden.",
      level: "Gedeeltelijke tegemoetkoming",
      ground: "no_deviation",
      reference: "Anw artikel 33",
      costs: [costLines.oneYear],
    },
  ],
  organisations: "Het consulaat en een stichting voor maatschappelijk werk.",
  contact: "Teamleider van de stichting, heeft mandaat over de hulp ter plaatse.",
  representative: "dochter",
  consent: "De stichting mag weten dat er een aanvraag loopt; gezegd tijdens het gesprek.",
  answer: "Zo gaat het vaker: er komen elk jaar honderden late aanvragen uit het buitenland.",
} as const;

/** One text of every step, to look for on the page of the case. */
export const steps = [
  widow.wish,
  widow.pinchSource,
  widow.factNote,
  widow.claims[0].label,
  widow.organisations,
  widow.answer,
];

export const facts = [
  { label: "Moeite met lezen en schrijven", answer: "yes" },
  { label: "Verkeerd ingelicht door een ander", answer: "yes" },
  { label: "Woont in het buitenland", answer: "yes" },
  { label: "Snel gehandeld na het horen", answer: "unknown" },
  { label: "Meer dan een jaar te laat aangevraagd", answer: "yes" },
  { label: "Het was redelijk duidelijk", answer: "no" },
] as const;

export const decided = {
  motivation: {
    legal: "De wet laat ruimte voor bijzondere gevallen; dit is er een.",
    financial: "De nabetaling is gedekt en voorkomt hogere kosten elders.",
    societal: "Zij kon dit niet zelf weten en niet zelf lezen.",
  },
  legalAdvice: "Niet nodig bij deze grond.",
  minority: "Een van de juristen vond de termijn hard.",
  condition: "De stichting leest de beschikking samen met mevrouw door.",
  told: "U krijgt de uitkering vanaf het overlijden van uw man. Iemand leest de brief met u door.",
  check: "Niets gevonden met dezelfde omstandigheden.",
} as const;

export const rewritten = {
  summary:
    "Een nabestaande in het buitenland vroeg drie jaar te laat een nabestaandenuitkering aan. Zij kon niet lezen en was ter plaatse verkeerd geïnformeerd in een loketdoolhof. Het bedrag is volledig toegekend vanaf het overlijden.",
  motivation: "Bijzonder geval door de stapeling van omstandigheden.",
  withPersonalData: "Bel mevrouw op 06 12345678 of mail naar weduwe@voorbeeld.nl.",
} as const;
