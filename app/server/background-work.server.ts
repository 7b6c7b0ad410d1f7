/** What the server process does by itself: reminding, mail, imports, indexing again, heads of the log, destroying, and knowing precedents. */
import { startPublishing } from "./checkpoint-publishing.server.ts";
import { startKnowingFigures } from "./account-memory.server.ts";
import { startSealingDossiers } from "./dossier-sealing.server.ts";
import { writeDueMails } from "./due-mails.server.ts";
import { startFinishing } from "./destruction-finishing.server.ts";
import { mailOverdueHandovers } from "./handover-mails.server.ts";
import type { MailOutcome, MailSenderOptions } from "./mail-sending.server.ts";
import { startImporting } from "./precedent-import-work.server.ts";
import { beginRules } from "./policy-rule-beginning.server.ts";
import { startKnowingPrecedents } from "./precedent-memory.server.ts";
import { startReindexing } from "./reindexing-noted.server.ts";
import { remindBeforeDeadlines } from "./reminders.server.ts";
import { repeating } from "./repeating.server.ts";
import type { Settings } from "./settings.server.ts";
import { startRaisingSignals } from "./signal-work.server.ts";

const remindEveryMs = 10 * 60_000;

type Hears = { mailed?: ((outcome: MailOutcome) => void) | undefined };

export type BackgroundWork = { stop: (withinMs: number) => Promise<void> };

/** To be called when the database is open. Several processes may: each change is made once. */
export async function startBackgroundWork(
  config: Settings,
  { mailed }: Hears = {},
): Promise<BackgroundWork> {
  const { mail, origin } = config;
  const reminding = repeating(remindEveryMs, remindBeforeDeadlines);
  const telling = repeating(remindEveryMs, writeDueMails);
  const handing = repeating(remindEveryMs, mailOverdueHandovers);
  const beginning = repeating(remindEveryMs, beginRules);
  const sender = mail && (await mailSender({ mail, origin, counted: mailed }));
  const importing = startImporting();
  const indexing = startReindexing();
  const knowing = startKnowingPrecedents();
  const counting = startKnowingFigures();
  const finishing = startFinishing();
  const publishing = startPublishing(config);
  const raising = startRaisingSignals();
  const sealing = startSealingDossiers();
  const stop = async (withinMs: number) => {
    const works = [
      sealing,
      raising,
      telling,
      handing,
      beginning,
      publishing,
      finishing,
      reminding,
      importing,
      indexing,
      knowing,
      counting,
    ];
    await Promise.all([...works.map((work) => work.stop()), sender?.stop(withinMs)]);
  };
  return { stop };
}

/** Loaded only where mail is configured. */
async function mailSender(options: MailSenderOptions) {
  const { startMailSender } = await import("./mail-sending.server.ts");
  return startMailSender(options);
}
