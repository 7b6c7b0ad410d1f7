import type { FactMeasure } from "./case-file.ts";
import type { LocalText } from "./local-text.ts";

export type CatalogueFact = {
  key: string;
  label: LocalText;
  definition: LocalText;
  example: LocalText;
  /** Dutch words a professional may type instead of the label. */
  synonyms: string[];
  perspective: "legal" | "financial" | "societal";
  direction: "pro" | "con";
  /** Of an ordered fact, what its amount counts. */
  measure?: FactMeasure;
};

/**
 * The circumstances every installation starts with. Each can be established with yes, no or unknown; `pro` pleads
 * for relief, `con` for applying the rule. A key is never reused or given another meaning: precedents rest on it. The
 * place in the list is the number of the fact: new ones come at the end.
 */
export const factCatalogue: CatalogueFact[] = [
  {
    key: "misinformed_by_agency",
    label: { nl: "Verkeerd ingelicht door de instantie", en: "Misinformed by the agency" },
    definition: {
      nl: "Een medewerker of brief van de instantie gaf onjuiste of onvolledige informatie, en de burger ging daarop af.",
      en: "A worker or letter of the agency gave wrong or incomplete information, and the citizen relied on it.",
    },
    example: {
      nl: "Aan de telefoon hoorde mevrouw dat zij niets hoefde door te geven.",
      en: "On the phone she was told that she did not need to report anything.",
    },
    synonyms: ["foute informatie", "onjuiste voorlichting", "verkeerd voorgelicht"],
    perspective: "legal",
    direction: "pro",
  },
  {
    key: "misinformed_by_third_party",
    label: { nl: "Verkeerd ingelicht door een ander", en: "Misinformed by someone else" },
    definition: {
      nl: "Een hulpverlener, begeleider of instelling buiten de instantie gaf onjuiste informatie, en de burger ging daarop af.",
      en: "A care worker, supervisor or body outside the agency gave wrong information, and the citizen relied on it.",
    },
    example: {
      nl: "De woonbegeleider zei dat studeren geen gevolgen had voor de uitkering.",
      en: "The housing supervisor said that studying would not affect the benefit.",
    },
    synonyms: ["begeleider", "hulpverlener", "fout advies", "verkeerd ingelicht"],
    perspective: "legal",
    direction: "pro",
  },
  {
    key: "agency_knew",
    label: { nl: "De instantie wist het al", en: "The agency already knew" },
    definition: {
      nl: "De informatie waar het om gaat, was al bekend bij de instantie of stond in haar eigen systeem.",
      en: "The information at stake was already known to the agency or was in its own system.",
    },
    example: {
      nl: "Het nieuwe adres stond al twee jaar in de basisregistratie.",
      en: "The new address had been in the population register for two years.",
    },
    synonyms: ["bekend bij de instantie", "op de hoogte", "al gemeld"],
    perspective: "legal",
    direction: "pro",
  },
  {
    key: "agency_did_not_react",
    label: { nl: "De instantie reageerde niet", en: "The agency did not react" },
    definition: {
      nl: "De burger meldde iets of vroeg hulp, en de instantie deed daar niet op tijd iets mee.",
      en: "The citizen reported something or asked for help, and the agency did not act on it in time.",
    },
    example: {
      nl: "Drie keer gemeld dat werken niet lukte, zonder antwoord.",
      en: "Reported three times that working was not possible, without an answer.",
    },
    synonyms: ["geen antwoord", "geen reactie", "melding bleef liggen", "stilgezeten"],
    perspective: "legal",
    direction: "pro",
  },
  {
    key: "agency_share_of_blame",
    label: { nl: "De instantie maakte een fout", en: "The agency made a mistake" },
    definition: {
      nl: "Het probleem is helemaal of voor een deel ontstaan door een fout van de instantie zelf.",
      en: "The problem arose wholly or partly from a mistake of the agency itself.",
    },
    example: {
      nl: "Het inkomen was goed doorgegeven, maar verkeerd overgenomen.",
      en: "The income had been reported correctly, but was entered wrongly.",
    },
    synonyms: [
      "verwijt aan instantie",
      "fout van de overheid",
      "eigen aandeel",
      "verwijtbaarheid instantie",
    ],
    perspective: "legal",
    direction: "pro",
  },
  {
    key: "agency_was_slow",
    label: { nl: "De instantie deed er te lang over", en: "The agency took too long" },
    definition: {
      nl: "De instantie besliste veel later dan de wettelijke termijn, en dat maakte het probleem groter.",
      en: "The agency decided much later than the legal term, and that made the problem bigger.",
    },
    example: {
      nl: "Het antwoord kwam na veertien maanden; intussen liep de schuld op.",
      en: "The answer came after fourteen months; meanwhile the debt grew.",
    },
    synonyms: ["trage beslissing", "termijn overschreden", "lang wachten"],
    perspective: "legal",
    direction: "pro",
  },
  {
    key: "promise_relied_on",
    label: { nl: "Beroep op een toezegging", en: "Appeal to a promise" },
    definition: {
      nl: "De burger zegt dat de instantie iets beloofde, en kan vertellen wie dat deed en wanneer.",
      en: "The citizen says the agency promised something, and can tell who did so and when.",
    },
    example: {
      nl: "De baliemedewerker zei dat de betaling zou blijven.",
      en: "The desk clerk said that the payment would continue.",
    },
    synonyms: ["belofte", "vertrouwensbeginsel", "toegezegd"],
    perspective: "legal",
    direction: "pro",
  },
  {
    key: "rule_has_lapsed",
    label: { nl: "De regel geldt nu niet meer", en: "The rule no longer applies" },
    definition: {
      nl: "De regel waardoor het probleem ontstond, is later afgeschaft of gunstiger gemaakt.",
      en: "The rule that caused the problem was later abolished or made more favourable.",
    },
    example: {
      nl: "Sinds 2021 mogen de uitkering en studiefinanciering wel samen.",
      en: "Since 2021 the benefit and student finance may be combined.",
    },
    synonyms: ["afgeschafte regel", "regel vervallen", "wet veranderd"],
    perspective: "legal",
    direction: "pro",
  },
  {
    key: "representative_failed",
    label: { nl: "De vertegenwoordiger liet het liggen", en: "The representative failed to act" },
    definition: {
      nl: "Een bewindvoerder, curator of gemachtigde moest dit regelen, maar deed dat niet of niet goed.",
      en: "An administrator, guardian or agent had to arrange this, but did not or not properly.",
    },
    example: {
      nl: "De bewindvoerder gaf de nieuwe baan niet door.",
      en: "The administrator did not report the new job.",
    },
    synonyms: ["bewindvoerder", "curator", "gemachtigde", "mentor"],
    perspective: "legal",
    direction: "pro",
  },
  {
    key: "other_benefit_no_longer_possible",
    label: {
      nl: "Andere uitkering kan niet meer achteraf",
      en: "Other benefit no longer possible",
    },
    definition: {
      nl: "De burger had toen bijstand of een andere uitkering kunnen krijgen, maar dat kan nu niet meer.",
      en: "The citizen could have had social assistance or another benefit then, but that is no longer possible.",
    },
    example: {
      nl: "Na de afwijzing van de WIA was bijstand over dat jaar niet meer mogelijk.",
      en: "After the refusal, social assistance over that year was no longer possible.",
    },
    synonyms: ["bijstand achteraf", "terugwerkende kracht", "vangnet gemist"],
    perspective: "legal",
    direction: "pro",
  },
  {
    key: "acted_promptly_once_known",
    label: { nl: "Snel gehandeld na het horen", en: "Acted promptly once known" },
    definition: {
      nl: "Toen de burger van de regel of het recht hoorde, kwam er binnen enkele maanden actie.",
      en: "Once the citizen heard of the rule or the right, action followed within a few months.",
    },
    example: {
      nl: "Vier weken na een gesprek met een hulpverlener was de aanvraag er.",
      en: "Four weeks after talking to a care worker the application was there.",
    },
    synonyms: ["direct gemeld", "meteen aangevraagd", "zo snel mogelijk"],
    perspective: "legal",
    direction: "pro",
  },
  {
    key: "compelling_reason_hardship",
    label: {
      nl: "Zwaarwegende reden voor een uitzondering",
      en: "Compelling reason for an exception",
    },
    definition: {
      nl: "Er is een zwaarwegende reden die de hardheidsclausule van deze wet zelf als uitzondering noemt.",
      en: "There is a compelling reason that the hardship clause of this law itself names as an exception.",
    },
    example: {
      nl: "De enige verzorger van mevrouw verhuist naar het buitenland.",
      en: "Her only carer is moving abroad.",
    },
    synonyms: ["dringende reden", "hardheidsclausule", "onbillijkheid"],
    perspective: "legal",
    direction: "pro",
  },
  {
    key: "reported_on_time",
    label: { nl: "Op tijd gemeld", en: "Reported on time" },
    definition: {
      nl: "De burger gaf de verandering binnen de termijn door, en dat is aan te tonen.",
      en: "The citizen reported the change within the term, and that can be shown.",
    },
    example: {
      nl: "Binnen een week stuurde mevrouw het wijzigingsformulier.",
      en: "Within a week she sent the change form.",
    },
    synonyms: ["doorgegeven", "melding gedaan", "zelf gemeld"],
    perspective: "legal",
    direction: "pro",
  },
  {
    key: "application_more_than_year_late",
    label: { nl: "Meer dan een jaar te laat aangevraagd", en: "Applied more than a year late" },
    definition: {
      nl: "De aanvraag kwam meer dan een jaar nadat het recht begon of had kunnen beginnen.",
      en: "The application came more than a year after the right began or could have begun.",
    },
    example: {
      nl: "Een nabestaande vraagt de uitkering drie jaar na het overlijden aan.",
      en: "A surviving partner applies three years after the death.",
    },
    synonyms: ["te late aanvraag", "laattijdig", "termijn gemist"],
    perspective: "legal",
    direction: "con",
  },
  {
    key: "income_not_reported",
    label: { nl: "Inkomsten niet doorgegeven", en: "Income not reported" },
    definition: {
      nl: "De burger gaf loon, winst of een andere uitkering niet of te laat door.",
      en: "The citizen did not report wages, profit or another benefit, or reported it too late.",
    },
    example: {
      nl: "Een bijbaan van vier maanden stond niet op het formulier.",
      en: "A four-month side job was not on the form.",
    },
    synonyms: ["bijverdienste", "inkomsten verzwegen", "loon niet gemeld"],
    perspective: "legal",
    direction: "con",
  },
  {
    key: "duty_to_inform_violated",
    label: { nl: "Inlichtingenplicht niet nagekomen", en: "Duty to inform violated" },
    definition: {
      nl: "De burger moest een verandering melden die van belang was voor het recht, en deed dat niet.",
      en: "The citizen had to report a change that mattered for the right, and did not.",
    },
    example: {
      nl: "Samenwonen werd pas na een jaar gemeld.",
      en: "Living together was reported only after a year.",
    },
    synonyms: ["inlichtingenplicht", "meldplicht", "niet gemeld", "verzwegen"],
    perspective: "legal",
    direction: "con",
  },
  {
    key: "several_unreported_deposits",
    label: { nl: "Meerdere stortingen niet gemeld", en: "Several deposits not reported" },
    definition: {
      nl: "Op de rekening kwam meer dan één keer geld binnen dat de burger had moeten melden.",
      en: "More than once money came into the account that the citizen should have reported.",
    },
    example: {
      nl: "In een half jaar kwamen zes contante stortingen op de rekening.",
      en: "In six months six cash deposits came into the account.",
    },
    synonyms: ["bijschrijvingen", "contant geld", "kasstortingen"],
    perspective: "legal",
    direction: "con",
  },
  {
    key: "could_reasonably_have_known",
    label: { nl: "Het was redelijk duidelijk", en: "It was reasonably clear" },
    definition: {
      nl: "De burger had kunnen begrijpen dat het bedrag niet klopte of dat er iets moest gebeuren.",
      en: "The citizen could have understood that the amount was wrong or that something had to be done.",
    },
    example: {
      nl: "Na de start van een volle baan bleef dezelfde uitkering komen.",
      en: "After starting a full-time job the same benefit kept coming.",
    },
    synonyms: ["kon het weten", "redelijkerwijs duidelijk", "te veel ontvangen"],
    perspective: "legal",
    direction: "con",
  },
  {
    key: "earlier_warned",
    label: { nl: "Eerder gewaarschuwd", en: "Warned earlier" },
    definition: {
      nl: "De instantie waarschuwde eerder voor hetzelfde, en de burger kreeg die waarschuwing.",
      en: "The agency warned for the same thing earlier, and the citizen received that warning.",
    },
    example: {
      nl: "Een jaar eerder volgde al een officiële waarschuwing.",
      en: "A year earlier there was already an official warning.",
    },
    synonyms: ["herhaling", "waarschuwing", "recidive"],
    perspective: "legal",
    direction: "con",
  },
  {
    key: "not_available_for_work",
    label: { nl: "Niet beschikbaar voor werk", en: "Not available for work" },
    definition: {
      nl: "De burger kon of wilde niet werken, terwijl de uitkering dat wel vraagt.",
      en: "The citizen could not or would not work, although the benefit requires it.",
    },
    example: {
      nl: "Door een opname kon meneer vijf maanden niet solliciteren.",
      en: "Because of an admission he could not apply for jobs for five months.",
    },
    synonyms: ["beschikbaarheid", "sollicitatieplicht", "arbeidsmarkt"],
    perspective: "legal",
    direction: "con",
  },
  {
    key: "household_counts_by_law",
    label: { nl: "Huisgenoot telt mee volgens de regel", en: "Housemate counts under the rule" },
    definition: {
      nl: "De regel verlaagt het bedrag omdat iemand anders in hetzelfde huis woont.",
      en: "The rule lowers the amount because someone else lives in the same home.",
    },
    example: {
      nl: "Een kleinzoon van 21 trekt in, en de uitkering van oma daalt.",
      en: "A grandson of 21 moves in, and his grandmother's benefit drops.",
    },
    synonyms: ["kostendelersnorm", "inwonend", "lagere norm"],
    perspective: "legal",
    direction: "con",
  },
  {
    key: "other_provision_available",
    label: { nl: "Andere regeling is mogelijk", en: "Another provision is available" },
    definition: {
      nl: "Een andere regeling kan hetzelfde probleem oplossen, en de burger kan daar nu gebruik van maken.",
      en: "Another provision can solve the same problem, and the citizen can use it now.",
    },
    example: {
      nl: "De gemeente heeft voor deze kosten bijzondere bijstand.",
      en: "The municipality has special assistance for these costs.",
    },
    synonyms: ["voorliggende voorziening", "bijzondere bijstand", "toeslag"],
    perspective: "legal",
    direction: "con",
  },
  {
    key: "no_cooperation",
    label: { nl: "Geen medewerking", en: "No co-operation" },
    definition: {
      nl: "De burger gaf zonder goede reden geen gegevens of kwam niet op afspraken.",
      en: "Without a good reason the citizen gave no data or did not come to appointments.",
    },
    example: {
      nl: "Op vier uitnodigingen kwam geen reactie, ook niet na een huisbezoek.",
      en: "Four invitations got no reply, not even after a home visit.",
    },
    synonyms: ["niet meegewerkt", "niet verschenen", "medewerkingsplicht"],
    perspective: "legal",
    direction: "con",
  },
  {
    key: "fraud_established",
    label: { nl: "Fraude staat vast", en: "Fraud is established" },
    definition: {
      nl: "Een rechter of een definitief besluit stelde vast dat de burger met opzet misleidde.",
      en: "A court or a final decision established that the citizen misled on purpose.",
    },
    example: {
      nl: "De rechter vond bewezen dat de loonstroken vals waren.",
      en: "The court found it proven that the pay slips were false.",
    },
    synonyms: ["bedrog", "misbruik", "opzet", "valse papieren"],
    perspective: "legal",
    direction: "con",
  },
  {
    key: "payment_was_undue",
    label: {
      nl: "Geld of voorschot gekregen zonder recht",
      en: "Payment or advance without a right",
    },
    definition: {
      nl: "De burger ontving een betaling of voorschot waarop volgens de regels geen recht bestond.",
      en: "The citizen received a payment or advance to which the rules gave no right.",
    },
    example: {
      nl: "Na een half jaar voorschot werd de aanvraag afgewezen.",
      en: "After six months of advances the application was refused.",
    },
    synonyms: [
      "onverschuldigd betaald",
      "te veel betaald",
      "terugvordering",
      "voorschot terugbetalen",
    ],
    perspective: "legal",
    direction: "con",
  },
  {
    key: "law_excludes_explicitly",
    label: { nl: "Wet sluit dit uitdrukkelijk uit", en: "Law excludes this explicitly" },
    definition: {
      nl: "De wet zegt met zoveel woorden dat het recht in deze situatie niet bestaat.",
      en: "The law says in so many words that the right does not exist in this situation.",
    },
    example: {
      nl: "De wet koppelt de uitkering aan wonen in Nederland.",
      en: "The law ties the benefit to living in the Netherlands.",
    },
    synonyms: ["exportverbod", "geen ruimte in de wet", "wonen in Nederland", "woonplaatsvereiste"],
    perspective: "legal",
    direction: "con",
  },
  {
    key: "deliberate_concealment",
    label: { nl: "Met opzet verzwegen", en: "Concealed on purpose" },
    definition: {
      nl: "Uit het dossier blijkt dat de burger wist dat melden moest, en bewust niets zei.",
      en: "The file shows that the citizen knew about the duty to report, and deliberately said nothing.",
    },
    example: {
      nl: "In een bericht schreef hij dat de dienst dit niet mocht weten.",
      en: "In a message he wrote that the agency must not know this.",
    },
    synonyms: ["bewust niet gemeld", "kwade trouw", "opzet"],
    perspective: "legal",
    direction: "con",
  },
  {
    key: "letter_was_sent",
    label: { nl: "Brief met uitleg verstuurd", en: "Explanatory letter was sent" },
    definition: {
      nl: "De instantie stuurde op tijd een brief naar het juiste adres die de regel en de termijn uitlegde.",
      en: "The agency sent a letter to the right address in time that explained the rule and the term.",
    },
    example: {
      nl: "In het postregister staat de brief van maart, met de uiterste datum erin.",
      en: "The mail register lists the March letter, with the final date in it.",
    },
    synonyms: ["geïnformeerd", "schriftelijk uitgelegd", "voorlichting gehad"],
    perspective: "legal",
    direction: "con",
  },
  {
    key: "debt_threatens_subsistence",
    label: { nl: "Schuld bedreigt het dagelijks bestaan", en: "Debt threatens subsistence" },
    definition: {
      nl: "Door aflossen of verrekenen houdt het huishouden te weinig over voor eten, huur of energie.",
      en: "Through repayment or offsetting the household keeps too little for food, rent or energy.",
    },
    example: {
      nl: "Na de inhouding blijft er 40 euro per week over.",
      en: "After the deduction 40 euros a week are left.",
    },
    synonyms: ["beslagvrije voet", "bestaansminimum", "bestaanszekerheid", "geldnood"],
    perspective: "financial",
    direction: "pro",
  },
  {
    key: "hopeless_debt",
    label: { nl: "Schuld zonder uitzicht", en: "Debt without prospect" },
    definition: {
      nl: "Met het inkomen dat te verwachten is, raakt de schuld in geen jaren afgelost.",
      en: "With the income to be expected, the debt will not be paid off for many years.",
    },
    example: {
      nl: "Met 30 euro per maand duurt het nog 28 jaar.",
      en: "At 30 euros a month it takes another 28 years.",
    },
    synonyms: ["uitzichtloze schuld", "eindeloze schuld", "problematische schuld"],
    perspective: "financial",
    direction: "pro",
  },
  {
    key: "no_other_income_in_period",
    label: { nl: "Geen ander inkomen in die tijd", en: "No other income in that period" },
    definition: {
      nl: "De burger had in de periode waar het om gaat geen ander geld om van te leven.",
      en: "In the period at stake the citizen had no other money to live on.",
    },
    example: {
      nl: "In het halve jaar van het voorschot was er geen loon of partner met inkomen.",
      en: "During the six months of the advance there were no wages and no partner with income.",
    },
    synonyms: ["geen loon", "zonder inkomen", "alleen dit geld"],
    perspective: "financial",
    direction: "pro",
  },
  {
    key: "cost_neutral",
    label: { nl: "Geen extra kosten", en: "No extra cost" },
    definition: {
      nl: "De gevraagde oplossing kost de samenleving niet meer dan strikte toepassing van de regel.",
      en: "The solution asked for costs society no more than strict application of the rule.",
    },
    example: {
      nl: "Hetzelfde bedrag wordt betaald, alleen op een ander adres.",
      en: "The same amount is paid, only at another address.",
    },
    synonyms: ["budgetneutraal", "kostenneutraal", "geen meerkosten"],
    perspective: "financial",
    direction: "pro",
  },
  {
    key: "housemate_cannot_contribute",
    label: { nl: "Huisgenoot kan niet meebetalen", en: "Housemate cannot contribute" },
    definition: {
      nl: "De huisgenoot heeft te weinig inkomen om een deel van de woonkosten te betalen.",
      en: "The housemate has too little income to pay part of the housing costs.",
    },
    example: {
      nl: "De inwonende kleinzoon studeert en leeft van een lening.",
      en: "The grandson who moved in is a student and lives on a loan.",
    },
    synonyms: ["inwonende student", "kostendeler zonder inkomen"],
    perspective: "financial",
    direction: "pro",
  },
  {
    key: "no_other_debts",
    label: { nl: "Geen andere schulden", en: "No other debts" },
    definition: {
      nl: "Dit is de enige schuld van de burger, en schuldhulp biedt daarom vaak geen regeling.",
      en: "This is the citizen's only debt, and debt help therefore often offers no scheme.",
    },
    example: {
      nl: "Naast de terugvordering staat er geen enkele rekening open.",
      en: "Apart from the recovery not a single bill is open.",
    },
    synonyms: ["enige schuld", "geen schuldregeling", "schuldhulp niet mogelijk"],
    perspective: "financial",
    direction: "pro",
  },
  {
    key: "relief_avoids_other_costs",
    label: { nl: "Oplossing voorkomt andere kosten", en: "Relief avoids other costs" },
    definition: {
      nl: "Zonder oplossing ontstaan aantoonbaar andere kosten, zoals zorg, opvang of extra hulp.",
      en: "Without a solution other costs can be shown to arise, such as care, shelter or extra help.",
    },
    example: {
      nl: "Zonder de dochter in huis is elke nacht betaalde zorg nodig.",
      en: "Without the daughter at home, paid care is needed every night.",
    },
    synonyms: ["doormodderen", "maatschappelijke kosten", "vermeden kosten"],
    perspective: "financial",
    direction: "pro",
  },
  {
    key: "household_costs_shared",
    label: { nl: "Woonkosten worden echt gedeeld", en: "Household costs really shared" },
    definition: {
      nl: "Iemand in hetzelfde huis betaalt mee aan huur, energie of boodschappen voor iedereen.",
      en: "Someone in the same home pays part of the rent, energy or shared groceries.",
    },
    example: {
      nl: "Haar zus maakt elke maand de helft van de huur over.",
      en: "Her sister transfers half of the rent every month.",
    },
    synonyms: ["betaalt mee", "kosten delen", "samen een huishouden"],
    perspective: "financial",
    direction: "con",
  },
  {
    key: "can_repay",
    label: { nl: "Kan zonder problemen terugbetalen", en: "Can repay without problems" },
    definition: {
      nl: "Met inkomen of spaargeld is het bedrag binnen drie jaar te betalen, met genoeg over om te leven.",
      en: "With income or savings the amount can be paid within three years, leaving enough to live on.",
    },
    example: {
      nl: "Op de spaarrekening staat meer dan de hele schuld.",
      en: "The savings account holds more than the entire debt.",
    },
    synonyms: ["aflossingscapaciteit", "draagkracht", "spaargeld", "vermogen"],
    perspective: "financial",
    direction: "con",
  },
  {
    key: "low_literacy",
    label: { nl: "Moeite met lezen en schrijven", en: "Difficulty reading and writing" },
    definition: {
      nl: "De burger kan brieven en formulieren niet zonder hulp lezen of invullen.",
      en: "The citizen cannot read letters or fill in forms without help.",
    },
    example: {
      nl: "Mevrouw ging nooit naar school en kan niet lezen.",
      en: "She never went to school and cannot read.",
    },
    synonyms: ["analfabeet", "laaggeletterd", "ongeletterd", "taalprobleem"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "lives_abroad",
    label: { nl: "Woont in het buitenland", en: "Lives abroad" },
    definition: {
      nl: "De burger woont buiten Nederland en is daardoor verder weg van hulp en informatie.",
      en: "The citizen lives outside the Netherlands and is therefore further away from help and information.",
    },
    example: {
      nl: "Een weduwe woont in een dorp in Spanje, ver van een loket.",
      en: "A widow lives in a village in Spain, far from any office.",
    },
    synonyms: ["emigratie", "grens", "in Spanje"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "intellectual_disability",
    label: { nl: "Verstandelijke beperking", en: "Intellectual disability" },
    definition: {
      nl: "De burger heeft een verstandelijke beperking, ook een lichte, die van belang is voor deze casus.",
      en: "The citizen has an intellectual disability, also a mild one, that matters for this case.",
    },
    example: {
      nl: "Een jongen van 22 begrijpt niet welke gevolgen een handtekening heeft.",
      en: "A young man of 22 does not understand what a signature leads to.",
    },
    synonyms: ["LVB", "licht verstandelijk beperkt", "zwakbegaafd"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "mental_distress",
    label: { nl: "Ernstige psychische nood", en: "Serious mental distress" },
    definition: {
      nl: "De situatie maakt de burger psychisch ziek of maakt een ziekte duidelijk erger.",
      en: "The situation makes the citizen mentally ill or clearly worsens an illness.",
    },
    example: {
      nl: "De huisarts ziet paniekaanvallen na elke brief.",
      en: "The family doctor sees panic attacks after every letter.",
    },
    synonyms: ["angst", "depressie", "psychische klachten", "stress"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "medical_need",
    label: { nl: "Medische noodzaak", en: "Medical necessity" },
    definition: {
      nl: "Een arts bevestigt dat de gezondheid van de burger deze oplossing nodig maakt.",
      en: "A doctor confirms that the citizen's health makes this solution necessary.",
    },
    example: {
      nl: "In een warm klimaat nemen de pijnklachten sterk af.",
      en: "In a warm climate the pain becomes far less.",
    },
    synonyms: ["gezondheid", "klimaat", "verklaring van arts", "ziekte"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "own_effort",
    label: { nl: "Eigen inzet", en: "Own effort" },
    definition: {
      nl: "De burger doet zelf zichtbaar moeite om vooruit te komen of het probleem op te lossen.",
      en: "The citizen makes a visible effort to move on or to solve the problem.",
    },
    example: {
      nl: "Ondanks de schuld rondde hij zijn opleiding af.",
      en: "In spite of the debt he finished his course.",
    },
    synonyms: ["diploma gehaald", "eigen initiatief", "motivatie", "opleiding afgerond"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "repayment_threatens_prospects",
    label: { nl: "Terugbetalen bedreigt de toekomst", en: "Repaying threatens the future" },
    definition: {
      nl: "Door terug te betalen raakt de burger werk, studie of herstel kwijt, of dreigt die af te glijden.",
      en: "Through repaying the citizen loses work, study or recovery, or is at risk of going astray.",
    },
    example: {
      nl: "Zijn hele loon gaat naar de schuld, en oude vrienden bieden snel geld.",
      en: "All his wages go to the debt, and old friends offer quick money.",
    },
    synonyms: ["afglijden", "criminaliteit", "perspectief kwijt"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "daily_life_disproportionate",
    label: { nl: "Te zwaar in het dagelijks leven", en: "Too heavy in daily life" },
    definition: {
      nl: "De gevolgen voor het gewone leven zijn veel zwaarder dan past bij wat er gebeurde.",
      en: "The consequences for ordinary life are much heavier than fits what happened.",
    },
    example: {
      nl: "Door één vergeten vinkje kan het gezin twee jaar niets betalen.",
      en: "Because of one forgotten tick box the family cannot pay for anything for two years.",
    },
    synonyms: ["onevenredig", "onredelijk zwaar", "ingrijpend"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "lives_with_minor_children",
    label: { nl: "Kinderen onder de 18 in huis", en: "Lives with children under 18" },
    definition: {
      nl: "Bij de burger wonen kinderen onder de 18 die de gevolgen merken.",
      en: "Children under 18 live with the citizen and feel the consequences.",
    },
    example: {
      nl: "Twee kinderen kunnen niet meer mee op schoolreis.",
      en: "Two children can no longer join the school trip.",
    },
    synonyms: ["gezin", "kinderen", "minderjarig"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "threatened_eviction",
    label: { nl: "Dreigende uithuiszetting", en: "Threatened eviction" },
    definition: {
      nl: "De burger raakt binnen enkele maanden de woning kwijt als er niets gebeurt.",
      en: "The citizen will lose the home within a few months if nothing is done.",
    },
    example: {
      nl: "De rechter gaf de verhuurder toestemming voor ontruiming op 1 mei.",
      en: "The court allowed the landlord to clear the home on 1 May.",
    },
    synonyms: ["huisuitzetting", "huurschuld", "ontruiming"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "homeless",
    label: { nl: "Geen vaste woonplek", en: "No fixed home" },
    definition: {
      nl: "De burger slaapt op straat, in de opvang of steeds bij iemand anders.",
      en: "The citizen sleeps rough, in a shelter or with different people.",
    },
    example: {
      nl: "Mevrouw slaapt al een jaar in haar auto.",
      en: "She has slept in her car for a year.",
    },
    synonyms: ["bankslaper", "dakloos", "opvang", "thuisloos"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "informal_carer",
    label: { nl: "Mantelzorger", en: "Informal carer" },
    definition: {
      nl: "De burger zorgt lange tijd en onbetaald voor een naaste, en dat is van belang voor deze casus.",
      en: "The citizen cares for someone close, unpaid and for a long time, and that matters for this case.",
    },
    example: {
      nl: "De dochter trok in om haar zieke vader te verzorgen.",
      en: "The daughter moved in to care for her sick father.",
    },
    synonyms: ["mantelzorg", "zorgt voor een ander", "zorgtaak"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "repeated_forms",
    label: { nl: "Steeds dezelfde formulieren", en: "Same forms again and again" },
    definition: {
      nl: "De burger moet steeds opnieuw hetzelfde bewijzen, terwijl er niets verandert.",
      en: "The citizen has to prove the same thing again and again, although nothing changes.",
    },
    example: {
      nl: "Elk jaar een nieuwe diagnose voor een blijvende beperking.",
      en: "A new diagnosis each year for a permanent disability.",
    },
    synonyms: ["bewijslast", "herindicatie", "herkeuring", "papierwerk"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "fear_of_authorities",
    label: { nl: "Grote angst voor instanties", en: "Great fear of authorities" },
    definition: {
      nl: "Contact met een instantie of uniform geeft zoveel spanning dat gewone hulp niet lukt.",
      en: "Contact with an authority or uniform causes so much tension that ordinary help fails.",
    },
    example: {
      nl: "Bij het zien van een agent loopt hij weg of verstijft hij.",
      en: "When he sees a police officer he runs away or freezes.",
    },
    synonyms: ["autisme", "wantrouwen", "stress van uniformen"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "under_influence_of_others",
    label: { nl: "Onder druk van anderen", en: "Under pressure from others" },
    definition: {
      nl: "Anderen maken misbruik van de burger of dwingen tot keuzes die de burger zelf niet wil.",
      en: "Others take advantage of the citizen or force choices the citizen does not want.",
    },
    example: {
      nl: "Oude vrienden gebruiken zijn huis en zijn bankpas.",
      en: "Old friends use his home and his bank card.",
    },
    synonyms: ["dwang", "overlast", "slachtoffer", "uitbuiting"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "help_blocked_by_condition",
    label: { nl: "Hulp start niet door één obstakel", en: "Help blocked by one obstacle" },
    definition: {
      nl: "Noodzakelijke hulp kan pas beginnen als eerst iets praktisch is geregeld.",
      en: "Necessary help can begin only after something practical has been arranged.",
    },
    example: {
      nl: "Zij kan pas naar de kliniek als iemand voor haar hond zorgt.",
      en: "She can go to the clinic only if someone looks after her dog.",
    },
    synonyms: ["afkickkliniek", "huisdier", "praktisch probleem", "wachtlijst"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "bereaved",
    label: { nl: "Naaste overleden", en: "Bereaved" },
    definition: {
      nl: "Kort voor of tijdens het probleem overleed de partner, een kind of een ander die heel dichtbij stond.",
      en: "Shortly before or during the problem a partner, a child or someone very close died.",
    },
    example: {
      nl: "Haar man, die alle post deed, overleed plotseling.",
      en: "Her husband, who handled all the mail, died suddenly.",
    },
    synonyms: ["nabestaande", "overlijden partner", "rouw", "weduwe", "weduwnaar"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "illness_prevented_action",
    label: { nl: "Door ziekte niet kunnen regelen", en: "Illness prevented action" },
    definition: {
      nl: "De burger was in de tijd waar het om gaat te ziek om dit te regelen of te laten regelen.",
      en: "In the period at stake the citizen was too ill to arrange this or have it arranged.",
    },
    example: {
      nl: "Na een herseninfarct kon meneer een jaar lang geen post lezen.",
      en: "After a stroke he could not read mail for a year.",
    },
    synonyms: ["coma", "opname", "te ziek", "ziekenhuis"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "limited_capacity_to_act",
    label: { nl: "Weinig doenvermogen in die tijd", en: "Limited capacity to act" },
    definition: {
      nl: "De burger kon in die tijd niet goed plannen, in actie komen of volhouden, ook zonder diagnose.",
      en: "In that period the citizen could not plan, act or persevere well, even without a diagnosis.",
    },
    example: {
      nl: "Door stress bleef de post maanden ongeopend liggen.",
      en: "Because of stress the mail lay unopened for months.",
    },
    synonyms: ["begeleid wonen", "doenvermogen", "geen overzicht", "overbelast"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "old_age",
    label: { nl: "Hoge leeftijd", en: "Old age" },
    definition: {
      nl: "De burger is boven de 75, en de leeftijd maakt regelen of veranderen duidelijk moeilijker.",
      en: "The citizen is over 75, and age clearly makes arranging or changing things harder.",
    },
    example: {
      nl: "Een man van 83 kan niet meer alleen naar het loket.",
      en: "A man of 83 can no longer get to the office alone.",
    },
    synonyms: ["bejaard", "op leeftijd", "oudere"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "housing_shortage",
    label: { nl: "Geen andere woning te vinden", en: "No other home to be found" },
    definition: {
      nl: "De burger of een huisgenoot zocht een andere woonplek en kon die niet vinden of betalen.",
      en: "The citizen or a housemate looked for another place and could not find or afford one.",
    },
    example: {
      nl: "Na veertig reacties is er nog steeds geen kamer.",
      en: "After forty applications there is still no room.",
    },
    synonyms: ["geen kamer", "wachtlijst", "woningnood"],
    perspective: "societal",
    direction: "pro",
  },
  {
    key: "third_party_harmed",
    label: { nl: "Een ander heeft schade", en: "Someone else is harmed" },
    definition: {
      nl: "De gevraagde oplossing schaadt iemand anders, of neemt iemand anders een recht af.",
      en: "The solution asked for harms someone else, or takes away a right of someone else.",
    },
    example: {
      nl: "Door voorrang krijgt een ander gezin de woning niet.",
      en: "Because of the priority another family does not get the home.",
    },
    synonyms: ["belang van derden", "benadeeld", "slachtoffer"],
    perspective: "societal",
    direction: "con",
  },
  {
    key: "offered_help_refused",
    label: { nl: "Passende hulp geweigerd", en: "Suitable help refused" },
    definition: {
      nl: "De burger kreeg hulp aangeboden die paste, begreep het aanbod en wees het af.",
      en: "The citizen was offered help that fitted, understood the offer and turned it down.",
    },
    example: {
      nl: "Een haalbare betalingsregeling is twee keer afgewezen.",
      en: "A feasible payment plan was turned down twice.",
    },
    synonyms: ["aanbod afgewezen", "hulp geweigerd"],
    perspective: "societal",
    direction: "con",
  },
  {
    key: "months_late",
    label: { nl: "Aantal maanden te laat", en: "Number of months late" },
    definition: {
      nl: "Zoveel maanden na de termijn kwam de aanvraag, melding of betaling. Vul het aantal in.",
      en: "The application, report or payment came this many months after the term. Fill in the number.",
    },
    example: {
      nl: "De termijn liep af in januari; de aanvraag kwam in maart: 2 maanden.",
      en: "The term ended in January; the application came in March: 2 months.",
    },
    synonyms: ["maanden te laat", "jaar te laat", "weken te laat"],
    perspective: "legal",
    direction: "con",
    measure: "months",
  },
  {
    key: "times_warned_before",
    label: { nl: "Aantal eerdere waarschuwingen", en: "Number of earlier warnings" },
    definition: {
      nl: "Zo vaak kreeg de burger eerder een waarschuwing of herinnering over hetzelfde.",
      en: "This many times the citizen received a warning or reminder about the same thing before.",
    },
    example: {
      nl: "Er gingen twee herinneringen en een aanmaning vooraf: 3 keer.",
      en: "Two reminders and a formal notice came before: 3 times.",
    },
    synonyms: ["keer gewaarschuwd", "aanmaningen", "herinneringen"],
    perspective: "legal",
    direction: "con",
    measure: "times",
  },
];
