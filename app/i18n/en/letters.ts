/** The letter about a decision, and how easy it reads. */
const texts = {
  title: "Letter to the citizen",
  above: "Case {{number}}, decision {{decision}}",
  lead: "What was decided, why, and what somebody can do now. In plain Dutch.",
  toDecision: "To the decision",
  replaced: "This decision is no longer in force",
  replacedText:
    "A newer decision took its place. You can read the letter of then, but no longer change it.",
  state: { draft: "Draft", sent: "Sent" },
  changedBy: "Letter {{number}}, changed by {{name}} on {{date}}",
  sentBy: "Letter {{number}}, sent on {{date}}. Recorded by {{name}}.",
  printHint: "Print this page for the letter alone, or get the document:",
  docx: "Word document (docx)",
  pdf: "Letter as PDF",
  notAllowed:
    "You may read this letter here. Only those who may see special data may take it along.",
  others: "Other letters about this decision",
  otherDraft: "Letter {{number}} (draft)",
  otherSent: "Letter {{number}}, sent on {{date}}",
  none: {
    title: "There is no letter about this decision yet",
    text: "You get a first text that is made from the decision. You read it and change what you need.",
    mayNot: "As soon as there is a letter, you can read it here.",
    start: "Make the letter",
  },
  again: {
    title: "Is a new letter needed?",
    text: "What was sent stays as it is. A new letter starts again from the decision. The last day for objection or appeal stays that of the first letter.",
    start: "Make a new letter",
  },
  asSaved: "This is what the letter looks like that is saved now:",
  save: "Save",
  check: "See how this reads",
  field: {
    salutation: "Salutation",
    noNames: "Add the name only when you send the letter. We do not keep names of citizens.",
    outcome: "Our decision",
    reasons: "Why",
    reasonsHint: "Three reasons are enough. Each in a few short sentences.",
    reason: "Reason {{number}}",
    duties: "What does the citizen have to do?",
    dutiesHint:
      "Put each thing on a line of its own. Leave it empty only when nothing is needed: the letter then says so.",
    disagree: "Does not agree with the decision",
    remedy: {
      objection:
        "Objection can be made to this decision. Fill in where the letter has to go: the body that decided, with its address.",
      court:
        "This decision follows an objection. The way to the court is open now. Fill in which court, with its address.",
    },
    until: "Last day",
    untilHint: "Do you send the letter today ({{from}})? Then it is {{until}}.",
    untilHintKnown: "The first letter is of {{from}}. That is why it is {{until}}.",
    contact: "Questions: whom can somebody call?",
    closing: "Closing",
  },
  agreed: {
    title: "This was agreed in the decision. Is there something in it for the citizen to do?",
    condition: "{{text}} (by {{date}})",
    none: "The decision holds no conditions.",
  },
  send: {
    title: "Is the letter going out?",
    text: "Record on which day. After that the letter no longer changes and CONCEPT no longer stands above it: print it then, or get the document. So it can always be seen what the citizen read, and when.",
    saved: "We record the text that was saved on {{date}}.",
    day: "Sent on",
    button: "Record as sent",
  },
  card: {
    title: "Letter to the citizen",
    none: "There is no letter about this decision yet.",
    start: "Write the letter",
    letter: "Letter {{number}}",
  },
  report: {
    title: "How does the letter read?",
    jump: "To: how does the letter read?",
    b1: "Reads at B1",
    notB1: "Does not read at B1 yet",
    thirdPerson_one:
      "{{count}} sentence seems to be about somebody else. Is that the reader? Then write ‘u’.",
    thirdPerson_other:
      "{{count}} sentences seem to be about somebody else. Is that the reader? Then write ‘u’.",
    tooShort: "Too little text to tell",
    met: "Good",
    notMet: "Can be better",
    check: {
      flesch_douma: "Reading ease {{value}} (Flesch-Douma, at least {{limit}})",
      average_sentence: "{{value}} words per sentence on average (at most {{limit}})",
      too_long_sentences_one: "{{count}} sentence of more than 20 words (none)",
      too_long_sentences_other: "{{count}} sentences of more than 20 words (none)",
      long_sentences: "{{value}} of the sentences is longer than 15 words (at most {{limit}})",
      hard_words: "{{value}} of the words is officialese (at most {{limit}})",
      long_words: "{{value}} of the words is long (at most {{limit}})",
    },
    findings: "What can be easier?",
    nothing: "We see no long sentences and no officialese.",
    sentences: "Sentences",
    words: "Words",
    syllables: "Syllables per word",
    doumaName: "Reading ease (Flesch-Douma)",
    brouwerName: "Leesindex A (Brouwer)",
    how: "How we measure this",
    honest:
      "A formula is no reader. It counts words and syllables and does not know whether a text is right, clear or pleasant to read. So have the letter read by somebody who does not know the case as well.",
    rule: "‘Reads at B1’ is a rule of our own. The letter has to meet every point above. The levels A1 to C2 were made for readers, not for texts.",
    douma:
      "Flesch-Douma: 206.84 − 0.93 × words per sentence − 0.77 × syllables per hundred words. Higher is easier; from 60 is normal, from 80 easy. Source: W.H. Douma, De leesbaarheid van landbouwbladen, Wageningen 1960.",
    brouwer:
      "Leesindex A: 195 − 2 × words per sentence − 2/3 × syllables per hundred words. Higher is easier; from 80 is very easy. Source: R.H.M. Brouwer, Paedagogische Studiën 40, 1963.",
    passive:
      "A long word has more than 3 syllables or more than 12 letters. We look for passive forms by fixed rules. We would rather miss one than point at one too many.",
  },
  finding: {
    long_sentence: "Long sentence of {{words}} words. Make it two.",
    too_long_sentence: "Too long a sentence: {{words}} words. Make it two or three.",
    passive: "Passive form: {{form}}. Write who does it.",
    hard_word: "‘{{word}}’: rather write ‘{{plain}}’.",
    third_person: "‘{{word}}’: is this the reader? Then write ‘u’.",
    to_fill_in: "Yet to be filled in: {{word}}",
    long_words: "Long words. Do you know a shorter one?",
  },
} as const;

export default texts;
