import { openDatabase, stopDatabase } from "#db";
import { latestCheckpoint, publishCheckpoint } from "../../server/checkpoints.server.ts";
import { assertLogHolds } from "../../server/log-head.server.ts";
import { listKeys, rotateKey } from "../../server/log-keys.server.ts";
import { declareLoss } from "../../server/log-loss.server.ts";
import { settings } from "../../server/settings.server.ts";
import { wrongUse, type Command, type Given, type Outcome } from "../command.ts";

export const command: Command = {
  usage: ["log checkpoint", "log keys", "log rotate-key", 'log declare-loss --reason "..."'],
  help: `The heads of the audit log and the keys that sign them. The server may run.

  checkpoint    publish a checkpoint over everything there is, and print it
  keys          the public keys that signed checkpoints, the present one first
  rotate-key    sign with another key from now on; the next checkpoint is signed by both and names the
                new one, after which the private part of the old one is destroyed
  declare-loss  go on with a log that is shorter than, or another one than what was published, such as
                after an older backup was put back. The log tells of it for ever, with the reason

  --reason <text>  what happened`,
  options: { reason: { type: "string" } },
  words: { least: 1, most: 1 },
  run: async (given) => {
    const [what = ""] = given.words;
    const act = Object.hasOwn(actions, what) ? actions[what] : undefined;
    if (!act) throw wrongUse(`log takes ${Object.keys(actions).join(", ")}. See: mw log --help`);
    if (what === "declare-loss" && !String(given.options.reason ?? "").trim()) {
      throw wrongUse('Say what happened: mw log declare-loss --reason "..."');
    }
    const { databaseUrl, database } = settings();
    await openDatabase(databaseUrl, database);
    try {
      return await act(given);
    } finally {
      await stopDatabase();
    }
  },
};

const actions: Record<string, (given: Given) => Promise<Outcome>> = {
  checkpoint: async () => {
    await assertLogHolds();
    const { size, note } = await publishCheckpoint("asked by command");
    return { result: { size, note }, text: note.trimEnd() };
  },
  keys: async () => {
    const keys = await listKeys();
    const lines = keys.map(({ verifierKey, since, until }) => {
      const end = until === null ? "in use" : `until ${moment(until)}`;
      return `${verifierKey}\n    since ${moment(since)}, ${end}`;
    });
    return { result: { keys }, text: lines.join("\n") || "There is no key yet." };
  },
  "rotate-key": async () => {
    await assertLogHolds();
    // Signed by the old key while it is alone: what came before the change is beyond doubt.
    await publishCheckpoint("before another key");
    const keys = await rotateKey();
    const { note } = await publishCheckpoint("another key");
    const text = `From now on this key signs:\n  ${keys.after}\nThis checkpoint, signed by both, hands over to it:\n\n${note.trimEnd()}`;
    return { result: { ...keys, note }, text };
  },
  "declare-loss": async ({ options }) => {
    const declared = await declareLoss(String(options.reason).trim());
    if (!declared) {
      const latest = await latestCheckpoint();
      const text = `Nothing is lost: the log fits the last checkpoint${latest ? `, over ${latest.size} events` : ""}. Nothing was recorded.`;
      return { result: { declared: false }, text };
    }
    const { problem, checkpoint } = declared;
    const text = `Recorded. A checkpoint was published over ${problem.head} events; of what is here now one was published over ${checkpoint.size}.
The former checkpoint is kept beside the keys. Whoever follows the log from outside will report the loss.`;
    return { result: { declared: true, problem, note: checkpoint.note }, text };
  },
};

function moment(at: number): string {
  return new Date(at).toISOString();
}
