/** `check`: wat bij het controleren van een besluitdossier klopt, opvalt of niet klopt, per code. */
const texts = {
  title: "Besluitdossier controleren",
  lead: "Klopt een besluit, en is er niets aan veranderd? Dat kunt u hier zelf nagaan. U hoeft niet in te loggen.",
  stays:
    "Het bestand blijft op uw computer: uw browser controleert het zelf. Er wordt niets verstuurd.",
  upload:
    "Zonder JavaScript gaat het bestand naar de server. Die controleert het in het geheugen en bewaart niets.",
  form: {
    title: "Kies het besluitdossier",
    file: "Besluitdossier",
    fileHint:
      "Het zip-bestand zoals u het hebt gekregen, hoogstens 20 MB. U mag het hierheen slepen.",
    key: "Openbare sleutel van de organisatie",
    keyHint:
      "Plak de sleutel die de organisatie zelf bekendmaakt. Dan weet u ook van wie het dossier komt.",
    checkpoint: "Stand van het logboek",
    checkpointHint:
      "Plak een stand die u ergens anders vandaan hebt, zoals uit een brief of van een toezichthouder.",
    submit: "Controleren",
  },
  result: {
    holds: "Het dossier klopt",
    holdsText: "Alles wat wij konden nagaan, klopt. Lees ook wat u zelf nog moet vergelijken.",
    broken: "Het dossier klopt niet",
    brokenText: "Vertrouw dit bestand niet. Hieronder staat wat er niet klopt, en waar.",
    file: "Bestand:",
    state: { holds: "Klopt", note: "Let op", broken: "Klopt niet" },
    place: "Plaats: {{place}}",
  },
  what: {
    title: "Wat wordt nagegaan?",
    recompute: "De weging wordt opnieuw uitgerekend uit de oordelen zoals ze zijn gegeven.",
    log: "Het dossier is precies wat in het logboek is vastgelegd, op zijn eigen plaats.",
    signature: "Het logboek en het bestand zijn ondertekend met de sleutel die erbij zit.",
    limits:
      "Of die sleutel van de organisatie is, kunt alleen u nagaan: vergelijk hem met de sleutel die zij bekendmaakt.",
    command: "U kunt hetzelfde doen zonder deze website, met: npm run mw -- verify bestand.zip",
  },
  check: {
    package_whole: "Het bestand is compleet: er ontbreekt niets en er zit niets vreemds bij.",
    manifest_signed: "Alle onderdelen zijn zoals ze zijn uitgegeven.",
    dossier_in_form: "Het dossier heeft de vorm van het gepubliceerde schema.",
    weighing_recomputed:
      "De weging is opnieuw uitgerekend uit {{ratings}} oordelen en antwoorden van {{people}} beoordelaars. De uitkomst is dezelfde.",
    content_committed: "Dit dossier is precies wat in het logboek is vastgelegd.",
    in_log: "Het besluit staat in het logboek {{log}}, als gebeurtenis {{number}} van {{size}}.",
    key_expected: "De sleutel is de sleutel die u opgaf.",
    checkpoint_confirmed:
      "De stand van het logboek bij {{size}} gebeurtenissen is dezelfde als die van u.",

    about_decision:
      "Volgens dit bestand gaat het om besluit {{number}} in casus {{case}} van {{organisation}}.",
    key_compare:
      "Het bestand klopt in zichzelf. Vergelijk deze sleutel met de sleutel die de organisatie bekendmaakt: {{key}}",
    checkpoint_other_size:
      "Uw stand is van {{size}} gebeurtenissen, die in dit bestand van {{own}}. Met dit bestand alleen zijn ze niet te vergelijken.",
    checkpoint_other_log:
      "Uw stand is van een ander logboek ({{log}}). Hij zegt niets over dit bestand.",
    sealed_afterwards:
      "Dit besluit is genomen op {{takenAt}}, voordat het logboek dossiers bewaarde. Het dossier is vastgelegd op {{loggedAt}}: vanaf toen is er niets aan veranderd.",
    logged_at: "Het besluit is genomen op {{takenAt}} en in het logboek gezet op {{loggedAt}}.",
    pdf_not_in_log:
      "De pdf is om te lezen en staat zelf niet in het logboek. De ondertekening van het bestand zegt wel dat hij zo is uitgegeven. Bij verschil geldt dossier.json.",
    timestamp_not_checked:
      "Er is een tijdstempel van buiten. Die is hier niet nagegaan: zie LEESMIJ.txt hoe u dat doet.",
    not_recomputed: "Bij dit besluit hoort geen weging: er is niets opnieuw uit te rekenen.",

    zip_unreadable: "Dit is geen zip-bestand, of het is beschadigd.",
    zip_too_large: "Dit bestand is te groot voor een besluitdossier.",
    zip_too_many: "Er zitten te veel bestanden in voor een besluitdossier.",
    file_missing: "Dit onderdeel ontbreekt.",
    file_unknown: "Dit hoort niet in een besluitdossier.",
    key_unreadable: "Hier staat geen sleutel die te lezen is.",
    key_given_unreadable:
      "De sleutel die u opgaf is niet te lezen. Kopieer hem opnieuw, van het begin tot het eind.",
    key_other:
      "Dit is een andere sleutel dan u opgaf. Het dossier is niet van die organisatie: {{key}}",
    manifest_unreadable: "De lijst van onderdelen is niet te lezen.",
    manifest_signature:
      "De ondertekening van de lijst van onderdelen klopt niet: de lijst is veranderd.",
    manifest_key: "De lijst van onderdelen is met een andere sleutel ondertekend.",
    manifest_lists_other:
      "Dit onderdeel is erbij gekomen of weggehaald nadat het bestand was uitgegeven.",
    file_changed: "Dit onderdeel is veranderd nadat het bestand was uitgegeven.",
    dossier_unreadable: "Het dossier is niet te lezen.",
    dossier_form: "Hier wijkt het dossier af van het schema ({{problem}}).",
    dossier_written_otherwise: "Het dossier is anders opgeschreven dan het is uitgegeven.",
    place_changed: "Hier is het dossier veranderd.",
    schema_other: "Dit is een ander schema dan het gepubliceerde.",
    leaf_unreadable: "De gegevens over de plaats in het logboek zijn niet te lezen.",
    leaf_kind: "Deze gebeurtenis in het logboek legt geen dossier als dit vast.",
    leaf_decision: "Deze gebeurtenis in het logboek gaat over een ander besluit.",
    content_not_committed:
      "Dit dossier is niet wat in het logboek is vastgelegd: de inhoud is daarna veranderd.",
    proof_malformed: "Het bewijs is niet te lezen.",
    proof_wrong_origin: "Het bewijs is van een ander logboek dan de sleutel.",
    proof_unknown_key: "De stand van het logboek is met een andere sleutel ondertekend.",
    proof_wrong_signature: "De ondertekening van de stand van het logboek klopt niet.",
    proof_wrong_index: "Het bewijs is van een andere plaats in het logboek.",
    proof_not_included:
      "Deze gebeurtenis staat zo niet in het logboek: de gebeurtenis of het bewijs is veranderd.",
    checkpoint_other: "Deze stand van het logboek is een andere dan die in het bewijs.",
    checkpoint_unreadable: "De stand die u opgaf, of die in het bestand, is niet te lezen.",
    checkpoint_contradicts:
      "Er bestaan twee verschillende standen van het logboek bij {{size}} gebeurtenissen. Meld dit aan de toezichthouder: er is mogelijk met het logboek geknoeid.",

    weighing_impossible: "Met deze oordelen en gewichten kan niet worden gewogen ({{found}}).",
    weighing_differs:
      "De uitkomst volgt niet uit de oordelen: het moet {{expected}} zijn, en er staat {{found}}.",
    robustness_differs:
      "Hoe stevig de uitkomst is, volgt niet uit de oordelen: het moet {{expected}} zijn, en er staat {{found}}.",
    rating_impossible: "Zo kan niemand hebben geoordeeld ({{found}}).",
    option_not_weighed: "Er is gekozen voor een oplossing die niet is gewogen.",
    level_differs:
      "De hoogte van de uitkomst past niet bij de gekozen oplossing: het moet {{expected}} zijn, en er staat {{found}}.",
    departure_missing: "Het besluit wijkt af van de weging, zonder reden.",
    taker_is_assessor: "Wie het besluit nam, heeft zelf meebeoordeeld.",
    version_missing: "Het besluit staat niet in zijn eigen lijst van versies.",
    reference_unknown:
      "Hier staat een verwijzing naar iets dat niet in het dossier staat ({{found}}).",
    name_twice: "Deze naam komt twee keer voor ({{found}}).",
  },
} as const;
export default texts;
