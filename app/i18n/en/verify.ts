import type verify from "../nl/verify.ts";
import type { SameKeys } from "../same-keys.ts";

/** `check`: what holds, is to be noticed or does not hold when a decision file is checked, by code. */
const texts = {
  title: "Check a decision file",
  lead: "Is a decision right, and was nothing changed? You can check that here yourself, without signing in.",
  stays: "The file stays on your computer: your browser does the checking. Nothing is sent.",
  upload:
    "Without JavaScript the file goes to the server, which checks it in memory and keeps nothing.",
  form: {
    title: "Choose the decision file",
    file: "Decision file",
    fileHint: "The zip file as you received it, at most 20 MB. You may drop it here.",
    key: "Public key of the organisation",
    keyHint:
      "Paste the key that the organisation itself publishes, to know who the file comes from.",
    checkpoint: "Checkpoint of the log",
    checkpointHint:
      "Paste a checkpoint that you have from elsewhere, such as from a letter or a supervisor.",
    submit: "Check",
  },
  result: {
    holds: "The file holds",
    holdsText:
      "Everything we could check is right. Also read what you still have to compare yourself.",
    broken: "The file does not hold",
    brokenText: "Do not trust this file. Below is what is wrong, and where.",
    file: "File:",
    state: { holds: "Holds", note: "Note", broken: "Does not hold" },
    place: "Place: {{place}}",
  },
  what: {
    title: "What is checked?",
    recompute: "The weighing is computed again from the ratings as they were given.",
    log: "The dossier is exactly what the log committed to, at its own place.",
    signature: "The log and the file are signed with the key that comes with them.",
    limits:
      "Whether that key is the organisation's only you can check: compare it with the key they publish.",
    command: "You can do the same without this website: npm run mw -- verify file.zip",
  },
  check: {
    package_whole: "The file is complete: nothing is missing and nothing strange is in it.",
    manifest_signed: "All parts are as they were handed out.",
    dossier_in_form: "The dossier has the form of the published schema.",
    weighing_recomputed:
      "The weighing was computed again from {{ratings}} ratings and answers of {{people}} assessors. The outcome is the same.",
    content_committed: "This dossier is exactly what the log committed to.",
    in_log: "The decision is in the log {{log}}, as event {{number}} of {{size}}.",
    key_expected: "The key is the key you gave.",
    checkpoint_confirmed: "The checkpoint at {{size}} events is the same as yours.",

    about_decision:
      "By its own words this is decision {{number}} in case {{case}} of {{organisation}}.",
    key_compare:
      "The file is consistent in itself. Compare this key with the one published by the organisation: {{key}}",
    checkpoint_other_size:
      "Your checkpoint is over {{size}} events, the one in this file over {{own}}. They cannot be compared with this file alone.",
    checkpoint_other_log:
      "Your checkpoint is of another log ({{log}}). It says nothing about this file.",
    sealed_afterwards:
      "This decision was taken on {{takenAt}}, before the log kept dossiers. The dossier was committed to on {{loggedAt}}: nothing has changed since then.",
    logged_at: "The decision was taken on {{takenAt}} and put in the log on {{loggedAt}}.",
    pdf_not_in_log:
      "The PDF is for reading and is not in the log itself. The signature on the file does say that it was handed out like this. Where they differ, dossier.json counts.",
    timestamp_not_checked:
      "There is a time stamp from outside. It was not checked here: LEESMIJ.txt tells how to do that.",
    not_recomputed: "There is no weighing behind this decision: there is nothing to compute again.",

    zip_unreadable: "This is not a zip file, or it is damaged.",
    zip_too_large: "This file is too large for a decision file.",
    zip_too_many: "There are too many files in it for a decision file.",
    file_missing: "This part is missing.",
    file_unknown: "This does not belong in a decision file.",
    key_unreadable: "There is no readable key here.",
    key_given_unreadable:
      "The key you gave cannot be read. Copy it again, from its beginning to its end.",
    key_other: "This is another key than you gave. The file is not from that organisation: {{key}}",
    manifest_unreadable: "The list of parts cannot be read.",
    manifest_signature: "The signature on the list of parts is wrong: the list was changed.",
    manifest_key: "The list of parts was signed with another key.",
    manifest_lists_other: "This part was added or taken away after the file was handed out.",
    file_changed: "This part was changed after the file was handed out.",
    dossier_unreadable: "The dossier cannot be read.",
    dossier_form: "Here the dossier departs from the schema ({{problem}}).",
    dossier_written_otherwise: "The dossier is written otherwise than it was handed out.",
    place_changed: "Here the dossier was changed.",
    schema_other: "This is another schema than the published one.",
    leaf_unreadable: "What is said of the place in the log cannot be read.",
    leaf_kind: "This event of the log does not commit to a dossier like this.",
    leaf_decision: "This event of the log is about another decision.",
    content_not_committed:
      "This dossier is not what the log committed to: its content was changed afterwards.",
    proof_malformed: "The proof cannot be read.",
    proof_wrong_origin: "The proof is of another log than the key.",
    proof_unknown_key: "The checkpoint was signed with another key.",
    proof_wrong_signature: "The signature on the checkpoint is wrong.",
    proof_wrong_index: "The proof is of another place in the log.",
    proof_not_included:
      "This event is not in the log like this: the event or the proof was changed.",
    checkpoint_other: "This checkpoint is another one than that in the proof.",
    checkpoint_unreadable: "The checkpoint you gave, or the one in the file, cannot be read.",
    checkpoint_contradicts:
      "There are two different checkpoints of the log at {{size}} events. Report this to the supervisor: the log may have been tampered with.",

    weighing_impossible: "These ratings and weights cannot be weighed ({{found}}).",
    weighing_differs:
      "The outcome does not follow from the ratings: it must be {{expected}}, and it says {{found}}.",
    robustness_differs:
      "How firm the outcome is does not follow from the ratings: it must be {{expected}}, and it says {{found}}.",
    rating_impossible: "Nobody can have rated like this ({{found}}).",
    option_not_weighed: "An option was chosen that was not weighed.",
    level_differs:
      "The level of the outcome does not fit the chosen option: it must be {{expected}}, and it says {{found}}.",
    departure_missing: "The decision departs from the weighing, without a reason.",
    taker_is_assessor: "Who took the decision was an assessor too.",
    version_missing: "The decision is not in its own list of versions.",
    reference_unknown: "This refers to something that is not in the dossier ({{found}}).",
    name_twice: "This name is there twice ({{found}}).",
  },
} as const satisfies SameKeys<typeof verify>;
export default texts;
