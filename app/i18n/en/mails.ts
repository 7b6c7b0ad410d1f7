import type { SameKeys } from "../same-keys.ts";
import type mails from "../nl/mails.ts";

/** E-mail. Never anything of the contents of a case. */
const texts = {
  greeting: "Hello,",
  noContents:
    "On purpose this e-mail says nothing about contents. You read those after signing in.",
  reminder: {
    subject: "You still have something to score",
    cases_one: "{{count}} case is waiting for your judgement.",
    cases_other: "{{count}} cases are waiting for your judgement.",
    until: "Please finish by {{moment}}.",
    link: "To your home page in Maatwerkplaats",
    why: "You receive this message because you are an assessor and are not marked as ready yet.",
  },
  due: {
    subject: "Something of yours is due soon",
    subjectOverdue: "Something of yours is overdue",
    condition_one: "A condition of a decision is in your name.",
    condition_other: "{{count}} conditions of a decision are in your name.",
    review_one: "A look back at a decision is in your name.",
    review_other: "{{count}} looks back at a decision are in your name.",
    proceeding_one: "An objection, appeal or request is in your name.",
    proceeding_other: "{{count}} objections, appeals or requests are in your name.",
    until: "The last day is {{date}}.",
    overdue: "The last day was {{date}}.",
    link: "To your home page in Maatwerkplaats",
    why: "You get this message a week ahead and when the day has passed, each once.",
  },
  signal: {
    subject: "A signal is waiting for an answer",
    waiting_one: "{{count}} signal about a rule has no answer yet.",
    waiting_other: "{{count}} signals about a rule have no answer yet.",
    link: "To your signals in Maatwerkplaats",
    why: "You receive this message because the rule is yours, or because you are a coordinator. At most once a week.",
  },
  handover: {
    subject: "Message about a handover",
    received: "Another organisation handed something over to you, or asked you something.",
    answered: "There is an answer to a handover you sent.",
    overdue: "A handover you sent has no answer yet. The day by which there should be one is over.",
    link: "To the handovers in the Maatwerkplaats",
    why: "You get this message because you are a coordinator.",
  },
  checkpoint: {
    subject: "Checkpoint of the audit log, to keep",
    keep: "This is the last checkpoint of the audit log of the Maatwerkplaats. Keep this message. With these lines it can be shown later that the log was not rewritten since.",
    link: "To the state of the audit log",
    why: "You get this message because you are an auditor.",
  },
} as const satisfies SameKeys<typeof mails>;
export default texts;
