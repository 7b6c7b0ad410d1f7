/** How the database is doing, for health checks and metrics. */
import { currentEngine, db, queueLength } from "./database.ts";
import { dialect, type Dialect } from "./dialect.ts";
import { environment } from "./environment.ts";
import { throttles } from "./schema.ts";

export type DatabaseState = { dialect: Dialect; queueLength: number };

export type DatabaseProbe = {
  /** Whether a change can be made now; it is tried and undone. */
  writable: boolean;
  migrations: "current" | "behind" | "ahead";
  bytes: number;
};

const undone = new Error("The probe is undone");

export function databaseState(): DatabaseState {
  return { dialect, queueLength: queueLength() };
}

export async function probeDatabase(): Promise<DatabaseProbe> {
  const [writable, migrations, bytes] = await Promise.all([
    isWritable(),
    migrationsNow(),
    currentEngine().bytes(),
  ]);
  return { writable, migrations, bytes };
}

async function isWritable(): Promise<boolean> {
  const row = { keyHash: "probe", failures: 0, windowEndsAt: environment.now() };
  try {
    await db.maintain(async (tx) => {
      await tx.insert(throttles).values(row);
      throw undone;
    });
    return false;
  } catch (error) {
    return error === undone;
  }
}

async function migrationsNow(): Promise<DatabaseProbe["migrations"]> {
  try {
    return (await currentEngine().migrations()) === "current" ? "current" : "behind";
  } catch {
    return "ahead";
  }
}
