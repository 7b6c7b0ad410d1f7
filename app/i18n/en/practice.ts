import type practice from "../nl/practice.ts";
import type { SameKeys } from "../same-keys.ts";

const texts = {
  title: "Practice session",
  step: "Step {{step}} of {{total}}",
  minutes_one: "about {{count}} minute left",
  minutes_other: "about {{count}} minutes left",
  done: "Done",
  previous: "Previous step",
  nextTo: "On to {{name}}",
  name: {
    welcome: "welcome",
    case: "the case",
    score: "scoring",
    reveal: "the reveal",
    discuss: "the discussion",
    second_round: "the second round",
    weigh: "weighing",
    decide: "deciding",
    finished: "the end",
  },
  heading: {
    case: "Read the case",
    score: "Score from your perspective",
    reveal: "Everyone sees everything",
    discuss: "Talk about the widest difference",
    second_round: "Look once more",
    weigh: "Weigh what is left",
    decide: "Take a decision",
    finished: "You have done a session",
  },
  why: {
    case: "A session begins with the person behind the case. First read calmly what is going on. Judging comes after that.",
    score: "You judge on your own, without seeing what others think. That way nobody just follows.",
    reveal:
      "All ratings come on the table at one moment. First look at what passes in every perspective, and only then at what ranks highest.",
    discuss:
      "Where people are far apart there is most to learn. That is why the talk begins there, with the reasons at both ends.",
    second_round:
      "After the talk you judge once more, only this point. Staying is always fine. Whoever changes says why.",
    weigh:
      "Weights say how much a perspective counts. They only rank what passes everywhere: money does not make up for a lack of law.",
    decide:
      "The weighing helps, but a person decides. You may depart from the outcome, if you say why.",
    finished: "Compare your decision with the example. After that you can go on, or begin again.",
  },
  card: {
    title: "Practise first?",
    text: "Go through a whole session in ten minutes, with an invented case. On your own, at your own pace.",
    go: "To the practice session",
  },
  welcome: {
    heading: "Practise a session in ten minutes",
    why: "You do everything an assessor does, from reading to deciding. The case and the other assessors are invented, and nobody is watching.",
    kept: "Every step is kept. You can stop and go on later, also on another device. None of this counts in the real work. The log says that you practised, not what you filled in.",
    choose: "From which perspective do you look?",
    chooseHint: "The other two perspectives are filled in already.",
    start: "Begin",
    againTitle: "Rather begin again?",
    againText: "Your answers of last time will then be gone.",
    again: "Begin again",
    resumeTitle: "You had already begun",
    finishedTitle: "You have already done this session",
    perspective: "Your perspective: {{name}}.",
    stoppedAt: "You stopped at {{name}}.",
    resume: "Go on",
    look: "Look at the end",
  },
  caseFile: {
    invented: "All people are invented, and the rules are simpler than in real life.",
    optionZero: "Option 0 is always the rule as it stands. You compare the others with it.",
  },
  score: {
    question: "Question {{number}} of {{total}}",
    checkTitle: "Check",
    over: "The ratings have been revealed. You can read them now but not change them: in real life too they are then fixed.",
    complete: "Everything is answered. The other assessors are ready too.",
    leader: "In a real session the facilitator reveals, when everyone is ready. Now you do that.",
    incomplete:
      "Not everything is answered yet. Choose an answer everywhere: no judgement is fine too. A 1, a 2, a no and an unsure need a reason.",
    reveal: "Ready, reveal the ratings",
    back: "Back to the questions",
    yours: "Your answers",
    notAnswered: "not answered yet",
  },
  reveal: {
    passing_zero: "No option passes in every perspective.",
    passing_one: "{{count}} of the {{total}} options passes in every perspective.",
    passing_other: "{{count}} of the {{total}} options pass in every perspective.",
    fails: "{{option}} drops out. Not sufficient: {{perspectives}}.",
    average:
      "A good average does not change that: one perspective does not make up for a lack in another.",
    circles: "The perspective circles",
    circlesText:
      "One circle per option. The further a part is filled, the better the judgement. Every dot is a person.",
  },
  discuss: {
    table: "On the table",
    place: "Option: {{option}} ({{perspective}})",
    noJudgement: "no judgement",
    noReason: "No reason given.",
    low: "Says: this pleads against",
    high: "Says: this pleads for",
    middle: "Stands in between",
    think:
      "Think for a moment: which reason was new to you? And which circumstance would change your mind?",
    others_zero: "There are no other wide differences.",
    others_one: "There is {{count}} other wide difference. In a real session it comes next.",
    others_other: "There are {{count}} other wide differences. In a real session they come next.",
  },
  second: {
    own: "Your rating in round 1: {{choice}}.",
    ownReason: "Your reason: {{reason}}",
    stayTitle: "Stay",
    stay: "I stay with my rating",
    changeTitle: "Or change",
    choice: "My new rating",
    reason: "Why do you change?",
    reasonHint: "What did you hear or read that did not count before?",
    change: "Change my rating",
    doneStay: "You stayed with your rating.",
    doneChange: "You changed your rating to: {{choice}}.",
    firstStays: "Your rating of round 1 is kept. Everyone can see later what moved.",
  },
  weigh: {
    firmTitle: "Does this depend on the weights?",
    movesTitle: "What moved",
    movesText: "{{question}} (option: {{option}})",
    moved: "{{name}}: from {{before}} to {{after}}",
    stayed: "{{name}}: stayed with {{after}}",
    others: "The other panels did the same with their own difference.",
  },
  decide: {
    option: "Which option do you choose?",
    passes: "passes in every perspective",
    proposed: "passes in every perspective, ranks first",
    fails: "does not pass in every perspective",
    reason: "Your motivation",
    reasonHint: "One or two sentences are enough. Which reason tips the balance?",
    take: "Take the decision",
    taken: "You have decided",
    chosen: "Your choice: {{option}}.",
  },
  finished: {
    yours: "Your decision",
    chosen: "You chose: {{option}}.",
    noReason: "You wrote no motivation.",
    verdict: {
      proposed: "That is also what the weighing proposes.",
      departs:
        "The weighing ranks something else first: {{proposed}}. You may choose this, and in real life you then write why you depart.",
      fails:
        "This option does not pass in every perspective. In real life that takes a weighty reason, and it stands in the decision.",
    },
    modelTitle: "What a motivation for your choice can sound like",
    model: {
      "0": "We apply the norm. The rule is clear and covers everyone who shares a home. From the societal side this does not pass, so we knowingly depart from the weighing. Our reason: help at night has meanwhile been arranged in another way. Without that help we could not answer for this.",
      "1": "We put the reduction off by six months. The rule stays standing and the cost is manageable. It gives Mrs De Wit calm, if the help is laid down: the municipality helps to look for a room and arranges night care. One member of the panel found half a year too uncertain. That stands in this decision.",
      "2": "We do not apply the norm while Milan studies and cares for his grandmother. The rule is about sharing costs, and nobody shares costs here. The conditions are: no income to share, help at night, and a check every year. That keeps the line sharp and the group small.",
    },
    needsTitle: "What a real decision needs as well",
    needs: {
      precedents:
        "Comparing with earlier decisions, circumstance by circumstance. Could the housemate share costs? Was care needed? Was it reported in time? If all is equal, the outcome should be equal. Otherwise you explain the difference.",
      ground: "A ground with its article, and somebody with a mandate who decides.",
      motivation:
        "For every perspective the reason that carries the decision, and what the minority thought.",
      conditions: "Conditions with a name and a date, and a day to look back.",
      citizen: "A letter to Mrs De Wit in plain words.",
      signal:
        "A signal to the owner of the rule, if this happens more often. Then the rule itself must improve.",
    },
    learnedTitle: "What you know now",
    learned: {
      blind: "First judge alone, then talk together: that way every voice counts.",
      passes: "An option must pass in every perspective. Weights only rank what is then left.",
      reasons:
        "Reasons are kept: they carry the decision, and the next case does not begin at zero.",
    },
    work: "To your work",
    again: "Again, from another perspective",
  },
} as const satisfies SameKeys<typeof practice>;
export default texts;
