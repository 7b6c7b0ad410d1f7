/** A real mail server on this machine, which keeps what it is given. */
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type Received = { from: string; to: string[]; raw: string; user: string | undefined };

export type SmtpTestServer = {
  port: number;
  /** In the order of arrival. */
  received: Received[];
  /** Answers the next message, or recipient, with this code instead of taking it. */
  refuse: (at: "recipient" | "message", code: number | null) => void;
  stop: () => Promise<void>;
};

/** With a user and password it asks for these, after STARTTLS when it offers that. */
export async function startSmtpServer(
  options: { port?: number; login?: { user: string; pass: string }; startTls?: boolean } = {},
): Promise<SmtpTestServer> {
  const received: Received[] = [];
  const refusals = { recipient: null as number | null, message: null as number | null };
  const { login } = options;
  const server = new SMTPServer({
    ...authentication(login),
    ...(options.startTls ? {} : { disabledCommands: ["STARTTLS"] }),
    logger: false,
    onRcptTo: (address, _session, answer) => answer(refusal(refusals.recipient, address.address)),
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const refused = refusal(refusals.message, "message");
        if (refused) return answer(refused);
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("utf8"),
          user: typeof session.user === "string" ? session.user : undefined,
        });
        answer();
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  // A client that goes away in the middle is no trouble of the test.
  server.on("error", () => undefined);
  const { port } = server.server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { port, received, refuse: (at, code) => void (refusals[at] = code), stop };
}

function authentication(login: { user: string; pass: string } | undefined): SMTPServerOptions {
  if (!login) return { authOptional: true };
  return {
    onAuth({ username, password }, _session, answer) {
      const isRight = username === login.user && password === login.pass;
      answer(isRight ? null : new Error("no"), isRight ? { user: login.user } : undefined);
    },
  };
}

function refusal(code: number | null, about: string): Error | null {
  if (code === null) return null;
  return Object.assign(new Error(`refused <${about}>`), { responseCode: code });
}

/** Header names in lower case, and the text of each part, decoded. */
export function parsed(raw: string): { headers: Map<string, string>; parts: string[] } {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const unfolded = head.replaceAll(/\r\n[ \t]+/g, " ");
  const headers = new Map(
    unfolded.split("\r\n").map((line): [string, string] => {
      const [name = "", ...value] = line.split(":");
      return [name.toLowerCase(), value.join(":").trim()];
    }),
  );
  const boundary = /boundary="?([^";]+)/.exec(headers.get("content-type") ?? "")?.[1];
  const body = rest.join("\r\n\r\n");
  if (!boundary) return { headers, parts: [body] };
  const parts = body.split(`--${boundary}`).slice(1, -1);
  return { headers, parts: parts.map((part) => decodedPart(part)) };
}

function decodedPart(part: string): string {
  const [head = "", ...rest] = part.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  if (/quoted-printable/i.test(head)) return quotedPrintable(body);
  return /base64/i.test(head) ? Buffer.from(body, "base64").toString("utf8") : body;
}

function quotedPrintable(text: string): string {
  const bytes = text
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
