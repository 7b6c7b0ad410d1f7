import type { PerspectiveTemplate } from "../question-set.ts";
import { anchorTexts } from "./anchor-texts.ts";

const criterionWeight = 1 / 7;

/** The societal perspective of the Perspectiefcirkel: one gate, seven criteria. */
export const societalPerspective: PerspectiveTemplate = {
  key: "societal",
  name: { nl: "Maatschappelijk", en: "Societal" },
  leadingQuestion: {
    nl: "Wat is de impact op de burger en de omgeving?",
    en: "What is the impact on the citizen and those around?",
  },
  weight: 1 / 3,
  passMark: 3,
  gates: [
    {
      key: "M-G1",
      question: {
        nl: "Is de burger gehoord, en akkoord dat we de casus bespreken?",
        en: "Was the citizen heard, and does the citizen agree that we discuss the case?",
      },
      meaning: {
        nl: "Het eigen verhaal staat in het dossier, en de burger weet wat er met de gegevens gebeurt.",
        en: "Their own account is on file, and the citizen knows what happens with the data.",
      },
      source: "Behoorlijkheidswijzer; waar wil je naartoe",
    },
  ],
  criteria: [
    {
      key: "M1",
      question: {
        nl: "Is dit goed voor het leven en het gezin?",
        en: "Is this good for the person's life and family?",
      },
      meaning: {
        nl: "Denk aan wonen, gezondheid, veiligheid en kinderen.",
        en: "Think of housing, health, safety and children.",
      },
      source: "Evaluatie maatwerkplaats UWV 2022",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "Iemand raakt huis, gezondheid of veiligheid kwijt.",
          "Het leven wordt zwaarder en de spanning thuis neemt toe.",
          "Het gewone leven kan doorgaan, al blijven er zorgen.",
          "Het leven wordt merkbaar rustiger en gezonder.",
          "Er is weer een veilige basis: wonen, gezondheid en gezin zijn op orde.",
        ],
        en: [
          "Someone loses their home, health or safety.",
          "Life gets harder and tension at home grows.",
          "Ordinary life can go on, although worries remain.",
          "Life becomes noticeably calmer and healthier.",
          "There is a safe base again: housing, health and family are in order.",
        ],
      }),
    },
    {
      key: "M2",
      question: {
        nl: "Past het bij wat iemand nu kan (doenvermogen)?",
        en: "Does it fit what this person can manage now (capacity to act)?",
      },
      meaning: {
        nl: "Wat we vroegen en nog vragen, past bij deze persoon in deze tijd van het leven.",
        en: "What we asked and still ask fits this person at this time of life.",
      },
      source: "SVB SB1403; WRR: doenvermogen",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "De oplossing vraagt iets wat deze persoon echt niet kan.",
          "De oplossing vraagt veel, en hulp is niet geregeld.",
          "De oplossing is haalbaar met de hulp die er is.",
          "De oplossing vraagt weinig en past bij wat iemand zelf kan.",
          "De oplossing neemt last weg en geeft ruimte om op adem te komen.",
        ],
        en: [
          "The solution asks something this person really cannot do.",
          "The solution asks a lot, and help has not been arranged.",
          "The solution is feasible with the help that is there.",
          "The solution asks little and fits what the person can do alone.",
          "The solution takes away a burden and gives room to breathe.",
        ],
      }),
    },
    {
      key: "M3",
      question: {
        nl: "Houdt of krijgt de burger zelf de regie?",
        en: "Does the citizen keep or gain control?",
      },
      meaning: {
        nl: "Het plan is van de burger zelf, in eigen woorden en in eigen tempo.",
        en: "The plan is the citizen's own, in their own words and at their own pace.",
      },
      source: "Waardendriehoek: betrokkenheid",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "Anderen beslissen, tegen de wens van de burger in.",
          "De burger hoort pas achteraf wat het plan is.",
          "De burger is het eens met een plan dat anderen bedachten.",
          "De burger dacht mee en kan het plan nog aanpassen.",
          "De burger maakte het plan en bepaalt zelf de volgende stap.",
        ],
        en: [
          "Others decide, against the wish of the citizen.",
          "The citizen hears only afterwards what the plan is.",
          "The citizen agrees with a plan that others thought up.",
          "The citizen helped to think and can still change the plan.",
          "The citizen made the plan and sets the next step.",
        ],
      }),
    },
    {
      key: "M4",
      question: {
        nl: "Biedt het duurzaam perspectief?",
        en: "Does it offer a lasting perspective?",
      },
      meaning: {
        nl: "De oorzaak wordt aangepakt, en na een jaar werkt de oplossing nog steeds.",
        en: "The cause is dealt with, and after a year the solution still works.",
      },
      source: "Casus UWV: perspectief bieden",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "Het probleem is zo weer terug, of wordt zelfs groter.",
          "Het ergste gaat even weg, maar de oorzaak blijft.",
          "Het komende jaar is geregeld; daarna is nog een stap nodig.",
          "De oorzaak is grotendeels weg, en terugval is niet waarschijnlijk.",
          "De oorzaak is weg, en iemand kan weer eigen plannen maken.",
        ],
        en: [
          "The problem is back in no time, or even gets bigger.",
          "The worst goes away for a while, but the cause remains.",
          "The coming year is arranged; after that one more step is needed.",
          "The cause is mostly gone, and a relapse is unlikely.",
          "The cause is gone, and the person can make plans again.",
        ],
      }),
    },
    {
      key: "M5",
      question: {
        nl: "Past het bij andere regelingen en organisaties?",
        en: "Does it fit other arrangements and organisations?",
      },
      meaning: {
        nl: "Nergens anders ontstaat schade, en de partners weten ervan.",
        en: "No harm arises elsewhere, and the partners know about it.",
      },
      source: "Behoorlijkheidswijzer: samenwerking",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "De burger raakt ergens anders een uitkering, toeslag of hulp kwijt.",
          "De oplossing botst met het plan van een andere organisatie.",
          "Er is elders geen schade te zien, en de belangrijkste partner weet ervan.",
          "Alle partners weten ervan en stemmen hun werk af.",
          "Alle partners werken aan één plan, en deze oplossing maakt het sterker.",
        ],
        en: [
          "The citizen loses a benefit, allowance or help somewhere else.",
          "The solution clashes with the plan of another organisation.",
          "No harm is visible elsewhere, and the main partner knows about it.",
          "All partners know about it and adjust their work.",
          "All partners work on one plan, and this solution makes it stronger.",
        ],
      }),
    },
    {
      key: "M6",
      question: {
        nl: "Is het eerlijk tegenover anderen en het algemeen belang?",
        en: "Is it fair to others and to the general interest?",
      },
      meaning: {
        nl: "Anderen hebben er geen last van, en wie de gewone weg volgde vindt dit redelijk.",
        en: "Others are not harmed, and those who took the standard route find this reasonable.",
      },
      source: "Samen één verhaal; universele principes",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "Anderen lijden schade, of wie zich aan de regel hield is slechter af.",
          "Wie de gewone weg volgde, zal dit oneerlijk vinden.",
          "Anderen merken er weinig van en kunnen dit begrijpen.",
          "De meeste mensen op de gewone weg zullen dit eerlijk vinden.",
          "Ook anderen en het algemeen belang hebben hier voordeel van.",
        ],
        en: [
          "Others suffer harm, or those who kept to the rule are worse off.",
          "Those who took the standard route will find this unfair.",
          "Others notice little of it and can understand this.",
          "Most people on the standard route will find this fair.",
          "Others and the general interest benefit from this too.",
        ],
      }),
    },
    {
      key: "M7",
      question: {
        nl: "Kunnen we dit eerlijk en begrijpelijk uitleggen?",
        en: "Can we explain this honestly and clearly?",
      },
      meaning: {
        nl: "De burger, de pers en het parlement krijgen hetzelfde eerlijke verhaal.",
        en: "The citizen, the press and parliament get the same honest story.",
      },
      source: "Vertel het eerlijke verhaal; Awb 3:46",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "We kunnen dit niet uitleggen zonder iets te verbergen.",
          "De uitleg is zo ingewikkeld dat bijna niemand die begrijpt.",
          "De uitleg klopt, maar roept nog vragen op.",
          "De uitleg is eerlijk, kort en duidelijk voor de burger.",
          "Burger, pers en parlement zullen dit begrijpen en erachter kunnen staan.",
        ],
        en: [
          "We cannot explain this without hiding something.",
          "The explanation is so complicated that hardly anyone understands it.",
          "The explanation is correct, but still raises questions.",
          "The explanation is honest, short and clear to the citizen.",
          "Citizen, press and parliament will understand this and can stand behind it.",
        ],
      }),
    },
  ],
};
