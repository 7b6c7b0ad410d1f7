import type { PracticePanel } from "./practice-panel.ts";

export const societalPanel: PracticePanel = {
  table: { criterion: "M1", option: 1 },
  assessors: [
    {
      id: "anneke-vos",
      name: "Anneke Vos",
      gates: { "M-G1": [{ choice: "yes" }, { choice: "yes" }, { choice: "yes" }] },
      criteria: {
        M1: [
          {
            choice: 1,
            why: {
              nl: "Zij moet kiezen tussen haar kleinzoon en haar huur. Alleen is zij 's nachts niet veilig.",
              en: "She has to choose between her grandson and her rent. Alone she is not safe at night.",
            },
          },
          {
            choice: 2,
            why: {
              nl: "Een half jaar onzekerheid, terwijl zij nu al slecht slaapt.",
              en: "Half a year of uncertainty, while she already sleeps badly.",
            },
          },
          {
            choice: 5,
            why: {
              nl: "Samen blijven wonen lost twee problemen tegelijk op.",
              en: "Staying together solves two problems at once.",
            },
          },
        ],
        M6: [{ choice: 3 }, { choice: 3 }, { choice: 4 }],
      },
      second: {
        choice: 3,
        why: {
          nl: "Als de gemeente echt meezoekt, is er na een half jaar iets beters. Dat moet dan wel vastliggen.",
          en: "If the municipality really helps to look, there is something better after half a year. That must be laid down.",
        },
      },
    },
    {
      id: "jeroen-tan",
      name: "Jeroen Tan",
      gates: { "M-G1": [{ choice: "yes" }, { choice: "yes" }, { choice: "yes" }] },
      criteria: {
        M1: [
          {
            choice: 2,
            why: {
              nl: "Geldzorgen boven op de angst: dit maakt haar leven zwaarder.",
              en: "Money worries on top of fear: this makes her life harder.",
            },
          },
          {
            choice: 4,
            why: {
              nl: "Het geeft nu rust, en tijd om een kamer en hulp te regelen.",
              en: "It brings calm now, and time to arrange a room and help.",
            },
          },
          { choice: 4 },
        ],
        M6: [
          { choice: 3 },
          { choice: 4 },
          {
            choice: 3,
            why: {
              nl: "Wie de verlaging wel kreeg, zal vragen: waarom zij niet? Dat moeten wij kunnen uitleggen.",
              en: "Those who did get the reduction will ask: why not her? We must be able to explain that.",
            },
          },
        ],
      },
      second: {
        choice: 4,
        why: {
          nl: "Ik blijf hierbij. Leg de hulp wel vast in het besluit.",
          en: "I stay with this. But do lay down the help in the decision.",
        },
      },
    },
  ],
};
