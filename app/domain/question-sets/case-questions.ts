import type { QuestionSetContent } from "../question-set.ts";

/** Answered once per case, in words; never scored. Both shipped sets ask the same five. */
export const caseQuestions: QuestionSetContent["caseQuestions"] = [
  {
    key: "incident_or_structural",
    question: {
      nl: "Is dit een incident, of zit het probleem in de regel of het werkproces?",
      en: "Is this an incident, or is the problem in the rule or the working process?",
    },
    meaning: {
      nl: "Zit het in de regel, dan helpt één oplossing niet en moet ook de regel beter.",
      en: "If it is in the rule, one solution is not enough and the rule must improve too.",
    },
  },
  {
    key: "frequency",
    question: {
      nl: "Hoe vaak verwacht u zo'n geval per jaar?",
      en: "How often do you expect such a case each year?",
    },
    meaning: {
      nl: "Geef een schatting en zeg waar die vandaan komt; 'onbekend' is ook een antwoord.",
      en: "Give an estimate and say where it comes from; 'unknown' is an answer too.",
    },
  },
  {
    key: "rule_owner",
    question: {
      nl: "Wie is eigenaar van de regel die hier knelt?",
      en: "Who owns the rule that pinches here?",
    },
    meaning: {
      nl: "Noem de organisatie en de afdeling die de regel kan veranderen.",
      en: "Name the organisation and the department that can change the rule.",
    },
  },
  {
    key: "human_dignity",
    question: {
      nl: "Blijft de menselijke waardigheid bij elke uitkomst beschermd?",
      en: "Is human dignity respected whatever the outcome?",
    },
    meaning: {
      nl: "Waardigheid weegt u nooit af; beschrijf wat er in elk geval overeind blijft.",
      en: "Dignity is never weighed; describe what stays protected in any case.",
    },
  },
  {
    key: "data_question",
    question: {
      nl: "Welke vraag over de gegevens krijgt u liever niet?",
      en: "Which question about the data would you rather not be asked?",
    },
    meaning: {
      nl: "Schrijf de lastige vraag op, met een eerlijk antwoord in gewone woorden.",
      en: "Write down the awkward question, with an honest answer in plain words.",
    },
  },
];
