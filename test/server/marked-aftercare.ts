/** Something in every table of what comes after a decision, for a case that gets a mark in every text. */
import {
  environment,
  handoverCases,
  handovers,
  letters,
  policyRules,
  proceedings,
  questionnaires,
  ruleSettlements,
  signalCases,
  signalPrecedents,
  signals,
  wrongDoors,
  type Transaction,
} from "#db";

type Of = {
  caseId: string;
  organisationId: string;
  decisionId: string;
  draftId: string;
  personId: string;
};

export async function fillAftercare(
  tx: Transaction,
  { caseId, organisationId, decisionId, draftId, personId }: Of,
): Promise<void> {
  const now = environment.now();
  const id = () => environment.newId();
  const by = { createdBy: personId, createdAt: now };
  const decided = { caseId, decisionId };
  const [signal] = await tx.select({ id: signals.id }).from(signals).limit(1);
  const [rule] = await tx.select({ id: policyRules.id }).from(policyRules).limit(1);
  const signalId = signal?.id ?? "";
  await tx.insert(signalCases).values({ signalId, caseId, addedAt: now }).onConflictDoNothing();
  await tx.insert(signalPrecedents).values({ signalId, precedentId: draftId, addedAt: now });
  const settled = { policyRuleId: rule?.id ?? "", settledBy: personId, settledAt: now };
  await tx
    .insert(ruleSettlements)
    .values({ caseId, ...settled })
    .onConflictDoNothing();
  const door = { question: "-", rightDoor: "-", recordedBy: personId, at: now };
  await tx.insert(wrongDoors).values({ id: id(), organisationId, caseId, ...door });
  const proceeding = {
    kind: "objection",
    receivedAt: now,
    dueDate: now,
    ownerId: personId,
    outcome: "dismissed",
    closedAt: now,
  } as const;
  await tx.insert(proceedings).values({ id: id(), ...decided, ...proceeding, ...by });
  const handoverId = id();
  await tx.insert(handovers).values({
    ...{ id: handoverId, caseId, organisationId, toName: "-", contactName: "-", contactReach: "-" },
    ...{ question: "-", consent: "-", consentAt: now, parts: [], content: {}, status: "sent" },
    ...{ answerBy: now, sentBy: personId, sentAt: now },
  });
  await tx.insert(handoverCases).values({ handoverId, caseId, createdAt: now });
  const content = { salutation: "-", outcome: "-", reasons: [], duties: [], disagree: "-" };
  await tx.insert(letters).values({
    ...{ id: id(), ...decided, number: 99, updatedBy: personId, createdAt: now, updatedAt: now },
    content: { ...content, disagreeUntil: null, contact: "-", closing: "-" },
  });
  const asked = { moment: "after_decision", secretHash: id(), expiresAt: now } as const;
  await tx.insert(questionnaires).values({ id: id(), ...decided, ...asked, ...by });
}
