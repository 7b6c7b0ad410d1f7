import { isIP } from "node:net";
import * as z from "zod";
import { dialectOf, parseAddresses, type DatabaseOptions } from "#db";
import {
  isMailAddress,
  isSmtpUrl,
  mailSettings,
  type MailSettings,
} from "./mail-settings.server.ts";

const yes = ["1", "true", "yes", "ja"];

const settingFields = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  ORIGIN: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  DATABASE_URL: z.string().min(1).refine(isDatabase).default("./data/maatwerkplaats.db"),
  DATABASE_READ_URL: z.string().min(1).refine(isPostgres).optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(3).max(100).default(10),
  WRITE_QUEUE: z.coerce.number().int().min(1).max(10_000).default(256),
  DOCUMENTS_DIR: z.string().min(1).default("./data/documents"),
  DEMO: z
    .string()
    .default("")
    .transform((text) => yes.includes(text.toLowerCase())),
  LOGIN_IDLE_MINUTES: z.coerce.number().int().min(5).max(1440).default(60),
  LOGIN_MAX_HOURS: z.coerce.number().int().min(1).max(72).default(12),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  TRUSTED_PROXY: z
    .string()
    .default("")
    .transform(trustedProxies)
    .refine((value) => value !== null),
  HEALTH_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,200}$/)
    .optional(),
  MIN_FREE_DISK_MB: z.coerce.number().int().min(0).max(1_000_000).default(200),
  METRICS_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  METRICS_HOST: z.string().min(1).default("127.0.0.1"),
  REQUEST_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(600).default(30),
  STOP_WITHIN_SECONDS: z.coerce.number().int().min(1).max(600).default(10),
  STOP_DELAY_SECONDS: z.coerce.number().int().min(0).max(120).default(0),
  SMTP_URL: z.string().refine(isSmtpUrl).optional(),
  MAIL_FROM: z.string().trim().refine(isMailAddress).optional(),
  MAIL_REPLY_TO: z.string().trim().refine(isMailAddress).optional(),
  LOG_ORIGIN: z
    .string()
    .regex(/^[\w.-]{1,100}(?:\/[\w.-]{1,100}){0,3}$/)
    .optional(),
  LOG_CHECKPOINT_MINUTES: z.coerce.number().int().min(1).max(1440).default(10),
  LOG_MAIL: z.enum(["weekly", "daily", "never"]).default("weekly"),
  LOG_TIMESTAMP_URL: z.url({ protocol: /^https?$/ }).optional(),
});

const settingsSchema = settingFields.refine(
  ({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined,
  { path: ["MAIL_FROM"] },
);

function isPostgres(url: string): boolean {
  return dialectOf(url) === "postgres" && canParse(url);
}

function canParse(url: string): boolean {
  try {
    return parseAddresses(url).hosts.length > 0;
  } catch {
    return false;
  }
}

/** A file, or the address of a PostgreSQL database. */
function isDatabase(url: string): boolean {
  if (dialectOf(url) === "postgres") return isPostgres(url);
  return !/^[a-z]+:\/\//i.test(url) || url.startsWith("file://");
}

/** None, a number of proxies in a row, or their addresses; null for anything else. */
function trustedProxies(text: string): TrustedProxy | null {
  if (text.trim() === "") return false;
  if (/^[1-9]$/.test(text.trim())) return Number(text);
  const addresses = text.split(",").map((part) => part.trim());
  return addresses.every(isAddressOrSubnet) ? addresses : null;
}

function isAddressOrSubnet(text: string): boolean {
  const [address = "", prefix] = text.split("/");
  const bits = isIP(address) === 4 ? 32 : 128;
  const isPrefix = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
  return isIP(address) !== 0 && isPrefix && text.split("/").length <= 2;
}

/** What each setting accepts, for the message about a wrong one. */
const accepted: Record<keyof z.infer<typeof settingsSchema>, string> = {
  NODE_ENV: "development, production or test",
  HOST: "a host name or address to listen on, such as 127.0.0.1",
  PORT: "a port number from 0 to 65535",
  ORIGIN: "the public address, such as https://maatwerk.example.nl",
  DATABASE_URL:
    "the path of an SQLite file, such as ./data/maatwerkplaats.db, or postgres://user@host/database",
  DATABASE_READ_URL:
    "the address of a copy of the PostgreSQL database, postgres://user@host/database",
  DATABASE_CONNECTIONS: "a number of connections from 3 to 100",
  WRITE_QUEUE: "a number of changes that may wait, from 1 to 10000",
  DOCUMENTS_DIR: "a folder for documents, such as ./data/documents",
  DEMO: "1 for a demonstration with a role picker, otherwise empty",
  LOGIN_IDLE_MINUTES: "minutes from 5 to 1440",
  LOGIN_MAX_HOURS: "hours from 1 to 72",
  LOG_LEVEL: "silent, error, warn, info or debug",
  TRUSTED_PROXY:
    "the number of proxies in front (1 to 9), or their addresses or subnets, such as 10.0.0.1, fd00::/8",
  HEALTH_TOKEN: "16 to 200 letters, digits or . ~ + / = _ -",
  MIN_FREE_DISK_MB: "megabytes from 0 to 1000000",
  METRICS_PORT: "a port number from 1 to 65535, or empty for no metrics",
  METRICS_HOST: "a host name or address to listen on, such as 127.0.0.1",
  REQUEST_TIMEOUT_SECONDS: "seconds from 1 to 600",
  STOP_WITHIN_SECONDS: "seconds from 1 to 600",
  STOP_DELAY_SECONDS: "seconds from 0 to 120",
  SMTP_URL:
    "the address of a mail server, such as smtps://user:password@mail.example.nl (special characters as %40), or empty for no mail",
  MAIL_FROM: "the sender of mail, such as Maatwerkplaats <maatwerk@example.nl>; SMTP_URL needs it",
  MAIL_REPLY_TO: "an address for answers to mail, such as maatwerk@example.nl",
  LOG_ORIGIN: "a name for the log that nobody else has, such as maatwerk.example.nl/log",
  LOG_CHECKPOINT_MINUTES: "minutes from 1 to 1440",
  LOG_MAIL: "weekly, daily or never",
  LOG_TIMESTAMP_URL: "the address of an RFC 3161 time-stamping service, or empty for none",
};

export type TrustedProxy = false | number | string[];

export type Settings = {
  mode: "development" | "production" | "test";
  host: string;
  port: number;
  /** Scheme, host and port people use; forms and cookies hang on it. */
  origin: string;
  databaseUrl: string;
  database: DatabaseOptions;
  documentsDir: string;
  demo: boolean;
  loginIdleMs: number;
  loginMaxMs: number;
  logLevel: "silent" | "error" | "warn" | "info" | "debug";
  /** Whose X-Forwarded-For and X-Request-Id count. */
  trustedProxy: TrustedProxy;
  /** Who has it sees the details of `/readyz`. */
  healthToken: string | undefined;
  minFreeDiskBytes: number;
  metrics: { host: string; port: number } | null;
  requestTimeoutMs: number;
  stopWithinMs: number;
  /** How long `/readyz` says no before the server stops accepting. */
  stopDelayMs: number;
  /** Null: no mail goes out. */
  mail: MailSettings | null;
  log: {
    /** The name of the log, for one that has none yet. */
    origin: string | undefined;
    /** At least so often a head of the log is signed, when there is something new. */
    checkpointEveryMs: number;
    /** How often auditors get the newest head. */
    mail: "weekly" | "daily" | "never";
    timestampUrl: string | undefined;
  };
};

/** Reads the settings. Throws one error that names every wrong setting and what it accepts. */
export function parseSettings(env: Record<string, string | undefined>): Settings {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = settingsSchema.safeParse(filled);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
    const lines = [...names].map(
      (name) => `  ${name}: must be ${accepted[name as keyof typeof accepted]}`,
    );
    throw new Error(`Wrong settings:\n${lines.join("\n")}`);
  }
  return fromValues(parsed.data);
}

function fromValues(values: z.infer<typeof settingsSchema>): Settings {
  return {
    mode: values.NODE_ENV,
    host: values.HOST,
    port: values.PORT,
    origin: values.ORIGIN ?? `http://${values.HOST}:${values.PORT}`,
    databaseUrl: values.DATABASE_URL,
    database: {
      replicaUrl: values.DATABASE_READ_URL,
      mostConnections: values.DATABASE_CONNECTIONS,
      mostWaiting: values.WRITE_QUEUE,
    },
    documentsDir: values.DOCUMENTS_DIR,
    demo: values.DEMO,
    loginIdleMs: values.LOGIN_IDLE_MINUTES * 60_000,
    loginMaxMs: values.LOGIN_MAX_HOURS * 3_600_000,
    logLevel: values.LOG_LEVEL,
    trustedProxy: values.TRUSTED_PROXY ?? false,
    healthToken: values.HEALTH_TOKEN,
    minFreeDiskBytes: values.MIN_FREE_DISK_MB * 1024 * 1024,
    metrics: values.METRICS_PORT ? { host: values.METRICS_HOST, port: values.METRICS_PORT } : null,
    requestTimeoutMs: values.REQUEST_TIMEOUT_SECONDS * 1000,
    stopWithinMs: values.STOP_WITHIN_SECONDS * 1000,
    stopDelayMs: values.STOP_DELAY_SECONDS * 1000,
    mail: mailSettings(values),
    log: {
      origin: values.LOG_ORIGIN,
      checkpointEveryMs: values.LOG_CHECKPOINT_MINUTES * 60_000,
      mail: values.LOG_MAIL,
      timestampUrl: values.LOG_TIMESTAMP_URL,
    },
  };
}

let parsed: Settings | undefined;

export function settings(): Settings {
  parsed ??= parseSettings(process.env);
  return parsed;
}
