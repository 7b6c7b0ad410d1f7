import type { GateTemplate } from "../question-set.ts";

/** Ground, mandate and lawful treatment: a *no* on one of these blocks the option. */
export const legalGates: GateTemplate[] = [
  {
    key: "J-G1",
    question: {
      nl: "Is er een rechtsgrond voor deze oplossing?",
      en: "Is there a legal ground for this solution?",
    },
    meaning: {
      nl: "U kunt de grond noemen met het artikel erbij; bij strikte toepassing is dat de regel zelf.",
      en: "You can name the ground and its article; for strict application that is the rule itself.",
    },
    source: "Awb 4:84; ECLI:NL:CBB:2024:190; ECLI:NL:CRVB:2025:700",
  },
  {
    key: "J-G2",
    question: {
      nl: "Mag degene die beslist dit ook echt beslissen (mandaat)?",
      en: "Is the person who decides really allowed to decide this (mandate)?",
    },
    meaning: {
      nl: "Het mandaat geldt voor deze grond en voor dit bedrag.",
      en: "The mandate covers this ground and this amount.",
    },
    source: "Maatwerkregister: voldoende mandaat",
  },
  {
    key: "J-G3",
    question: {
      nl: "Is de oplossing vrij van verboden onderscheid, en zijn de gegevens rechtmatig gebruikt?",
      en: "Is the solution free of forbidden distinction, and were the data used lawfully?",
    },
    meaning: {
      nl: "Niemand wordt gediscrimineerd, en elk gegeven heeft een doel en een wettelijke basis.",
      en: "Nobody is discriminated against, and each item of data has a purpose and a legal basis.",
    },
    source: "Behoorlijkheidswijzer: grondrechten; AVG artikel 5 en 6",
  },
];
