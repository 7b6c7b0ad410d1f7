/** A change of line as its page shows it. */
import type { LineChangeStatus } from "#app/domain/precedent-relations.ts";
import type { PrecedentStatus } from "#app/domain/precedent-rules.ts";
import type { EarlierDecision } from "./equal-treatment-view.ts";

export type LineChangePage = {
  change: {
    id: string;
    status: LineChangeStatus;
    level: number;
    scopeId: string;
    scope: string;
    motivation: string;
    proposedBy: string;
    proposedAt: number;
    decidedBy: string | null;
    decidedAt: number | null;
    answer: string;
    effectiveFrom: number | null;
    version: number;
  };
  /** Null for who may not see the case. */
  caseFile: { id: string; number: string; title: string } | null;
  decisionId: string | null;
  precedents: (EarlierDecision & { status: PrecedentStatus })[];
  mayDecide: boolean;
  mayWithdraw: boolean;
};
