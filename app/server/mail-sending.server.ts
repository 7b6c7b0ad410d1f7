/** Sends the mail that waits, by the mail server of the settings. */
import { createTransport } from "nodemailer";
import { db } from "#db";
import { log } from "./log.server.ts";
import type { MailSettings } from "./mail-settings.server.ts";
import { mailText } from "./mail-texts.server.ts";
import {
  claimMail,
  dropMail,
  mailContent,
  markFailed,
  markSent,
  type ClaimedMail,
  type MailContent,
} from "./mails.server.ts";
import { repeating } from "./repeating.server.ts";

const lookEveryMs = 30_000;
const connectWithinMs = 10_000;
const answerWithinMs = 20_000;
/** Under the shortest wait for a next try: nobody else takes a mail that is being sent. */
const sendWithinMs = 45_000;

export type MailOutcome = "sent" | "failed";

export type MailSenderOptions = {
  mail: MailSettings;
  origin: string;
  /** Hears what became of every mail in the end. */
  counted?: ((outcome: MailOutcome) => void) | undefined;
};

export type MailSender = {
  /** Sends what waits now instead of at the next look. */
  sendNow: () => void;
  /** Lets a mail under way finish for so long. */
  stop: (withinMs: number) => Promise<void>;
};

/** To be called when the database is open. */
export function startMailSender({ mail, origin, counted }: MailSenderOptions): MailSender {
  const transport = transportTo(mail);
  const stopping = new AbortController();
  let ending = false;
  const post: Post = (claimed, content) =>
    transport.sendMail(messageOf({ mail, origin, claimed, content, stopping: stopping.signal }));
  const loop = repeating(lookEveryMs, async () => {
    while (!ending && (await sendNext(post, counted))) continue;
  });
  const unlisten = db.listen((notices) => {
    if (notices.some(({ kind }) => kind === "reminder.sent")) loop.now();
  });
  loop.now();
  const stop = async (withinMs: number) => {
    ending = true;
    unlisten();
    const timer = setTimeout(() => stopping.abort(), withinMs);
    await loop.stop();
    clearTimeout(timer);
    transport.close();
  };
  return { sendNow: loop.now, stop };
}

type Post = (claimed: ClaimedMail, content: MailContent) => Promise<unknown>;

/** Sends one mail. False when there is none, or when the mail server is away: the rest can wait. */
async function sendNext(post: Post, counted: MailSenderOptions["counted"]): Promise<boolean> {
  const claimed = await claimMail();
  if (!claimed) return false;
  const content = await mailContent(claimed);
  if (!content) {
    await dropMail(claimed);
    return true;
  }
  try {
    await post(claimed, content);
  } catch (error) {
    return failed(claimed, error, counted);
  }
  await markSent(claimed);
  counted?.("sent");
  return true;
}

async function failed(
  claimed: ClaimedMail,
  error: unknown,
  counted: MailSenderOptions["counted"],
): Promise<boolean> {
  const { problem, isRefused, isAnswered } = problemOf(error);
  const giveUp = isRefused || claimed.isLastTry;
  log().warn({ mail: claimed.id, tries: claimed.tries, problem, giveUp }, "mail was not sent");
  await markFailed(claimed, { problem, giveUp });
  if (giveUp) counted?.("failed");
  return isAnswered;
}

type SmtpError = { code?: string; responseCode?: number; command?: string };

/** What went wrong, in codes: the words of a mail server can hold addresses. */
function problemOf(error: unknown) {
  const { code, responseCode, command = "" } = error as SmtpError;
  const isFinal = responseCode !== undefined && responseCode >= 500;
  return {
    problem: [code ?? "unknown", responseCode].filter((part) => part !== undefined).join(" "),
    // Refused for good. A refused sender or password is for the administrator to mend.
    isRefused: isFinal && /^(RCPT TO|DATA)/.test(command),
    isAnswered: responseCode !== undefined,
  };
}

function transportTo(mail: MailSettings) {
  const { host, port, secure, auth, isLocal } = mail;
  return createTransport({
    pool: true,
    maxConnections: 1,
    // Tried again by ourselves: the pool cannot know what arrived before a connection broke.
    maxRequeues: 0,
    ...{ host, port, secure },
    ...(auth ? { auth } : {}),
    // A password goes over the network in secret only.
    requireTLS: auth !== undefined && !isLocal,
    tls: { rejectUnauthorized: !isLocal },
    connectionTimeout: connectWithinMs,
    greetingTimeout: connectWithinMs,
    socketTimeout: answerWithinMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

type Sending = {
  mail: MailSettings;
  origin: string;
  claimed: ClaimedMail;
  content: MailContent;
  stopping: AbortSignal;
};

function messageOf({ mail, origin, claimed, content, stopping }: Sending) {
  const domain = /@([^>]+)>?$/.exec(mail.from)?.[1] ?? "localhost";
  return {
    from: mail.from,
    ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
    to: { name: "", address: content.address },
    ...mailText(content, origin),
    messageId: `<${claimed.id}@${domain}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    xMailer: false as const,
    signal: AbortSignal.any([stopping, AbortSignal.timeout(sendWithinMs)]),
  };
}
