/** The letter about a decision, and how easy it reads. */
const texts = {
  title: "Brief aan de burger",
  above: "Casus {{number}}, besluit {{decision}}",
  lead: "Wat is besloten, waarom, en wat iemand nu kan doen. In gewone taal.",
  toDecision: "Naar het besluit",
  replaced: "Dit besluit geldt niet meer",
  replacedText:
    "Een nieuwer besluit kwam in de plaats. De brief van toen kunt u lezen, niet meer wijzigen.",
  state: { draft: "Concept", sent: "Verstuurd" },
  changedBy: "Brief {{number}}, gewijzigd door {{name}} op {{date}}",
  sentBy: "Brief {{number}}, verstuurd op {{date}}. Vastgelegd door {{name}}.",
  printHint: "Print deze pagina voor alleen de brief, of haal het document op:",
  docx: "Word-document (docx)",
  pdf: "Brief als PDF",
  notAllowed: "U mag deze brief hier lezen. Meenemen mag alleen wie bijzondere gegevens mag zien.",
  others: "Andere brieven over dit besluit",
  otherDraft: "Brief {{number}} (concept)",
  otherSent: "Brief {{number}}, verstuurd op {{date}}",
  none: {
    title: "Er is nog geen brief over dit besluit",
    text: "U krijgt een eerste tekst die is gemaakt van het besluit. Die leest u na en past u aan.",
    mayNot: "Zodra er een brief is, leest u hem hier.",
    start: "Maak de brief",
  },
  again: {
    title: "Is er een nieuwe brief nodig?",
    text: "Wat verstuurd is, blijft zoals het is. Een nieuwe brief begint opnieuw vanuit het besluit. De laatste dag voor bezwaar of beroep blijft die van de eerste brief.",
    start: "Maak een nieuwe brief",
  },
  asSaved: "Zo ziet de brief eruit die nu is opgeslagen:",
  save: "Opslaan",
  check: "Kijk hoe dit leest",
  field: {
    salutation: "Aanhef",
    noNames: "Zet de naam er pas op als u de brief verstuurt. Namen van burgers bewaren wij niet.",
    outcome: "Ons besluit",
    reasons: "Waarom",
    reasonsHint: "Drie redenen zijn genoeg. Elke reden in een paar korte zinnen.",
    reason: "Reden {{number}}",
    duties: "Wat moet de burger doen?",
    dutiesHint:
      "Zet elk ding op een eigen regel. Laat het alleen leeg als er niets hoeft: dan staat in de brief ‘U hoeft nu niets te doen.’",
    disagree: "Niet eens met het besluit",
    remedy: {
      objection:
        "Tegen dit besluit kan iemand bezwaar maken. Vul in waar de brief heen moet: het bestuursorgaan dat besloot, met het adres.",
      court:
        "Dit besluit volgt op een bezwaar. Nu staat beroep bij de rechter open. Vul in bij welke rechtbank, met het adres.",
    },
    until: "Laatste dag",
    untilHint: "Verstuurt u de brief vandaag ({{from}})? Dan is het {{until}}.",
    untilHintKnown: "De eerste brief is van {{from}}. Daarom is het {{until}}.",
    contact: "Vragen: wie kan iemand bellen?",
    closing: "Afsluiting",
  },
  agreed: {
    title: "Dit is afgesproken in het besluit. Moet de burger daar zelf iets voor doen?",
    condition: "{{text}} (uiterlijk {{date}})",
    none: "In het besluit staan geen afspraken.",
  },
  send: {
    title: "Gaat de brief weg?",
    text: "Leg vast op welke dag. Daarna verandert de brief niet meer en staat er geen CONCEPT meer boven: print hem dan, of haal het document op. Zo is altijd te zien wat de burger las, en wanneer.",
    saved: "Wij leggen de tekst vast die is opgeslagen op {{date}}.",
    day: "Verstuurd op",
    button: "Vastleggen als verstuurd",
  },
  card: {
    title: "Brief aan de burger",
    none: "Er is nog geen brief over dit besluit.",
    start: "Schrijf de brief",
    letter: "Brief {{number}}",
  },
  report: {
    title: "Hoe leest de brief?",
    jump: "Naar: hoe leest de brief?",
    b1: "Leest op B1",
    notB1: "Leest nog niet op B1",
    thirdPerson_one:
      "{{count}} zin lijkt te gaan over een ander. Is dat de lezer? Schrijf dan ‘u’.",
    thirdPerson_other:
      "{{count}} zinnen lijken te gaan over een ander. Is dat de lezer? Schrijf dan ‘u’.",
    tooShort: "Te weinig tekst om iets te zeggen",
    met: "Goed",
    notMet: "Kan beter",
    check: {
      flesch_douma: "Leesgemak {{value}} (Flesch-Douma, ten minste {{limit}})",
      average_sentence: "Gemiddeld {{value}} woorden per zin (hoogstens {{limit}})",
      too_long_sentences_one: "{{count}} zin van meer dan 20 woorden (geen)",
      too_long_sentences_other: "{{count}} zinnen van meer dan 20 woorden (geen)",
      long_sentences: "{{value}} van de zinnen is langer dan 15 woorden (hoogstens {{limit}})",
      hard_words: "{{value}} van de woorden is ambtelijke taal (hoogstens {{limit}})",
      long_words: "{{value}} van de woorden is lang (hoogstens {{limit}})",
    },
    findings: "Wat kan makkelijker?",
    nothing: "Wij zien geen lange zinnen en geen ambtelijke woorden.",
    sentences: "Zinnen",
    words: "Woorden",
    syllables: "Lettergrepen per woord",
    doumaName: "Leesgemak (Flesch-Douma)",
    brouwerName: "Leesindex A (Brouwer)",
    how: "Hoe wij dit meten",
    honest:
      "Een formule is geen lezer. Zij telt woorden en lettergrepen en weet niet of een tekst klopt, duidelijk is of prettig leest. Laat de brief daarom ook lezen door iemand die de zaak niet kent.",
    rule: "‘Leest op B1’ is een regel van ons. De brief moet voldoen aan alle punten hierboven. De niveaus A1 tot en met C2 zijn gemaakt voor lezers, niet voor teksten.",
    douma:
      "Flesch-Douma: 206,84 − 0,93 × woorden per zin − 0,77 × lettergrepen per honderd woorden. Hoger is makkelijker; vanaf 60 is normaal, vanaf 80 gemakkelijk. Bron: W.H. Douma, De leesbaarheid van landbouwbladen, Wageningen 1960.",
    brouwer:
      "Leesindex A: 195 − 2 × woorden per zin − 2/3 × lettergrepen per honderd woorden. Hoger is makkelijker; vanaf 80 is zeer gemakkelijk. Bron: R.H.M. Brouwer, Paedagogische Studiën 40, 1963.",
    passive:
      "Een lang woord heeft meer dan 3 lettergrepen of meer dan 12 letters. Lijdende vormen zoeken wij met vaste regels. Liever missen wij er een dan dat wij er een te veel aanwijzen.",
  },
  finding: {
    long_sentence: "Lange zin van {{words}} woorden. Maak er twee van.",
    too_long_sentence: "Te lange zin van {{words}} woorden. Maak er twee of drie van.",
    passive: "Lijdende vorm: {{form}}. Schrijf wie het doet.",
    hard_word: "‘{{word}}’: schrijf liever ‘{{plain}}’.",
    third_person: "‘{{word}}’: is dit de lezer? Schrijf dan ‘u’.",
    to_fill_in: "Nog in te vullen: {{word}}",
    long_words: "Lange woorden. Weet u een korter woord?",
  },
} as const;

export default texts;
