/** Small text documents that belong to the example cases. */
export const exampleDocuments: {
  caseKey: string;
  name: string;
  text: string;
  addedAfterDays: number;
}[] = [
  {
    caseKey: "weduwe-spanje",
    name: "verslag-gesprek-via-tolk.txt",
    addedAfterDays: 4,
    text: [
      "Verslag van het gesprek via een tolk",
      "",
      "Mevrouw vertelt dat haar man alle zaken met instanties regelde. Na zijn overlijden zei een",
      "kantoor in haar woonplaats dat er in Nederland geen recht was op een uitkering. Zij kan niet",
      "lezen en had niemand die het voor haar kon nakijken.",
      "",
      "Zij vindt het goed dat haar situatie zonder naam wordt besproken.",
      "",
    ].join("\n"),
  },
  {
    caseKey: "kleinzoon-trekt-in",
    name: "inkomen-en-vaste-lasten.txt",
    addedAfterDays: 2,
    text: [
      "Overzicht van inkomen en vaste lasten per maand",
      "",
      "Inkomen nu: AOW met aanvulling (AIO) voor een alleenstaande.",
      "Inkomen straks: dezelfde AOW, aanvulling met de kostendelersnorm.",
      "Vaste lasten: huur, energie, zorgverzekering, eigen risico, vervoer naar het ziekenhuis.",
      "",
      "Na aftrek van de vaste lasten blijft er in de nieuwe situatie geen geld over voor eten.",
      "",
    ].join("\n"),
  },
  {
    caseKey: "begeleider-en-politie",
    name: "afspraken-zorgoverleg.txt",
    addedAfterDays: 8,
    text: [
      "Afspraken uit het zorgoverleg",
      "",
      "1. De begeleider is het eerste aanspreekpunt, ook buiten kantoortijd.",
      "2. De wijkagent komt in burger langs en alleen samen met de begeleider.",
      "3. Wat wordt gedeeld, staat op een lijst die hij zelf heeft goedgekeurd.",
      "",
    ].join("\n"),
  },
];
