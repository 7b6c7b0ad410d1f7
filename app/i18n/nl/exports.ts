/** Lijsten en cijfers als bestand. */
const texts = {
  csv: "Downloaden als CSV",
  allFigures: "Alle cijfers van deze pagina",
  xlsx: "Downloaden voor Excel",
  number: "Nummer",
  received: "Ontvangen",
  daysLeft: "Dagen over",
  urgency: "Spoed",
  urgencyDate: "Spoed: uiterlijk",
  version: "Versie",
  example: "Voorbeeld",
  synonyms: "Andere woorden",
  perspective: "Perspectief",
  direction: "Richting",
  organisation: "Organisatie",
  figure: "Cijfer",
  row: "Rij",
  column: "Wat",
  value: "Getal",
  previous: "Getal in de vorige periode",
} as const;
export default texts;
