/** De staat van het auditlog: koppen, sleutels en de controle. `finding`: wat een controle kan vinden. */
const texts = {
  title: "Staat van het auditlog",
  lead: "Met deze gegevens kan iedereen nagaan dat in het auditlog niets is gewijzigd, weggehaald of teruggedateerd.",
  now: "Nu",
  latest: "Het laatste controlepunt is van {{moment}} en gaat over {{count}} gebeurtenissen.",
  noneYet: "Er is nog geen controlepunt gepubliceerd.",
  origin: "Naam van het log",
  root: "Kop van het log",
  holds: "Het log past bij het laatste controlepunt dat buiten de database wordt bewaard.",
  head_broken:
    "Het laatste controlepunt buiten de database is beschadigd. Meld dit bij de beheerder van het systeem.",
  head_longer:
    "Er ontbreken gebeurtenissen: het laatste controlepunt gaat over meer gebeurtenissen dan er nu zijn. Meld dit bij de beheerder van het systeem.",
  head_differs:
    "Er zijn gebeurtenissen gewijzigd of vervangen: het log past niet bij het laatste controlepunt. Meld dit bij de beheerder van het systeem.",
  stamped: "Een tijdstempeldienst heeft een controlepunt bevestigd op {{moment}}.",
  checking: "Controleren",
  checkingText:
    "De controle rekent elke gebeurtenis na, opent de inhoud en vergelijkt elke rij in de database met wat het log erover zegt.",
  checkNow: "Nu controleren",
  checkBusy:
    "De controle loopt: {{percent}} % gedaan. Vernieuw deze pagina om te zien hoe ver het is.",
  refresh: "Pagina vernieuwen",
  checkFailed: "De controle kon niet worden afgemaakt. Probeer het opnieuw.",
  neverChecked: "Er is nog niet gecontroleerd.",
  lastChecked: "Laatst gecontroleerd: {{moment}}, over {{count}} gebeurtenissen.",
  allHolds: "Alles klopt.",
  wrong_one: "Er klopt iets niet. Er is {{count}} bevinding.",
  wrong_other: "Er klopt iets niet. Er zijn {{count}} bevindingen.",
  more: "En nog {{count}} bevindingen. De opdracht mw verify --full noemt ze.",
  whatToDo:
    "Bewaar een kopie van de database zoals die nu is. Zoek uit wie erbij kon. Meld het bij de beheerder van het systeem en bij de auditor.",
  looked:
    "Gecontroleerd: {{events}} gebeurtenissen, {{rows}} rijen, {{checkpoints}} controlepunten. Van {{destroyed}} gebeurtenissen is de inhoud vernietigd.",
  lookedAt:
    "Ook gecontroleerd: {{checkpoints}} controlepunten. Van {{destroyed}} gebeurtenissen is de inhoud vernietigd.",
  checkpoints: "Controlepunten",
  checkpointsText:
    "Bewaar een controlepunt buiten deze organisatie. Wie er een heeft, kan later aantonen dat het log sindsdien niet is herschreven.",
  caption: "Gepubliceerde controlepunten",
  when: "Wanneer",
  size: "Gebeurtenissen",
  stamp: "Tijdstempel",
  withStamp: "ja",
  withoutStamp: "nee",
  download: "Controlepunt over {{count}} gebeurtenissen downloaden",
  file: "Bestand",
  toStart: "Naar het begin",
  keys: "Sleutels",
  keysText:
    "Met deze openbare sleutels controleert u de handtekening onder een controlepunt. De geheime sleutel staat in een bestand buiten de database.",
  keysCaption: "Openbare sleutels van het log",
  key: "Sleutel",
  since: "Sinds",
  until: "Tot",
  inUse: "nu in gebruik",
  outsideText:
    "Het log staat open op {{address}}. Wie daar zicht op wil houden, draait de opdracht: npm run mw -- witness {{site}}",
  finding: {
    event_changed: "Gebeurtenis {{event}} is gewijzigd.",
    event_missing: "Gebeurtenis {{event}} ontbreekt.",
    event_stray: "Gebeurtenis {{event}} hoort niet in het log.",
    event_earlier: "Gebeurtenis {{event}} heeft een eerder tijdstip dan die ervoor.",
    leaf_hash_changed:
      "De controlewaarde van gebeurtenis {{event}} is gewijzigd. De gebeurtenis zelf niet.",
    content_changed: "De inhoud van gebeurtenis {{event}} is gewijzigd.",
    content_key_missing: "De sleutel van de inhoud van gebeurtenis {{event}} ontbreekt.",
    tile_changed: "Tegel {{which}} van het log past niet bij gebeurtenis {{event}}.",
    tile_missing: "Tegel {{which}} van het log ontbreekt.",
    tile_stray: "Tegel {{which}} hoort niet in het log.",
    checkpoint_row_changed: "Het bewaarde controlepunt over {{until}} gebeurtenissen is gewijzigd.",
    checkpoint_unsigned:
      "Het controlepunt over {{until}} gebeurtenissen is niet ondertekend met een sleutel van dit log.",
    checkpoint_root:
      "Het log past niet bij het controlepunt over {{until}} gebeurtenissen: er is iets gewijzigd in gebeurtenis {{event}} tot en met {{until}}.",
    checkpoint_longer:
      "Gebeurtenis {{event}} tot en met {{until}} ontbreekt: een controlepunt gaat er wel over.",
    key_changed: "Een sleutel in de database is gewijzigd of hoort niet bij dit log.",
    outside_broken: "Het controlepunt {{which}} is beschadigd of niet van dit log.",
    outside_longer:
      "Gebeurtenis {{event}} tot en met {{until}} ontbreekt: het controlepunt {{which}} gaat er wel over.",
    outside_differs:
      "Het log is herschreven: het past niet bij het controlepunt {{which}} over {{until}} gebeurtenissen.",
    head_missing: "Het laatste controlepunt staat niet zowel in de database als daarbuiten.",
    row_changed:
      "De rij {{key}} in {{table}} is buiten de toepassing om gewijzigd. Gebeurtenis {{event}} schreef haar het laatst.",
    row_missing:
      "De rij {{key}} in {{table}} is buiten de toepassing om weggehaald. Gebeurtenis {{event}} schreef haar het laatst.",
    row_added: "De rij {{key}} in {{table}} is buiten de toepassing om toegevoegd.",
    row_back: "De rij {{key}} in {{table}} is terug. Gebeurtenis {{event}} had haar weggehaald.",
    row_key_missing: "De sleutel van de rij {{key}} in {{table}} ontbreekt.",
  },
  column: "{{words}} (kolom {{column}})",
} as const;
export default texts;
