/** The settings that say by which server mail goes out, and from whom. */
import { isIP } from "node:net";

export type MailSettings = {
  host: string;
  port: number;
  /** TLS from the first byte (smtps); otherwise STARTTLS where the server offers it. */
  secure: boolean;
  auth: { user: string; pass: string } | undefined;
  /** This machine itself: its certificate says nothing, and what is sent never leaves it. */
  isLocal: boolean;
  from: string;
  replyTo: string | undefined;
};

const ports: Record<string, number> = { "smtp:": 587, "smtps:": 465 };
const address = /^[^\s<>@"',;:\\()[\]]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)*$/i;
const named = /^[^<>"@\r\n]{1,100} <([^<>]+)>$/;

export function isSmtpUrl(text: string): boolean {
  return smtpServer(text) !== null;
}

/** An address, or a name with an address: Maatwerkplaats <maatwerk@example.nl>. */
export function isMailAddress(text: string): boolean {
  return address.test(named.exec(text)?.[1] ?? text);
}

/** The server and the sender; null when no mail is to go out. */
export function mailSettings(values: {
  SMTP_URL?: string | undefined;
  MAIL_FROM?: string | undefined;
  MAIL_REPLY_TO?: string | undefined;
}): MailSettings | null {
  const server = values.SMTP_URL === undefined ? null : smtpServer(values.SMTP_URL);
  if (!server || values.MAIL_FROM === undefined) return null;
  return { ...server, from: values.MAIL_FROM, replyTo: values.MAIL_REPLY_TO };
}

function smtpServer(text: string) {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, search } = new URL(text);
  const usual = ports[protocol];
  const isBare = ["", "/"].includes(pathname) && search === "";
  if (usual === undefined || hostname === "" || !isBare) return null;
  const [user, pass] = [decoded(username), decoded(password)];
  if (user === null || pass === null || (user === "") !== (pass === "")) return null;
  const host = hostname.replace(/^\[(.*)\]$/, "$1");
  return {
    host,
    port: port === "" ? usual : Number(port),
    secure: protocol === "smtps:",
    auth: user === "" ? undefined : { user, pass },
    isLocal: host === "localhost" || host === "::1" || (isIP(host) === 4 && /^127\./.test(host)),
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
