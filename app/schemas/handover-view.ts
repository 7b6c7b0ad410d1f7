import type { CaseStatus } from "#app/domain/case-file.ts";
import type {
  HandoverPart,
  HandoverStatus,
  SharedContent,
  SharedField,
  SpecialKind,
} from "#app/domain/handover.ts";
import type { FormResult } from "./form-result.ts";

/** A row of a list. */
export type HandoverItem = {
  id: string;
  status: HandoverStatus;
  /** The other organisation: who sent it, or whom it went to. */
  other: string;
  contactName: string;
  sentAt: number;
  answerBy: number;
  answeredAt: number | null;
};

/** What the receiver reads, and nothing else of the case. */
export type HandoverShown = {
  from: string;
  /** Whom to call at the sender. */
  sender: { name: string; email: string };
  to: string;
  contactName: string;
  question: string;
  consent: string;
  consentAt: number;
  content: SharedContent;
  sentAt: number;
  answerBy: number;
};

/** How it was answered, for both sides. */
export type HandoverAnswer = {
  status: HandoverStatus;
  answer: string;
  answeredBy: string | null;
  answeredAt: number | null;
};

/** The page of a handover for who received it; `shown` is null once it is no longer theirs to read. */
export type ReceivedHandover = HandoverAnswer & {
  side: "received";
  id: string;
  version: number;
  now: number;
  from: string;
  shown: HandoverShown | null;
  /** The case that was made of it, for who may see it. */
  madeCase: { id: string; number: string } | null;
  isCaseMade: boolean;
};

/** The page for the sender. */
export type SentHandover = HandoverAnswer & {
  side: "sent";
  id: string;
  version: number;
  now: number;
  shown: HandoverShown;
  contactReach: string;
  caseFile: { id: string; number: string; title: string; status: CaseStatus };
  /** An organisation of this installation answers by itself. */
  isOutside: boolean;
  mayRefer: boolean;
};

/** The page of a case on which it is handed over. */
export type HandoverForm = {
  caseFile: { id: string; number: string; title: string };
  now: number;
  organisations: { id: string; name: string }[];
  parts: Record<HandoverPart, SharedField[]>;
  special: SpecialKind[];
  consent: string;
  handovers: HandoverItem[];
  mayRefer: boolean;
};

/** Before it is sent: what the receiver will read. */
export type HandoverPreview = FormResult & {
  preview: HandoverShown;
  seen: string;
  /** It was sent while something had changed since the preview. */
  changed: boolean;
};

/** What waits, on the home page. */
export type HandoverWork = {
  id: string;
  side: "received" | "sent";
  other: string;
  daysLeft: number;
};
