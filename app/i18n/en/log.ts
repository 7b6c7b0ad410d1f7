/** The state of the audit log: heads, keys and the check. `finding`: what a check can find. */
const texts = {
  title: "State of the audit log",
  lead: "With this, anyone can see that nothing in the audit log was changed, removed or dated back.",
  now: "Now",
  latest: "The last checkpoint is of {{moment}} and covers {{count}} events.",
  noneYet: "No checkpoint was published yet.",
  origin: "Name of the log",
  root: "Head of the log",
  holds: "The log fits the last checkpoint that is kept outside the database.",
  head_broken: "The last checkpoint outside the database is damaged. Tell whoever runs the system.",
  head_longer:
    "Events are missing: the last checkpoint covers more events than there are now. Tell whoever runs the system.",
  head_differs:
    "Events were changed or replaced: the log does not fit the last checkpoint. Tell whoever runs the system.",
  stamped: "A time-stamping service confirmed a checkpoint on {{moment}}.",
  checking: "Checking",
  checkingText:
    "The check recomputes every event, opens the contents and compares every row in the database with what the log says of it.",
  checkNow: "Check now",
  checkBusy: "The check is running: {{percent}} % done. Refresh this page to see how far it is.",
  refresh: "Refresh page",
  checkFailed: "The check could not be finished. Try again.",
  neverChecked: "No check was made yet.",
  lastChecked: "Last checked: {{moment}}, over {{count}} events.",
  allHolds: "Everything is in order.",
  wrong_one: "Something is not in order. There is {{count}} finding.",
  wrong_other: "Something is not in order. There are {{count}} findings.",
  more: "And {{count}} more findings. The command mw verify --full names them.",
  whatToDo:
    "Keep a copy of the database as it is now. Find out who had access to it. Tell whoever runs the system, and the auditor.",
  looked:
    "Checked: {{events}} events, {{rows}} rows, {{checkpoints}} checkpoints. Of {{destroyed}} events the content was destroyed.",
  lookedAt:
    "Also checked: {{checkpoints}} checkpoints. Of {{destroyed}} events the content was destroyed.",
  checkpoints: "Checkpoints",
  checkpointsText:
    "Keep a checkpoint outside this organisation. Who has one can show later that the log was not rewritten since.",
  caption: "Published checkpoints",
  when: "When",
  size: "Events",
  stamp: "Time stamp",
  withStamp: "yes",
  withoutStamp: "no",
  download: "Download the checkpoint over {{count}} events",
  file: "File",
  toStart: "To the start",
  keys: "Keys",
  keysText:
    "With these public keys you check the signature under a checkpoint. The secret key is a file outside the database.",
  keysCaption: "Public keys of the log",
  key: "Key",
  since: "Since",
  until: "Until",
  inUse: "in use now",
  outsideText:
    "The log is open at {{address}}. Who wants to keep an eye on it runs the command: npm run mw -- witness {{site}}",
  finding: {
    event_changed: "Event {{event}} was changed.",
    event_missing: "Event {{event}} is missing.",
    event_stray: "Event {{event}} does not belong in the log.",
    event_earlier: "Event {{event}} has an earlier time than the one before it.",
    leaf_hash_changed: "The hash of event {{event}} was changed. The event itself was not.",
    content_changed: "The content of event {{event}} was changed.",
    content_key_missing: "The key of the content of event {{event}} is missing.",
    tile_changed: "Tile {{which}} of the log does not fit event {{event}}.",
    tile_missing: "Tile {{which}} of the log is missing.",
    tile_stray: "Tile {{which}} does not belong in the log.",
    checkpoint_row_changed: "The stored checkpoint over {{until}} events was changed.",
    checkpoint_unsigned:
      "The checkpoint over {{until}} events is not signed with a key of this log.",
    checkpoint_root:
      "The log does not fit the checkpoint over {{until}} events: something was changed in events {{event}} to {{until}}.",
    checkpoint_longer: "Events {{event}} to {{until}} are missing: a checkpoint covers them.",
    key_changed: "A key in the database was changed or is not of this log.",
    outside_broken: "The checkpoint {{which}} is damaged or not of this log.",
    outside_longer:
      "Events {{event}} to {{until}} are missing: the checkpoint {{which}} covers them.",
    outside_differs:
      "The log was rewritten: it does not fit the checkpoint {{which}} over {{until}} events.",
    head_missing: "The last checkpoint is not both in the database and outside it.",
    row_changed:
      "The row {{key}} in {{table}} was changed around the application. Event {{event}} wrote it last.",
    row_missing:
      "The row {{key}} in {{table}} was removed around the application. Event {{event}} wrote it last.",
    row_added: "The row {{key}} in {{table}} was added around the application.",
    row_back: "The row {{key}} in {{table}} is back. Event {{event}} had removed it.",
    row_key_missing: "The key of the row {{key}} in {{table}} is missing.",
  },
  column: "{{words}} (column {{column}})",
} as const;
export default texts;
