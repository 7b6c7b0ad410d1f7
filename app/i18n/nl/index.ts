import accountFigures from "./account-figures.ts";
import administration from "./administration.ts";
import audit from "./audit.ts";
import auditPages from "./audit-pages.ts";
import cases from "./cases.ts";
import comparing from "./comparing.ts";
import terms from "./terms.ts";
import decisionFile from "./decision-file.ts";
import decisions from "./decisions.ts";
import errors from "./errors.ts";
import exports from "./exports.ts";
import home from "./home.ts";
import lines from "./lines.ts";
import log from "./log.ts";
import mails from "./mails.ts";
import options from "./options.ts";
import pictures from "./pictures.ts";
import practice from "./practice.ts";
import precedentImports from "./precedent-imports.ts";
import precedents from "./precedents.ts";
import processing from "./processing.ts";
import questionSets from "./question-sets.ts";
import report from "./report.ts";
import results from "./results.ts";
import retention from "./retention.ts";
import scoring from "./scoring.ts";
import sessions from "./sessions.ts";
import signIn from "./sign-in.ts";
import verify from "./verify.ts";
import weighings from "./weighings.ts";
import signals from "./signals.ts";
import policyRules from "./rules.ts";
import aftercare from "./aftercare.ts";
import handovers from "./handovers.ts";
import letters from "./letters.ts";
import questionnaires from "./questionnaires.ts";
import yearly from "./yearly.ts";

/** Every text of the product in this language, by area. */
export const nl = {
  terms,
  errors,
  "sign-in": signIn,
  home,
  mails,
  cases,
  comparing,
  options,
  sessions,
  scoring,
  results,
  weighings,
  decisions,
  "decision-file": decisionFile,
  lines,
  pictures,
  practice,
  "precedent-imports": precedentImports,
  precedents,
  "account-figures": accountFigures,
  administration,
  "question-sets": questionSets,
  report,
  exports,
  retention,
  audit,
  log,
  "audit-pages": auditPages,
  processing,
  signals,
  rules: policyRules,
  aftercare,
  handovers,
  letters,
  questionnaires,
  yearly,
  verify,
} as const;
