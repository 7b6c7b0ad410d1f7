/** What comes after a decision: proof, reviews, objection and appeal. */
const texts = {
  due: {
    left_one: "Nog {{count}} dag",
    left_other: "Nog {{count}} dagen",
    today: "Vandaag is de laatste dag",
    over_one: "{{count}} dag te laat",
    over_other: "{{count}} dagen te laat",
  },
  todo: {
    title: "Wat nog moet gebeuren",
    none: "Er staat niets meer open bij dit besluit.",
    condition: "Voorwaarde",
    done: "Wat is gedaan",
  },
  proof: {
    label: "Bewijs",
    hint: "Kies een document van deze casus. Staat het er nog niet bij? Voeg het eerst toe bij de documenten.",
    none: "Geen document",
    empty: "Er zijn nog geen documenten bij deze casus. Wilt u bewijs toevoegen?",
    toDocuments: "Naar de documenten",
    shown: "Bewijs:",
    removed: "{{name}} (dit document is verwijderd)",
    back: "Terug naar de nazorg",
  },
  review: {
    signalTakenUp: "Is het signaal opgepakt door de eigenaar van de regel?",
    signal: "Signaal {{number}}: {{title}}",
    costsFromEstimate:
      "Hier staat wat vooraf is geschat. Verander wat anders liep, haal weg wat niet gebeurde en voeg toe wat erbij kwam.",
    costsFromReview:
      "Hier staat wat bij de vorige terugblik bekend was. Werk het bij tot vandaag: alles bij elkaar, sinds het besluit.",
    costsEmpty:
      "Vul in wat u weet, sinds het besluit. Laat leeg wat u niet weet. Een besparing krijgt een min.",
    line: "Kosten {{number}}",
    addLine: "Kosten toevoegen",
    removeLine: "Kosten {{number}} weghalen",
    post: "Waarvoor?",
    cents: "Bedrag",
    bearer: "Wie betaalde?",
    learned: "Wat zouden wij een volgende keer anders doen?",
    learnedHint: "In gewone woorden, zonder namen.",
    comparedOf: "Wat was geschat, en wat het werd (terugblik van {{date}})",
    estimated: "Geschat",
    yearly: "{{amount}} per jaar",
    realised: "Werkelijk",
    unforeseen: "niet geschat",
    unknown: "niet vastgelegd",
    totals: "Werkelijk, bij elkaar: {{sums}}.",
    sum: "{{bearer}} {{amount}}",
    none: "Er is nog niet teruggekeken.",
  },
  proceedings: {
    title: "Bezwaar en beroep",
    lead: "Bezwaar, beroep, hoger beroep en een verzoek om herziening tegen dit besluit, met de termijnen uit de wet.",
    toFollowUp: "Naar de nazorg",
    toProceedings: "Naar bezwaar en beroep",
    noDecisionTitle: "Er is nog geen besluit",
    noDecision: "Bezwaar en beroep kan pas als er een besluit is genomen.",
    none: "Er is geen bezwaar of beroep tegen dit besluit.",
    noneOpen: "Er loopt nu geen procedure. Eerdere procedures zijn afgerond.",
    open: "Loopt nu",
    done: "Afgerond",
    received: {
      objection: "Ontvangen op {{date}}",
      appeal: "Door de rechter gestuurd op {{date}}",
      higher_appeal: "Door de rechter gestuurd op {{date}}",
      review: "Ontvangen op {{date}}",
    },
    against: "Tegen besluit, versie {{number}}",
    owner: "Eigenaar: {{name}}",
    dueOn: "Uiterlijk {{date}}",
    extended: "Uitgesteld",
    running: "Er loopt een procedure tegen dit besluit",
    oneRunning: "{{kind}}: uiterlijk {{date}}. {{left}}.",
    oneDeciding: "{{kind}} is gegrond of deels gegrond: er moet nog een nieuw besluit komen.",
    step: {
      objection: "Beslis op het bezwaar.",
      appeal: "Stuur de stukken en het verweer naar de rechter, en leg later de uitspraak vast.",
      higher_appeal:
        "Stuur de stukken en het verweer naar de rechter, en leg later de uitspraak vast.",
      review: "Geef antwoord op het verzoek.",
      new_decision: "Neem een nieuw besluit: dit besluit kan zo niet blijven.",
    },
    why: {
      objection:
        "Op een bezwaar moet binnen zes weken een antwoord komen, of binnen twaalf weken met een adviescommissie. De termijn begint als de tijd om bezwaar te maken voorbij is (Awb 7:10).",
      appeal:
        "De stukken moeten binnen vier weken naar de rechter, een verweer mag erbij (Awb 8:42). In beroep gaan kan zes weken lang (Awb 6:7 en 8:1).",
      higher_appeal:
        "De stukken moeten binnen vier weken naar de rechter, een verweer mag erbij (Awb 8:42 en 8:108).",
      review:
        "Op een verzoek hoort een antwoord binnen acht weken: een redelijke termijn (Awb 4:13).",
    },
    inTime: "Op tijd: dit kon tot en met {{date}}.",
    ifPosted:
      "Ontvangen in de week na de laatste dag, {{date}}. Het is op tijd als het uiterlijk die dag op de post is gedaan (Awb 6:9).",
    forCourt:
      "Of het beroep op tijd is, beslist de rechter. Bij de rechter kon het tot en met {{date}}.",
    late: "Te laat ontvangen: dit kon tot en met {{date}}. Kijk of er een goede reden voor is. Dan telt het toch mee (Awb 6:11).",
    term: {
      letter: "De brief over dit besluit is verstuurd op {{known}}.",
      told: "De burger hoorde dit besluit op {{known}}.",
      taken:
        "Dit besluit is genomen op {{known}}. Wanneer de burger het hoorde, is niet vastgelegd.",
      until:
        "Bezwaar maken kan zes weken lang, vanaf de dag erna: tot en met {{last}} (Awb 6:7 en 6:8).",
      untilCourt:
        "In beroep gaan bij de rechter kan zes weken lang, vanaf de dag erna: tot en met {{last}} (Awb 6:7 en 6:8).",
    },
    receive: {
      title: "Nieuw bezwaar, beroep of verzoek vastleggen",
      kind: "Wat is het?",
      receivedAt: "Dag van ontvangst, of de dag waarop de rechter het stuurde",
      receivedAtHint:
        "Bij een bezwaar of een verzoek: de dag waarop u het kreeg. Is het te laat? Leg het toch vast. Wij zeggen dan dat het te laat was. Bij een beroep: de dag waarop de rechter de gronden naar u stuurde. Vanaf die dag telt de tijd voor de stukken (Awb 8:42).",
      grounds: "Waarom is de burger het er niet mee eens?",
      groundsHint: "In gewone woorden, zonder namen.",
      owner: "Wie pakt dit op?",
      committee: "Er kijkt een adviescommissie naar",
      committeeHint: "Alleen bij bezwaar: dan is de termijn twaalf weken (Awb 7:10).",
      save: "Vastleggen",
    },
    change: {
      title: "Dag van ontvangst, eigenaar of gronden wijzigen",
      receivedAtHint:
        "Verandert deze dag? Dan rekenen wij de laatste dag opnieuw uit. Een dag die is afgesproken of gegeven, blijft staan.",
      save: "Wijziging opslaan",
    },
    postpone: {
      title: "Uitstellen",
      objection: "Laat het uitstel schriftelijk weten aan iedereen die het aangaat (Awb 7:10).",
      ground: "Waarom?",
      grounds: {
        extension: "Wij hebben meer tijd nodig: zes weken erbij, één keer (lid 3)",
        suspension: "Er ontbreekt iets in het bezwaar: de termijn staat stil (lid 2)",
        consent:
          "Iedereen vindt het goed, of de burger vindt het goed en een ander heeft er geen nadeel van (lid 4)",
        procedure: "Regels uit de wet over de procedure vragen meer tijd (lid 4)",
      },
      untilHint: "Niet nodig bij zes weken erbij.",
      note: "Toelichting",
      noteHint: "Zoals wanneer en hoe de burger het goed vond. Zonder namen.",
      appeal: "De rechter kan de termijn verlengen (Awb 8:42). Vul de dag in die de rechter noemt.",
      higher_appeal:
        "De rechter kan de termijn verlengen (Awb 8:42). Vul de dag in die de rechter noemt.",
      review:
        "Lukt het niet binnen acht weken? Noem de burger een nieuwe dag, zo kort mogelijk erna (Awb 4:14).",
      until: "Nieuwe laatste dag",
      save: "Stel uit",
    },
    conclude: {
      title: "Uitkomst vastleggen",
      outcome: "Wat is de uitkomst?",
      note: "Waarom?",
      noteHint: "In gewone woorden, zonder namen.",
      save: "Uitkomst vastleggen",
      upheldHint: "Gegrond of deels gegrond? Dan volgt een nieuw besluit.",
      madeKnownHint:
        "Blijft het besluit zoals het was? Leg de uitkomst dan vast op de dag waarop u de burger het antwoord stuurt. Vanaf de dag erna telt de tijd om in beroep te gaan.",
    },
    reopen: {
      title: "Klopt de uitkomst niet?",
      note: "Wat is er aan de hand?",
      save: "Zet weer open",
    },
    outcome: "Uitkomst op {{date}}, vastgelegd door {{name}}",
    newDecision: "Nieuw besluit, versie {{number}}",
    decide: {
      title: "Neem een nieuw besluit",
      text: "Er komt een concept voor een nieuwe versie. Wordt die genomen, dan hoort zij bij deze procedure.",
      kind: "Wat voor versie?",
      reason: "Waarom is een nieuwe versie nodig?",
      reasonStart: "{{kind}} van {{date}}: {{outcome}}.",
      save: "Begin het nieuwe besluit",
      draft: "Er ligt al een concept voor een nieuw besluit.",
      toDraft: "Naar het concept",
      other: "Een besluitnemer of de coördinator begint het nieuwe besluit.",
    },
    close_one: "Er loopt nog {{count}} procedure, of er moet nog een nieuw besluit op volgen.",
    close_other: "Er lopen nog {{count}} procedures, of er moet nog een nieuw besluit op volgen.",
  },
} as const;

export default texts;
