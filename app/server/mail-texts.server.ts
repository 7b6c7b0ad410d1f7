import "#app/i18n/all-languages.ts";
import type { Language } from "#app/domain/local-text.ts";
import { formatFor } from "#app/i18n/format.ts";
import { getTexts } from "#app/i18n/instances.ts";
import type { DueMailContent } from "./due-mails.server.ts";
import type { HandoverMail } from "./handover-mails.server.ts";
import type { MailContent, ReminderContent } from "./mails.server.ts";
import type { SignalMailContent } from "./signal-reminders.server.ts";

export type MailText = { subject: string; text: string; html: string };

/** A mail in words: never anything of a case or a session, as mail is kept on servers that are not ours. */
export function mailText(content: MailContent, origin: string): MailText {
  if (content.kind === "signal") return signalText(content, origin);
  if (content.kind === "checkpoint") return checkpointText(content, origin);
  if (content.kind === "due") return dueText(content, origin);
  if (content.kind === "handover") return handoverText(content, origin);
  return reminderText(content, origin);
}

/** How many cases, until when and where to go. */
export function reminderText(
  { language, cases, dueAt }: Omit<ReminderContent, "address">,
  origin: string,
): MailText {
  const t = getTexts(language, "mails");
  const until =
    dueAt === null ? [] : [t("reminder.until", { moment: formatFor(language).dateTime(dueAt) })];
  return written({
    language,
    subject: t("reminder.subject"),
    before: [t("greeting"), [t("reminder.cases", { count: cases }), ...until].join(" ")],
    link: { words: t("reminder.link"), to: `${origin}/` },
    after: [t("reminder.why"), t("noContents")],
  });
}

/** How many signals wait for an answer, and where they are. */
function signalText({ language, signals }: SignalMailContent, origin: string): MailText {
  const t = getTexts(language, "mails");
  return written({
    language,
    subject: t("signal.subject"),
    before: [t("greeting"), t("signal.waiting", { count: signals })],
    link: { words: t("signal.link"), to: `${origin}/signalen` },
    after: [t("signal.why"), t("noContents")],
  });
}

/** What of somebody is due on one day or has passed it, by kind and number. */
function dueText({ language, dueDate, overdue, counts }: DueMailContent, origin: string): MailText {
  const t = getTexts(language, "mails");
  const date = formatFor(language).date(dueDate);
  const kinds = ["condition", "review", "proceeding"] as const;
  const what = kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`due.${kind}`, { count: counts[kind] }));
  const day = t(overdue ? "due.overdue" : "due.until", { date });
  return written({
    language,
    subject: t(overdue ? "due.subjectOverdue" : "due.subject"),
    before: [t("greeting"), [...what, day].join(" ")],
    link: { words: t("due.link"), to: `${origin}/` },
    after: [t("due.why"), t("noContents")],
  });
}

type CheckpointMail = Extract<MailContent, { kind: "checkpoint" }>;

/** A head of the log to keep: whoever has it can show later that the log was not rewritten. */
function checkpointText({ language, note }: CheckpointMail, origin: string): MailText {
  const t = getTexts(language, "mails");
  return written({
    language,
    subject: t("checkpoint.subject"),
    before: [t("greeting"), t("checkpoint.keep")],
    exactly: note,
    link: { words: t("checkpoint.link"), to: `${origin}/audit/logboek` },
    after: [t("checkpoint.why"), t("noContents")],
  });
}

/** That there is something about a handover: what it is about stays here. */
function handoverText({ language, why }: HandoverMail, origin: string): MailText {
  const t = getTexts(language, "mails");
  const page = why === "received" ? "/overdrachten" : "/overdrachten/verstuurd";
  return written({
    language,
    subject: t("handover.subject"),
    before: [t("greeting"), t(`handover.${why}`)],
    link: { words: t("handover.link"), to: origin + page },
    after: [t("handover.why"), t("noContents")],
  });
}

type Written = {
  language: Language;
  subject: string;
  before: string[];
  /** To be kept letter by letter. */
  exactly?: string;
  link: { words: string; to: string };
  after: string[];
};

function written({ language, subject, before, exactly, link, after }: Written): MailText {
  const middle = exactly === undefined ? [] : [exactly.trimEnd()];
  const text = [...before, ...middle, `${link.words}\n${link.to}`, ...after].join("\n\n");
  const paragraphs = [
    ...before.map((words) => `<p>${escaped(words)}</p>`),
    ...middle.map((words) => `<pre>${escaped(words)}</pre>`),
    `<p><a href="${escaped(link.to)}">${escaped(link.words)}</a></p>`,
    ...after.map((words) => `<p>${escaped(words)}</p>`),
  ];
  const html =
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    `<title>${escaped(subject)}</title></head><body>` +
    `${paragraphs.join("\n")}</body></html>`;
  return { subject, text: `${text}\n`, html };
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
