/** Looking for patterns again where something was decided, and reminding of answers that are late. */
import { setTimeout as pause } from "node:timers/promises";
import { inArray, or } from "drizzle-orm";
import { caseFiles, db, scopes, type Notice } from "#db";
import { repeating, type Repeating } from "./repeating.server.ts";
import { raiseSignals } from "./signal-clusters.server.ts";
import { remindOfSignals } from "./signal-reminders.server.ts";

const everyMs = 10 * 60_000;
/** After a start others go first; and what happens in one go is looked at once. */
const startMs = 20_000;
const settleMs = 1_000;

/** What can make a pattern or end one. */
const kinds =
  /^(decision\.(taken|replaced)|case\.(status_changed|destroyed)|precedent\.(published|ended|managed|import-finished)|fact\.|rule\.)/;

/** Where something changed since the patterns were last looked for. */
type Changed = { all: boolean; organisations: Set<string>; cases: Set<string> };
const nothing = (all = false): Changed => ({ all, organisations: new Set(), cases: new Set() });

/** Several processes may: a signal is raised once. */
export function startRaisingSignals(): Pick<Repeating, "stop"> {
  const ending = new AbortController();
  let changed = nothing(true);
  const loop = repeating(everyMs, async () => {
    await pause(settleMs, undefined, { signal: ending.signal }).catch(() => undefined);
    if (ending.signal.aborted) return;
    const now = changed;
    changed = nothing();
    try {
      await lookAgain(now, ending.signal);
    } catch (error) {
      changed.all = true;
      throw error;
    }
    await remindOfSignals();
  });
  const begun = setTimeout(loop.now, startMs);
  begun.unref();
  const unlisten = db.listen((notices) => {
    if (note(changed, notices)) loop.now();
  });
  const stop = async () => {
    ending.abort();
    clearTimeout(begun);
    unlisten();
    await loop.stop();
  };
  return { stop };
}

/** Notes what changed; whether anything did. */
function note(changed: Changed, notices: Notice[]): boolean {
  const about = notices.filter(({ kind }) => kinds.test(kind));
  const isMissed = notices.length === 0;
  if (isMissed) changed.all = true;
  for (const { caseId, organisationId } of about) {
    if (caseId !== null) changed.cases.add(caseId);
    else if (organisationId !== null) changed.organisations.add(organisationId);
    else changed.all = true;
  }
  return isMissed || about.length > 0;
}

async function lookAgain(changed: Changed, signal: AbortSignal): Promise<void> {
  const scopeIds = changed.all ? undefined : await scopesOf(changed);
  if (scopeIds?.length === 0) return;
  try {
    await raiseSignals({ scopeIds, signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

async function scopesOf({ organisations, cases }: Changed): Promise<string[]> {
  if (organisations.size + cases.size === 0) return [];
  const ofCases = await db.read
    .selectDistinct({ id: caseFiles.scopeId })
    .from(caseFiles)
    .where(inArray(caseFiles.id, [...cases]));
  const ids = ofCases.flatMap(({ id }) => id ?? []);
  const rows = await db.read
    .select({ id: scopes.id })
    .from(scopes)
    .where(or(inArray(scopes.organisationId, [...organisations]), inArray(scopes.id, ids)));
  return rows.map(({ id }) => id);
}
