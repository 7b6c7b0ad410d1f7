const texts = {
  title: "Verwerkingen",
  lead: "Voor welk doel gegevens van mensen zijn verwerkt. Wie het deed, staat hier niet: dat staat in het logboek.",
  standard:
    "Het bestand heeft de vorm van de standaard Logboek Dataverwerkingen: elke regel is één verwerking.",
  download: "Downloaden als JSON",
  caption: "Verwerkingen",
  when: "Wanneer",
  purpose: "Doel",
  allPurposes: "Alle doelen",
  operation: "Wat er gebeurde",
  subject: "Betrokkene",
  subjectHint: "De schuilnaam van een casus, zoals die in de lijst staat",
  noSubject: "meer casussen",
  id: "Kenmerk",
  emptyTitle: "Geen verwerkingen",
  emptyText: "Er is niets verwerkt dat bij deze filters past.",
  activity: {
    handling: "Casus behandelen",
    scoring: "Oplossingen beoordelen",
    deciding: "Besluiten",
    "follow-up": "Nazorg",
    learning: "Leren van besluiten",
    accounting: "Verantwoorden",
    destroying: "Vernietigen",
  },
} as const;
export default texts;
