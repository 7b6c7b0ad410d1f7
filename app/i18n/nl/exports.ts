/** Lijsten en cijfers als bestand. */
const texts = {
  csv: "Downloaden als CSV",
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
} as const;
export default texts;
