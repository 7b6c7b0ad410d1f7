/** Whether an event is what its leaf says, and its content what it commits to. */
import { contentCommitment } from "../../app/domain/log-leaf.ts";
import { isDomainError } from "../../app/domain/domain-error.ts";
import { fromBase64 } from "../../app/domain/bytes.ts";
import { destroyedKind, leafHashOf, type AuditRow } from "../audit.ts";
import { existingCaseKeys, installationKeys, pseudonym, type Keys } from "../keys.ts";
import { openSealed } from "../sealed-content.ts";
import { sha256 } from "../sha256.ts";
import type { EventRead } from "./event-rows.ts";
import type { LogFinding } from "./findings.ts";

export type EventChecker = {
  /** The hash to put in the tree, and what is wrong. `inTile`: the hash in the tile, where there is one. */
  check: (read: EventRead, inTile: Buffer | null) => { hash: Buffer; findings: LogFinding[] };
  /** Contents that were opened, and those whose key was destroyed. */
  counts: { opened: number; destroyed: number };
};

const nothing = Buffer.alloc(32);
const mostRemembered = 20_000;

export function eventChecker(): EventChecker {
  const counts = { opened: 0, destroyed: 0 };
  const pseudonyms = new Map<string | null, string>();
  const held = { installation: installationKeys(), ofCase: caseKeysRemembered() };
  const actorOf = (id: string | null) => {
    const known = pseudonyms.get(id);
    if (known !== undefined) return known;
    if (pseudonyms.size >= mostRemembered) pseudonyms.clear();
    const made = pseudonym(id);
    pseudonyms.set(id, made);
    return made;
  };
  const check: EventChecker["check"] = ({ row, unreadable }, inTile) => {
    const event = row.sequence;
    const stored = row.leafHash;
    const computed = unreadable === null ? leafOf(row) : null;
    const content = unreadable === null ? contentOf(row, held) : "unknown";
    if (content === "opened") counts.opened += 1;
    if (content === "destroyed") counts.destroyed += 1;
    const column = unreadable ?? wrongColumn(row, content, actorOf);
    const isLeaf = computed !== null && stored !== null && computed.equals(stored);
    if (isLeaf && column === null) {
      return { hash: stored, findings: contentFindings(event, content) };
    }
    if (computed && inTile?.equals(computed) && column === null) {
      return {
        hash: computed,
        findings: [{ code: "leaf_hash_changed", event, column: "leaf_hash" }],
      };
    }
    const changed: LogFinding = { code: "event_changed", event };
    if (column !== null) changed.column = column;
    return { hash: stored?.length === 32 ? stored : (inTile ?? nothing), findings: [changed] };
  };
  return { check, counts };
}

type Content = "none" | "opened" | "destroyed" | "sealed" | "content_hash" | "no key" | "unknown";

function contentFindings(event: number, content: Content): LogFinding[] {
  if (content === "no key") return [{ code: "content_key_missing", event, column: "sealed" }];
  return [];
}

/** Where the columns of an event contradict each other, the one that shows it. */
function wrongColumn(
  row: AuditRow,
  content: Content,
  actorOf: (id: string | null) => string,
): string | null {
  if (row.leafHash?.length !== 32) return "leaf_hash";
  if (row.actor !== actorOf(row.actorId)) return "actor";
  if (content === "sealed" || content === "content_hash") return content;
  return null;
}

function leafOf(row: AuditRow): Buffer | null {
  try {
    return leafHashOf(row);
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}

type HeldKeys = {
  installation: Keys;
  ofCase: (caseId: string) => Keys | "destroyed" | null;
};

function contentOf(row: AuditRow, held: HeldKeys): Content {
  if (row.sealed === null) return "none";
  const ofCase = row.caseId && row.kind !== destroyedKind ? held.ofCase(row.caseId) : null;
  const own = ofCase !== null && ofCase !== "destroyed" ? ofCase : null;
  const opened = (own && openSealed(row.sealed, own)) ?? openSealed(row.sealed, held.installation);
  if (!opened) {
    if (ofCase === "destroyed") return "destroyed";
    return row.caseId && !own && row.kind !== destroyedKind ? "no key" : "sealed";
  }
  const commitment = contentCommitment(fromBase64(opened.salt), opened.content, sha256);
  return commitment === row.contentHash ? "opened" : "content_hash";
}

function caseKeysRemembered() {
  const known = new Map<string, Keys | "destroyed" | null>();
  return (caseId: string) => {
    const found = known.get(caseId);
    if (found !== undefined) return found;
    if (known.size >= mostRemembered) known.clear();
    const keys = existingCaseKeys(caseId);
    known.set(caseId, keys);
    return keys;
  };
}
