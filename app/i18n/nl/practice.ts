/** De oefenzitting: een verzonnen casus die iedereen alleen kan doorlopen. */
const texts = {
  title: "Oefenzitting",
  step: "Stap {{step}} van {{total}}",
  minutes_one: "nog ongeveer {{count}} minuut",
  minutes_other: "nog ongeveer {{count}} minuten",
  done: "Klaar",
  previous: "Vorige stap",
  nextTo: "Verder naar {{name}}",
  name: {
    welcome: "welkom",
    case: "de casus",
    score: "beoordelen",
    reveal: "onthullen",
    discuss: "bespreken",
    second_round: "de tweede ronde",
    weigh: "wegen",
    decide: "besluiten",
    finished: "het einde",
  },
  heading: {
    case: "Lees de casus",
    score: "Beoordeel vanuit uw perspectief",
    reveal: "Iedereen ziet alles",
    discuss: "Praat over het grootste verschil",
    second_round: "Kijk nog één keer",
    weigh: "Weeg wat overblijft",
    decide: "Neem een besluit",
    finished: "U hebt een zitting gedaan",
  },
  why: {
    case: "Een zitting begint bij de mens achter de casus. Lees eerst rustig wat er speelt. Oordelen komt daarna.",
    score: "U oordeelt alleen, zonder te zien wat anderen vinden. Zo praat niemand een ander na.",
    reveal:
      "Alle oordelen komen op één moment op tafel. Kijk eerst wat in elk perspectief voldoende is, en dan pas wat het hoogste staat.",
    discuss:
      "Waar mensen ver uit elkaar liggen, valt het meeste te leren. Daarom begint het gesprek daar, bij de redenen aan beide kanten.",
    second_round:
      "Na het gesprek oordeelt u nog één keer, alleen over dit punt. Blijven mag altijd. Wie verandert, zegt waarom.",
    weigh:
      "Gewichten zeggen hoe zwaar een perspectief telt. Ze ordenen alleen wat overal voldoende is: geld maakt een tekort aan recht niet goed.",
    decide:
      "De weging helpt, maar een mens besluit. U mag afwijken van de uitkomst, als u zegt waarom.",
    finished: "Vergelijk uw besluit met het voorbeeld. Daarna kunt u verder, of opnieuw beginnen.",
  },
  card: {
    title: "Eerst oefenen?",
    text: "Doe in tien minuten een hele zitting na, met een verzonnen casus. Alleen, in uw eigen tempo.",
    go: "Naar de oefenzitting",
  },
  welcome: {
    heading: "Oefen een zitting in tien minuten",
    why: "U doet alles wat een beoordelaar doet, van lezen tot besluiten. De casus en de andere beoordelaars zijn verzonnen, en niemand kijkt mee.",
    kept: "Elke stap wordt bewaard. U kunt stoppen en later verdergaan, ook op een ander apparaat. Niets hiervan telt mee in het echte werk. In het logboek staat dat u oefende, niet wat u invulde.",
    choose: "Vanuit welk perspectief kijkt u?",
    chooseHint: "De andere twee perspectieven zijn al ingevuld.",
    start: "Beginnen",
    againTitle: "Liever opnieuw?",
    againText: "Uw antwoorden van de vorige keer gaan dan weg.",
    again: "Opnieuw beginnen",
    resumeTitle: "U was al begonnen",
    finishedTitle: "U hebt deze zitting al gedaan",
    perspective: "Uw perspectief: {{name}}.",
    stoppedAt: "U bent gebleven bij {{name}}.",
    resume: "Verdergaan",
    look: "Bekijk het einde",
  },
  caseFile: {
    invented: "Alle mensen zijn verzonnen, en de regels zijn eenvoudiger dan in het echt.",
    optionZero:
      "Oplossing 0 is altijd de regel zoals hij er staat. Daarmee vergelijkt u de andere.",
  },
  score: {
    question: "Vraag {{number}} van {{total}}",
    checkTitle: "Controle",
    over: "De oordelen zijn onthuld. U kunt ze nu lezen, niet meer wijzigen: ook in het echt liggen ze dan vast.",
    complete: "Alles is beantwoord. De andere beoordelaars zijn ook klaar.",
    leader: "In een echte zitting onthult de gespreksleider, als iedereen klaar is. Nu doet u dat.",
    incomplete:
      "Nog niet alles is beantwoord. Kies overal een antwoord: geen oordeel mag ook. Bij 1, 2, nee en twijfel hoort een reden.",
    reveal: "Klaar, onthul de oordelen",
    back: "Terug naar de vragen",
    yours: "Uw antwoorden",
    notAnswered: "nog niet beantwoord",
  },
  reveal: {
    passing_zero: "Geen oplossing is in elk perspectief voldoende.",
    passing_one: "{{count}} van de {{total}} oplossingen is in elk perspectief voldoende.",
    passing_other: "{{count}} van de {{total}} oplossingen zijn in elk perspectief voldoende.",
    fails: "{{option}} valt af. Onvoldoende: {{perspectives}}.",
    average:
      "Een goed gemiddelde helpt dan niet: wat in het ene perspectief tekortkomt, maakt het andere niet goed.",
    circles: "De perspectiefcirkels",
    circlesText:
      "Per oplossing één cirkel. Hoe verder een vak is gevuld, hoe beter het oordeel. Elke stip is een mens.",
  },
  discuss: {
    table: "Op tafel",
    place: "Oplossing: {{option}} ({{perspective}})",
    noJudgement: "geen oordeel",
    noReason: "Geen reden gegeven.",
    low: "Zegt: dit pleit ertegen",
    high: "Zegt: dit pleit ervoor",
    middle: "Staat ertussenin",
    think:
      "Denk even na: welke reden kende u nog niet? En welke omstandigheid zou u over de streep trekken?",
    others_zero: "Meer grote verschillen zijn er niet.",
    others_one:
      "Er is nog {{count}} groot verschil. In een echte zitting komt dat hierna op tafel.",
    others_other:
      "Er zijn nog {{count}} grote verschillen. In een echte zitting komen die hierna op tafel.",
  },
  second: {
    own: "Uw oordeel in ronde 1: {{choice}}.",
    ownReason: "Uw reden: {{reason}}",
    stayTitle: "Blijven",
    stay: "Ik blijf bij mijn oordeel",
    changeTitle: "Of veranderen",
    choice: "Mijn nieuwe oordeel",
    reason: "Waarom verandert u?",
    reasonHint: "Wat hebt u gehoord of gelezen dat eerst niet meetelde?",
    change: "Mijn oordeel wijzigen",
    doneStay: "U bleef bij uw oordeel.",
    doneChange: "U veranderde uw oordeel in: {{choice}}.",
    firstStays: "Uw oordeel uit ronde 1 blijft bewaard. Iedereen kan later zien wat er bewoog.",
  },
  weigh: {
    firmTitle: "Hangt dit van de gewichten af?",
    movesTitle: "Wat er bewoog",
    movesText: "{{question}} (oplossing: {{option}})",
    moved: "{{name}}: van {{before}} naar {{after}}",
    stayed: "{{name}}: bleef bij {{after}}",
    others: "De andere panels deden dit ook bij hun eigen verschil.",
  },
  decide: {
    option: "Welke oplossing kiest u?",
    passes: "voldoende in elk perspectief",
    proposed: "voldoende in elk perspectief, staat bovenaan",
    fails: "niet in elk perspectief voldoende",
    reason: "Uw motivering",
    reasonHint: "Eén of twee zinnen is genoeg. Welke reden geeft de doorslag?",
    take: "Besluit nemen",
    taken: "U hebt besloten",
    chosen: "Uw keuze: {{option}}.",
  },
  finished: {
    yours: "Uw besluit",
    chosen: "U koos: {{option}}.",
    noReason: "U schreef geen motivering.",
    verdict: {
      proposed: "Dat is ook wat de weging voorstelt.",
      departs:
        "De weging zet iets anders bovenaan: {{proposed}}. Kiezen mag, en in het echt schrijft u dan waarom u afwijkt.",
      fails:
        "Deze oplossing is niet in elk perspectief voldoende. In het echt kan dat alleen met een zware reden, en die staat in het besluit.",
    },
    modelTitle: "Zo kan een motivering bij uw keuze klinken",
    model: {
      "0": "Wij passen de norm toe. De regel is duidelijk en geldt voor iedereen die een woning deelt. Maatschappelijk is dit onvoldoende, dus wij wijken bewust af van de weging. Onze reden: hulp voor de nacht is inmiddels anders geregeld. Zonder die hulp konden wij dit niet verantwoorden.",
      "1": "Wij stellen de verlaging zes maanden uit. De regel blijft overeind en de kosten zijn te overzien. Het geeft mevrouw De Wit rust, als de hulp vastligt: de gemeente zoekt mee naar een kamer en regelt nachtzorg. Een lid van het panel vond een half jaar te onzeker. Dat staat in dit besluit.",
      "2": "Wij passen de norm niet toe zolang Milan studeert en voor zijn oma zorgt. De regel gaat over kosten delen, en hier deelt niemand kosten. De voorwaarden zijn: geen inkomen om te delen, hulp in de nacht, en elk jaar een controle. Zo blijft de grens scherp en de groep klein.",
    },
    needsTitle: "Wat een echt besluit nog nodig heeft",
    needs: {
      precedents:
        "Vergelijken met eerdere besluiten, omstandigheid voor omstandigheid. Kon de huisgenoot meebetalen? Was er zorg nodig? Is het op tijd gemeld? Is alles gelijk, dan hoort de uitkomst gelijk te zijn. Anders legt u het verschil uit.",
      ground: "Een grond met het artikel erbij, en iemand met mandaat die besluit.",
      motivation: "Per perspectief de reden die het besluit draagt, en wat de minderheid vond.",
      conditions: "Voorwaarden met een naam en een datum, en een dag om terug te kijken.",
      citizen: "Een brief aan mevrouw De Wit in gewone woorden.",
      signal:
        "Een signaal aan de eigenaar van de regel, als dit vaker gebeurt. Dan moet de regel zelf beter.",
    },
    learnedTitle: "Wat u nu weet",
    learned: {
      blind: "Eerst alleen oordelen en dan samen praten: zo telt elke stem.",
      passes:
        "Een oplossing moet in elk perspectief voldoende zijn. Gewichten ordenen alleen wat dan overblijft.",
      reasons:
        "Redenen blijven bewaard: zij dragen het besluit, en de volgende casus begint niet bij nul.",
    },
    work: "Naar uw werk",
    again: "Opnieuw, met een ander perspectief",
  },
} as const;
export default texts;
