import type { PracticePanel } from "./practice-panel.ts";

export const financialPanel: PracticePanel = {
  table: { criterion: "F6", option: 2 },
  assessors: [
    {
      id: "els-wiersma",
      name: "Els Wiersma",
      gates: { "F-G1": [{ choice: "yes" }, { choice: "yes" }, { choice: "yes" }] },
      criteria: {
        F1: [
          {
            choice: 2,
            why: {
              nl: "De huur gaat niet mee omlaag. Na de vaste lasten blijft te weinig over voor eten.",
              en: "The rent does not go down as well. After fixed costs too little is left for food.",
            },
          },
          { choice: 3 },
          { choice: 4 },
        ],
        F6: [
          { choice: 4 },
          {
            choice: 5,
            why: {
              nl: "Een half jaar is te overzien, ook als meer mensen het krijgen.",
              en: "Half a year is manageable, even if more people get it.",
            },
          },
          {
            choice: 2,
            why: {
              nl: "Veel ouderen hebben familie in huis. Krijgt iedereen dit, dan wordt het duur.",
              en: "Many older people have family at home. If everyone gets this, it becomes expensive.",
            },
          },
        ],
      },
      second: {
        choice: 2,
        why: {
          nl: "Ik blijf hierbij. Zolang niemand de groep heeft geteld, ben ik voorzichtig.",
          en: "I stay with this. As long as nobody has counted the group, I am careful.",
        },
      },
    },
    {
      id: "ruben-pinas",
      name: "Ruben Pinas",
      gates: {
        "F-G1": [
          { choice: "yes" },
          { choice: "yes" },
          {
            choice: "unsure",
            why: {
              nl: "Voor dit jaar is er dekking. Wie betaalt volgend jaar?",
              en: "There is cover for this year. Who pays next year?",
            },
          },
        ],
      },
      criteria: {
        F1: [
          { choice: 3 },
          {
            choice: 3,
            why: {
              nl: "Een half jaar rust. Daarna komt hetzelfde gat terug.",
              en: "Half a year of calm. After that the same gap comes back.",
            },
          },
          { choice: 4 },
        ],
        F6: [
          { choice: 5 },
          { choice: 4 },
          {
            choice: 4,
            why: {
              nl: "Het gaat om een kleine groep: een student zonder inkomen die 's nachts helpt. En nachtzorg is duurder.",
              en: "This is a small group: a student without income who helps at night. And night care costs more.",
            },
          },
        ],
      },
      second: {
        choice: 3,
        why: {
          nl: "Els heeft gelijk dat de groep groeit zolang er geen kamers zijn. Met duidelijke voorwaarden blijft het te betalen.",
          en: "Els is right that the group grows as long as there are no rooms. With clear conditions it stays affordable.",
        },
      },
    },
  ],
};
