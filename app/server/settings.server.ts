import * as z from "zod";

const yes = ["1", "true", "yes", "ja"];

const settingsSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  ORIGIN: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  DATABASE_URL: z
    .string()
    .min(1)
    .refine((url) => !/^[a-z]+:\/\//i.test(url) || url.startsWith("file://"))
    .default("./data/maatwerkplaats.db"),
  DOCUMENTS_DIR: z.string().min(1).default("./data/documents"),
  DEMO: z
    .string()
    .default("")
    .transform((text) => yes.includes(text.toLowerCase())),
  LOGIN_IDLE_MINUTES: z.coerce.number().int().min(5).max(1440).default(60),
  LOGIN_MAX_HOURS: z.coerce.number().int().min(1).max(72).default(12),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

/** What each setting accepts, for the message about a wrong one. */
const accepted: Record<keyof z.infer<typeof settingsSchema>, string> = {
  NODE_ENV: "development, production or test",
  HOST: "a host name or address to listen on, such as 127.0.0.1",
  PORT: "a port number from 0 to 65535",
  ORIGIN: "the public address, such as https://maatwerk.example.nl",
  DATABASE_URL: "the path of an SQLite file, such as ./data/maatwerkplaats.db",
  DOCUMENTS_DIR: "a folder for documents, such as ./data/documents",
  DEMO: "1 for a demonstration with a role picker, otherwise empty",
  LOGIN_IDLE_MINUTES: "minutes from 5 to 1440",
  LOGIN_MAX_HOURS: "hours from 1 to 72",
  LOG_LEVEL: "silent, error, warn, info or debug",
};

export type Settings = {
  mode: "development" | "production" | "test";
  host: string;
  port: number;
  /** Scheme, host and port people use; forms and cookies hang on it. */
  origin: string;
  databaseUrl: string;
  documentsDir: string;
  demo: boolean;
  loginIdleMs: number;
  loginMaxMs: number;
  logLevel: "silent" | "error" | "warn" | "info" | "debug";
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
  const values = parsed.data;
  return {
    mode: values.NODE_ENV,
    host: values.HOST,
    port: values.PORT,
    origin: values.ORIGIN ?? `http://${values.HOST}:${values.PORT}`,
    databaseUrl: values.DATABASE_URL,
    documentsDir: values.DOCUMENTS_DIR,
    demo: values.DEMO,
    loginIdleMs: values.LOGIN_IDLE_MINUTES * 60_000,
    loginMaxMs: values.LOGIN_MAX_HOURS * 3_600_000,
    logLevel: values.LOG_LEVEL,
  };
}

let parsed: Settings | undefined;

export function settings(): Settings {
  parsed ??= parseSettings(process.env);
  return parsed;
}
