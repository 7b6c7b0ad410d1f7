import { decisionClaims, decisions } from "#db";
import { exampleId } from "./example-id.ts";
import { insertAll } from "./insert-all.ts";
import type { SeededCase } from "./seed-cases.ts";
import type { SeededWeighing } from "./seed-weighings.ts";
import { happened, type SeededPerson, type Seeding } from "./seeding.ts";

/** What the coordinator laid ready for the decision maker: the proposed option with the carrying arguments. */
export async function seedDraft(
  seeding: Seeding,
  caseFile: SeededCase,
  weighed: SeededWeighing,
): Promise<void> {
  const { id: caseId, organisationId, coordinator } = caseFile;
  const row = draftRow(seeding, caseFile, weighed);
  await seeding.tx.insert(decisions).values(row);
  const { id, optionId, createdAt } = row;
  const choices = caseFile.claimIds.flatMap((claimId) =>
    optionId === null ? [] : [{ decisionId: id, claimId, optionId }],
  );
  await insertAll(seeding.tx, decisionClaims, choices);
  const subject = { type: "decision", id };
  const details = { number: 1, kind: "initial" };
  const event = { subject, details, caseId, organisationId, kind: "decision.saved" };
  happened(seeding, { ...event, at: createdAt, by: coordinator });
}

function draftRow(
  { clock }: Seeding,
  caseFile: SeededCase,
  { id: weighingId, item, snapshot }: SeededWeighing,
) {
  const createdAt = caseFile.timeline.find(({ to }) => to === "decision")?.at ?? clock.now;
  const optionId = snapshot.result.proposed[0] ?? null;
  const option = caseFile.caseFile.options[caseFile.optionIds.indexOf(optionId ?? "")];
  return {
    id: exampleId(createdAt, `decision ${caseFile.caseFile.key} 1`),
    organisationId: caseFile.organisationId,
    caseId: caseFile.id,
    weighingId,
    number: 1,
    kind: "initial" as const,
    status: "draft" as const,
    optionId,
    level: option?.level ?? null,
    ground: option?.ground ?? null,
    groundReference: option?.groundReference ?? "",
    motivation: draftMotivation(item.assessment?.arguments ?? [], item.seats),
    minorityView: (item.assessment?.minorityViews ?? [])
      .map(({ option, text }) =>
        option === null ? text : `${caseFile.caseFile.options[option]?.title ?? ""}: ${text}`,
      )
      .join("\n\n"),
    reasonPro: presentFacts(caseFile, "pro"),
    reasonCon: presentFacts(caseFile, "con"),
    preparedBy: caseFile.coordinator.id,
    createdAt,
    updatedAt: createdAt,
  };
}

function presentFacts({ facts }: SeededCase, side: "pro" | "con"): string[] {
  return facts
    .filter(({ answer, direction }) => answer === "yes" && direction === side)
    .map(({ id }) => id);
}

function draftMotivation(
  given: { assessor: string; text: string; carrying: boolean }[],
  seats: { person: SeededPerson; perspective: string }[],
): Record<string, string> {
  const motivation: Record<string, string> = {};
  for (const { assessor, text, carrying } of given) {
    const seat = seats.find(({ person }) => person.key === assessor);
    if (!carrying || !seat) continue;
    motivation[seat.perspective] = [motivation[seat.perspective], text]
      .filter(Boolean)
      .join("\n\n");
  }
  return motivation;
}
