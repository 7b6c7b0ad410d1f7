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
} as const;
export default texts;
