/** What comes after a decision: proof, reviews, objection and appeal. */
const texts = {
  due: {
    left_one: "{{count}} day left",
    left_other: "{{count}} days left",
    today: "Today is the last day",
    over_one: "{{count}} day overdue",
    over_other: "{{count}} days overdue",
  },
  todo: {
    title: "What must still happen",
    none: "Nothing of this decision is open any more.",
    condition: "Condition",
    done: "What was done",
  },
  proof: {
    label: "Proof",
    hint: "Choose a document of this case. Is it not there yet? Add it to the documents first.",
    none: "No document",
    empty: "This case has no documents yet. Do you want to add proof?",
    toDocuments: "To the documents",
    shown: "Proof:",
    removed: "{{name}} (this document was removed)",
    back: "Back to the follow-up",
  },
  review: {
    signalTakenUp: "Was the signal taken up by the owner of the rule?",
    signal: "Signal {{number}}: {{title}}",
    costsFromEstimate:
      "This is what was estimated before. Change what went differently, remove what did not happen and add what came on top.",
    costsFromReview:
      "This is what was known at the last look back. Bring it up to today: everything together, since the decision.",
    costsEmpty:
      "Fill in what you know, since the decision. Leave open what you do not know. A saving has a minus.",
    line: "Cost {{number}}",
    addLine: "Add a cost",
    removeLine: "Remove cost {{number}}",
    post: "What for?",
    cents: "Amount",
    bearer: "Who paid?",
    learned: "What would we do differently next time?",
    learnedHint: "In plain words, without names.",
    comparedOf: "What was estimated, and what it became (look back of {{date}})",
    estimated: "Estimated",
    yearly: "{{amount}} a year",
    realised: "Actual",
    unforeseen: "not estimated",
    unknown: "not recorded",
    totals: "Actual, in total: {{sums}}.",
    sum: "{{bearer}} {{amount}}",
    none: "Nobody looked back yet.",
  },
  proceedings: {
    title: "Objection and appeal",
    lead: "Objection, appeal, higher appeal and a request to review against this decision, with the terms of the law.",
    toFollowUp: "To the follow-up",
    toProceedings: "To objection and appeal",
    noDecisionTitle: "There is no decision yet",
    noDecision: "Objection and appeal start once a decision was taken.",
    none: "There is no objection or appeal against this decision.",
    noneOpen: "No proceeding is running now. Earlier ones are finished.",
    open: "Running now",
    done: "Finished",
    received: {
      objection: "Received on {{date}}",
      appeal: "Sent by the court on {{date}}",
      higher_appeal: "Sent by the court on {{date}}",
      review: "Received on {{date}}",
    },
    against: "Against decision, version {{number}}",
    owner: "Owner: {{name}}",
    dueOn: "By {{date}}",
    extended: "Put off",
    running: "A proceeding against this decision is running",
    oneRunning: "{{kind}}: by {{date}}. {{left}}.",
    oneDeciding: "{{kind}} was upheld, wholly or in part: a new decision must still follow.",
    step: {
      objection: "Decide on the objection.",
      appeal: "Send the documents and the defence to the court, and record the ruling later.",
      higher_appeal:
        "Send the documents and the defence to the court, and record the ruling later.",
      review: "Answer the request.",
      new_decision: "Take a new decision: this one cannot stay as it is.",
    },
    why: {
      objection:
        "An objection is to be answered within six weeks, or twelve with an advisory committee. The term begins when the time to object is over (Awb 7:10).",
      appeal:
        "The documents must go to the court within four weeks, a defence may go along (Awb 8:42). Appeal is possible for six weeks (Awb 6:7 and 8:1).",
      higher_appeal:
        "The documents must go to the court within four weeks, a defence may go along (Awb 8:42 and 8:108).",
      review: "A request deserves an answer within eight weeks: a reasonable term (Awb 4:13).",
    },
    inTime: "In time: this was possible up to and including {{date}}.",
    ifPosted:
      "Received in the week after the last day, {{date}}. It is in time if it was posted on that day at the latest (Awb 6:9).",
    forCourt:
      "Whether the appeal is in time is for the court. It was possible there up to and including {{date}}.",
    late: "Received too late: this was possible up to and including {{date}}. Look whether there is a good reason. Then it counts all the same (Awb 6:11).",
    term: {
      letter: "The letter about this decision was sent on {{known}}.",
      told: "The citizen was told of this decision on {{known}}.",
      taken: "This decision was taken on {{known}}. When the citizen was told is not recorded.",
      until:
        "Objecting is possible for six weeks, from the day after: up to and including {{last}} (Awb 6:7 and 6:8).",
      untilCourt:
        "Appeal to the court is possible for six weeks, from the day after: up to and including {{last}} (Awb 6:7 and 6:8).",
    },
    receive: {
      title: "Record a new objection, appeal or request",
      kind: "What is it?",
      receivedAt: "Day of receipt, or the day on which the court sent it",
      receivedAtHint:
        "Of an objection or a request: the day on which you received it. Is it too late? Record it all the same. We then say that it was too late. Of an appeal: the day on which the court sent you its grounds. From that day the time for the documents counts (Awb 8:42).",
      grounds: "Why does the citizen disagree?",
      groundsHint: "In plain words, without names.",
      owner: "Who takes this on?",
      committee: "An advisory committee looks at it",
      committeeHint: "Only for an objection: the term is then twelve weeks (Awb 7:10).",
      save: "Record",
    },
    change: {
      title: "Change day of receipt, owner or grounds",
      receivedAtHint:
        "When this day changes, we reckon the last day anew. A day that was agreed or given stays.",
      save: "Save the change",
    },
    postpone: {
      title: "Put off",
      objection: "Let everybody it concerns know in writing (Awb 7:10).",
      ground: "Why?",
      grounds: {
        extension: "We need more time: six weeks more, once (paragraph 3)",
        suspension: "The objection lacks something: the term stands still (paragraph 2)",
        consent:
          "Everybody agrees, or the citizen agrees and nobody else is harmed by it (paragraph 4)",
        procedure: "Rules of procedure in the law need more time (paragraph 4)",
      },
      untilHint: "Not needed with six weeks more.",
      note: "Note",
      noteHint: "Such as when and how the citizen agreed. Without names.",
      appeal: "The court can extend the term (Awb 8:42). Fill in the day that the court gives.",
      higher_appeal:
        "The court can extend the term (Awb 8:42). Fill in the day that the court gives.",
      review:
        "Not possible within eight weeks? Give the citizen a new day, as soon after as possible (Awb 4:14).",
      until: "New last day",
      save: "Put off",
    },
    conclude: {
      title: "Record the outcome",
      outcome: "What is the outcome?",
      note: "Why?",
      noteHint: "In plain words, without names.",
      save: "Record the outcome",
      upheldHint: "Upheld or partly upheld? Then a new decision follows.",
      madeKnownHint:
        "Does the decision stay as it was? Then record the outcome on the day on which you send the citizen the answer. From the day after it the time to appeal counts.",
    },
    reopen: {
      title: "Is the outcome not right?",
      note: "What is going on?",
      save: "Open it again",
    },
    outcome: "Outcome on {{date}}, recorded by {{name}}",
    newDecision: "New decision, version {{number}}",
    decide: {
      title: "Take a new decision",
      text: "A draft of a new version is made. Once taken, it belongs to this proceeding.",
      kind: "What kind of version?",
      reason: "Why is a new version needed?",
      reasonStart: "{{kind}} of {{date}}: {{outcome}}.",
      save: "Start the new decision",
      draft: "There is a draft of a new decision already.",
      toDraft: "To the draft",
      other: "A decision maker or the coordinator starts the new decision.",
    },
    close_one: "{{count}} proceeding is still running, or a new decision must still follow.",
    close_other: "{{count}} proceedings are still running, or a new decision must still follow.",
  },
} as const;

export default texts;
