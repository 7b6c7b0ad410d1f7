import "#app/i18n/all-languages.ts";
import { formatFor } from "#app/i18n/format.ts";
import { getTexts } from "#app/i18n/instances.ts";
import type { ReminderContent } from "./mails.server.ts";

export type MailText = { subject: string; text: string; html: string };

/**
 * A reminder in words: how many cases, until when and where to go. Never anything of a case or a
 * session: mail is read on screens and kept on servers that are not ours.
 */
export function reminderText(
  { language, cases, dueAt }: Omit<ReminderContent, "address">,
  origin: string,
): MailText {
  const t = getTexts(language, "mails");
  const subject = t("reminder.subject");
  const until =
    dueAt === null ? [] : [t("reminder.until", { moment: formatFor(language).dateTime(dueAt) })];
  const before = [t("greeting"), [t("reminder.cases", { count: cases }), ...until].join(" ")];
  const after = [t("reminder.why"), t("noContents")];
  const link = `${origin}/`;
  const text = [...before, `${t("reminder.link")}\n${link}`, ...after].join("\n\n");
  const paragraphs = [
    ...before.map(escaped),
    `<a href="${escaped(link)}">${escaped(t("reminder.link"))}</a>`,
    ...after.map(escaped),
  ];
  const html =
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    `<title>${escaped(subject)}</title></head><body>` +
    `${paragraphs.map((words) => `<p>${words}</p>`).join("\n")}</body></html>`;
  return { subject, text: `${text}\n`, html };
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
