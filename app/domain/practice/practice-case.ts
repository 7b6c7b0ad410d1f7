import type { LocalText } from "../local-text.ts";

export type PracticeFact = {
  key: string;
  direction: "pro" | "con";
  answer: "yes" | "unknown";
  label: LocalText;
};

export type PracticeOption = {
  /** Fixed, so that a page that is still open after an update names the same option. */
  id: string;
  title: LocalText;
  description: LocalText;
  /** Outcome level, 0 to 3. */
  level: number;
};

/** The case everyone practises on: invented people, and rules that are simpler than the real ones. */
export const practiceCase = {
  title: {
    nl: "Kleinzoon trekt bij zijn oma in",
    en: "A grandson moves in with his grandmother",
  },
  story: {
    nl: [
      "Mevrouw De Wit is 74 en leeft van AOW met een aanvulling (AIO). Haar kleinzoon Milan (21) studeert in haar stad. Hij zocht een jaar lang een kamer en vond er geen. Sinds september woont hij bij haar.",
      "Dat helpt hen allebei. Hij heeft een rustige plek om te leren. Zij viel vorige winter en durft 's nachts niet meer alleen te zijn. Nu is er iemand die haar hoort.",
      "Zij meldde zijn komst binnen een week. De regel zegt: wie een woning deelt, deelt ook de kosten. Haar uitkering gaat dan van 70 naar 50 procent, ongeveer 390 euro per maand minder. Milan leeft van studiefinanciering en een bijbaan van één dag. Hij kan dat verschil niet betalen.",
    ].join("\n\n"),
    en: [
      "Mrs De Wit is 74 and lives on a state pension with a supplement. Her grandson Milan (21) studies in her town. He looked for a room for a year and found none. Since September he has lived with her.",
      "That helps them both. He has a quiet place to study. She fell last winter and no longer dares to be alone at night. Now somebody hears her.",
      "She reported his arrival within a week. The rule says: whoever shares a home shares the costs. Her benefit then drops from 70 to 50 per cent, about 390 euros a month less. Milan lives on student finance and a job of one day a week. He cannot make up the difference.",
    ].join("\n\n"),
  },
  pinch: {
    nl: "De regel ziet Milan als iemand die kosten deelt. Hij heeft daar geen inkomen voor.",
    en: "The rule sees Milan as somebody who shares costs. He has no income for that.",
  },
  lawPurpose: {
    nl: "Wie samen woont, is per persoon minder kwijt aan huur en energie. De regel voorkomt dat uitkeringen in één huis worden opgeteld.",
    en: "People who live together each pay less for rent and energy. The rule prevents benefits in one home from adding up.",
  },
  citizenWish: {
    nl: "Samen blijven wonen tot Milan over twee jaar klaar is, en de huur kunnen betalen.",
    en: "To go on living together until Milan finishes in two years, and to be able to pay the rent.",
  },
  ownAttempts: {
    nl: "De behandelaar zocht naar een uitzondering in de werkinstructie. Die is er voor wie een kamer huurt, niet voor familie.",
    en: "The case handler looked for an exception in the working instruction. There is one for lodgers, not for family.",
  },
  unease: {
    nl: "Wie eerlijk meldt, gaat erop achteruit. Wie zwijgt, merkt niets.",
    en: "Those who report honestly lose money. Those who keep silent notice nothing.",
  },
} satisfies Record<string, LocalText>;

export const practiceFacts: PracticeFact[] = [
  {
    key: "housemate_cannot_contribute",
    direction: "pro",
    answer: "yes",
    label: {
      nl: "Milan heeft geen inkomen om kosten te delen",
      en: "Milan has no income to share costs with",
    },
  },
  {
    key: "not_safe_alone_at_night",
    direction: "pro",
    answer: "yes",
    label: {
      nl: "Alleen is zij 's nachts niet veilig, zegt de wijkverpleegkundige",
      en: "Alone she is not safe at night, says the district nurse",
    },
  },
  {
    key: "relief_avoids_other_costs",
    direction: "pro",
    answer: "yes",
    label: {
      nl: "Zonder Milan is nachtzorg nodig, voor ongeveer 800 euro per maand",
      en: "Without Milan she needs night care, about 800 euros a month",
    },
  },
  {
    key: "reported_on_time",
    direction: "pro",
    answer: "yes",
    label: { nl: "Zij meldde zijn komst op tijd", en: "She reported his arrival in time" },
  },
  {
    key: "household_counts_by_rule",
    direction: "con",
    answer: "yes",
    label: {
      nl: "De regel telt een inwonend kleinkind mee",
      en: "The rule counts a grandchild who lives in",
    },
  },
  {
    key: "others_were_reduced",
    direction: "con",
    answer: "yes",
    label: {
      nl: "Anderen met familie in huis kregen de verlaging wel",
      en: "Others with family at home did get the reduction",
    },
  },
  {
    key: "room_next_year",
    direction: "con",
    answer: "unknown",
    label: {
      nl: "Of er volgend jaar wel een kamer is",
      en: "Whether there will be a room next year",
    },
  },
];

/** Option 0 is strict application, as in every case. */
export const practiceOptions: PracticeOption[] = [
  {
    id: "01900000-0000-7000-8000-0000000000a0",
    title: { nl: "De norm toepassen", en: "Apply the norm" },
    description: {
      nl: "De uitkering gaat vanaf volgende maand naar 50 procent.",
      en: "From next month the benefit goes to 50 per cent.",
    },
    level: 0,
  },
  {
    id: "01900000-0000-7000-8000-0000000000a1",
    title: { nl: "Zes maanden uitstel, met hulp", en: "Six months' delay, with help" },
    description: {
      nl: "De verlaging gaat een half jaar later in. In die tijd zoeken gemeente en school mee naar een kamer en nachthulp. Kosten: ongeveer 2.360 euro, één keer.",
      en: "The reduction starts half a year later. Meanwhile the municipality and the school help to find a room and help at night. Cost: about 2,360 euros, once.",
    },
    level: 1,
  },
  {
    id: "01900000-0000-7000-8000-0000000000a2",
    title: {
      nl: "De norm niet toepassen zolang hij studeert en zorgt",
      en: "Do not apply the norm while he studies and cares",
    },
    description: {
      nl: "Haar uitkering blijft 70 procent. Elk jaar kijkt de behandelaar of het nog klopt. Kosten: ongeveer 4.700 euro per jaar.",
      en: "Her benefit stays at 70 per cent. Every year the case handler checks whether it still fits. Cost: about 4,700 euros a year.",
    },
    level: 3,
  },
];
