import type { ExampleRating } from "../types.ts";

export const wajongStudentLegalRatings: ExampleRating[] = [
  {
    assessor: "annelies-terpstra",
    option: 0,
    values: [2, 3, 3, 2, 3, 2, 3],
    gates: ["yes", "yes", "yes"],
    reasons: {
      J1: "De Wajong wil jongeren aan werk helpen. Deze terugvordering haalt hem er juist weg.",
      J4: "Jaren aflossen voor een regel die niet meer bestaat is uit balans.",
      J6: "Twee overheden hadden de gegevens en zagen de samenloop niet.",
    },
  },
  {
    assessor: "annelies-terpstra",
    option: 1,
    values: [3, 3, 3, 3, 3, 3, 4],
    gates: ["yes", "yes", "yes"],
    reasons: {},
  },
  {
    assessor: "annelies-terpstra",
    option: 2,
    values: [4, 4, 4, 4, 4, 4, 4],
    gates: ["yes", "yes", "yes"],
    reasons: {},
  },
  {
    assessor: "annelies-terpstra",
    option: 3,
    values: [3, 3, 3, 2, 4, 2, 3],
    gates: ["yes", "yes", "yes"],
    reasons: {
      J4: "Ook de inkomsten die hij niet doorgaf vervallen dan. Dat gaat verder dan nodig.",
      J6: "Zijn eigen aandeel in de kleine schuld telt dan niet meer mee.",
    },
  },
  {
    assessor: "kwame-mensah",
    option: 0,
    values: [3, 4, 3, 2, 2, 3, 4],
    gates: ["yes", "yes", "yes"],
    reasons: {
      J4: "Het bedrag staat niet in verhouding tot wat hem te verwijten valt.",
      J5: "Een vervallen regel, een fout advies en een beperking: dat is samen bijzonder.",
    },
  },
  {
    assessor: "kwame-mensah",
    option: 1,
    values: [3, 2, 3, 3, 3, 3, 4],
    gates: ["yes", "yes", "yes"],
    reasons: {
      J2: "Lager aflossen verandert niets aan de reden waarom hij vastloopt.",
    },
  },
  {
    assessor: "kwame-mensah",
    option: 2,
    values: [4, 4, 3, 4, 4, 4, 2],
    gates: ["yes", "yes", "yes"],
    reasons: {
      J7: "Jongeren die hun schuld uit die jaren al hebben afbetaald, krijgen niets terug.",
    },
  },
  {
    assessor: "kwame-mensah",
    option: 3,
    values: [3, 3, 2, 3, 4, 2, 2],
    gates: ["yes", "unsure", "yes"],
    reasons: {
      J3: "Er is een lichtere oplossing die hetzelfde doel haalt.",
      J6: "Hij had loon en gaf dat niet door. Dat mag niet verdwijnen.",
      J7: "Anderen met niet gemelde inkomsten betalen wel terug.",
      "J-G2": "Volledige kwijtschelding zonder voorwaarden ligt volgens mij boven dit mandaat.",
    },
  },
];
