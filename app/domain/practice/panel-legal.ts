import type { PracticePanel } from "./practice-panel.ts";

export const legalPanel: PracticePanel = {
  table: { criterion: "J1", option: 2 },
  assessors: [
    {
      id: "noor-albers",
      name: "Noor Albers",
      gates: {
        "J-G1": [
          { choice: "yes" },
          { choice: "yes" },
          {
            choice: "unsure",
            why: {
              nl: "Bij de aanvulling mogen wij kijken naar de persoon. Ik wil het artikel eerst in het besluit zien staan.",
              en: "For the supplement we may look at the person. I want to see the article in the decision first.",
            },
          },
        ],
      },
      criteria: {
        J1: [
          {
            choice: 4,
            why: {
              nl: "De regel is duidelijk en geldt voor elk huis dat mensen delen.",
              en: "The rule is clear and covers every home that people share.",
            },
          },
          { choice: 4 },
          {
            choice: 2,
            why: {
              nl: "De regel geldt voor iedereen die een woning deelt. Met één uitzondering voor familie is de grens weg.",
              en: "The rule is for everyone who shares a home. With one exception for family the line is gone.",
            },
          },
        ],
        J4: [
          { choice: 3 },
          {
            choice: 4,
            why: {
              nl: "Zij krijgt tijd, en de regel blijft overeind.",
              en: "She gets time, and the rule stays standing.",
            },
          },
          { choice: 3 },
        ],
      },
      second: {
        choice: 3,
        why: {
          nl: "Hamid heeft een punt: hier wordt niets gedeeld. Met vaste voorwaarden (geen inkomen, zorg in de nacht) blijft de grens scherp.",
          en: "Hamid has a point: nothing is shared here. With fixed conditions (no income, care at night) the line stays sharp.",
        },
      },
    },
    {
      id: "hamid-aksoy",
      name: "Hamid Aksoy",
      gates: { "J-G1": [{ choice: "yes" }, { choice: "yes" }, { choice: "yes" }] },
      criteria: {
        J1: [
          { choice: 3 },
          {
            choice: 4,
            why: {
              nl: "De regel blijft gelden, met tijd om eraan te wennen.",
              en: "The rule still holds, with time to get used to it.",
            },
          },
          {
            choice: 4,
            why: {
              nl: "De regel gaat over kosten delen. Hier deelt niemand kosten, dus een uitzondering past juist bij het doel.",
              en: "The rule is about sharing costs. Nobody shares costs here, so an exception does fit its purpose.",
            },
          },
        ],
        J4: [
          {
            choice: 3,
            why: {
              nl: "Zwaar voor haar, maar de wetgever heeft dit nadeel gekend.",
              en: "Hard on her, but the legislator knew of this harm.",
            },
          },
          { choice: 3 },
          {
            choice: 4,
            why: {
              nl: "Voor haar maakt het alles uit, voor ons weinig.",
              en: "For her it makes all the difference, for us very little.",
            },
          },
        ],
      },
      second: {
        choice: 4,
        why: {
          nl: "Ik blijf hierbij. Noors voorwaarden neem ik graag over.",
          en: "I stay with this. I gladly take over Noor's conditions.",
        },
      },
    },
  ],
};
