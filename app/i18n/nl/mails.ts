/** E-mail. Nooit iets over de inhoud van een casus. */
const texts = {
  greeting: "Goedendag,",
  noContents: "In deze e-mail staat met opzet niets over de inhoud. Die leest u na het inloggen.",
  reminder: {
    subject: "U hebt nog iets te beoordelen",
    cases_one: "Er wacht {{count}} casus op uw oordeel.",
    cases_other: "Er wachten {{count}} casussen op uw oordeel.",
    until: "Graag uiterlijk {{moment}}.",
    link: "Naar uw startpagina in de Maatwerkplaats",
    why: "U krijgt dit bericht omdat u beoordelaar bent en nog niet op klaar staat.",
  },
  due: {
    subject: "Iets van u loopt bijna af",
    subjectOverdue: "Iets van u is te laat",
    condition_one: "Een voorwaarde bij een besluit staat op uw naam.",
    condition_other: "{{count}} voorwaarden bij een besluit staan op uw naam.",
    review_one: "Een terugblik op een besluit staat op uw naam.",
    review_other: "{{count}} terugblikken op een besluit staan op uw naam.",
    proceeding_one: "Een bezwaar, beroep of verzoek staat op uw naam.",
    proceeding_other: "{{count}} bezwaren, beroepen of verzoeken staan op uw naam.",
    until: "De laatste dag is {{date}}.",
    overdue: "De laatste dag was {{date}}.",
    link: "Naar uw startpagina in de Maatwerkplaats",
    why: "U krijgt dit bericht een week van tevoren en als de dag voorbij is, elk één keer.",
  },
  signal: {
    subject: "Er wacht een signaal op antwoord",
    waiting_one: "Op {{count}} signaal over een regel is nog geen antwoord.",
    waiting_other: "Op {{count}} signalen over een regel is nog geen antwoord.",
    link: "Naar uw signalen in de Maatwerkplaats",
    why: "U krijgt dit bericht omdat u over deze regel gaat, of omdat u coördinator bent. Hooguit één keer per week.",
  },
  handover: {
    subject: "Bericht over een overdracht",
    received: "Een andere organisatie heeft u iets overgedragen of gevraagd.",
    answered: "Er is antwoord op een overdracht die u verstuurde.",
    overdue:
      "Op een overdracht die u verstuurde, is nog geen antwoord. De dag waarop dat er hoorde te zijn is voorbij.",
    link: "Naar de overdrachten in de Maatwerkplaats",
    why: "U krijgt dit bericht omdat u coördinator bent.",
  },
  checkpoint: {
    subject: "Controlepunt van het auditlog, om te bewaren",
    keep: "Dit is het laatste controlepunt van het auditlog van de Maatwerkplaats. Bewaar dit bericht. Met deze regels is later aan te tonen dat het log sindsdien niet is herschreven.",
    link: "Naar de staat van het auditlog",
    why: "U krijgt dit bericht omdat u auditor bent.",
  },
} as const;
export default texts;
