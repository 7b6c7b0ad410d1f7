import type decisionFile from "../nl/decision-file.ts";
import type { SameKeys } from "../same-keys.ts";

/** Only on the server: what stands in the file, and what the command says. */
const texts = {
  command: {
    holds: "The file holds.",
    broken: "The file does NOT hold.",
    readme: "LEESMIJ.txt in the zip file explains more.",
  },
  readme: [
    "DECISION FILE",
    "",
    "This file holds everything that one decision rests on. You can check for yourself whether it is right.",
    "",
    "besluit.pdf      the decision, to read and to keep",
    "dossier.json     everything the decision rests on: the situation, the options, every rating with its reason, the",
    "                 weighing and the decision. This counts, also where the PDF says otherwise.",
    "schema.json      the form of dossier.json (JSON Schema 2020-12)",
    "leaf.json        the event of the log that commits to the dossier",
    "proof.txt        the proof that this event is at its place in the log (C2SP tlog-proof)",
    "checkpoint.txt   the signed head of the log (C2SP tlog-checkpoint)",
    "public-key.txt   the public key that signed it (Ed25519)",
    "timestamp.tsr    a time stamp from outside over checkpoint.txt (RFC 3161), where the organisation uses one",
    "places.json      a short check for every place in the dossier, to find where something was changed",
    "manifest.txt     the list of all parts, signed with the same key",
    "",
    "There are three ways to check it:",
    "1. On the page /controleren of any maatwerkplaats. Your browser does it; nothing is sent.",
    "2. Without a website, with the source of the maatwerkplaats: npm run mw -- verify this-file.zip",
    "   Give the key that the organisation publishes with --key.",
    "3. With means of your own: dossier.json is JSON by RFC 8785; leaf.content is SHA-256 over contentSalt (base64)",
    "   followed by dossier.json; the leaf is JSON by RFC 8785; proof.txt proves that leaf by RFC 6962. The time",
    "   stamp: openssl ts -verify -in timestamp.tsr -data checkpoint.txt -CAfile ...",
    "",
    "What this does not prove: whose key it is. Compare public-key.txt with what the organisation publishes. And the PDF",
    "itself is not in the log: only manifest.txt says that it was handed out like this.",
    "",
    "Who judged is in it without a name (such as legal-1): assessors must be free to judge. Only who took the decision and",
    "who keeps a condition is named, as in the decision itself.",
  ].join("\n"),
} as const satisfies SameKeys<typeof decisionFile>;
export default texts;
