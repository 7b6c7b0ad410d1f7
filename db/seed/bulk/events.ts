import type { BulkOrganisation, World } from "./world.ts";

/** Appends an event of the past to the audit log. */
export function writeEvent(
  { write, random }: World,
  organisation: BulkOrganisation,
  event: {
    at: number;
    actorId: string;
    kind: string;
    subject: { type: string; id: string };
    caseId: string;
    sessionId?: string;
    details?: Record<string, string>;
  },
): void {
  const { subject, details = {}, ...rest } = event;
  const part = () => random.below(0x100000000).toString(16).padStart(8, "0");
  write.auditEvent({
    ...rest,
    actorRoles: ["coordinator"],
    organisationId: organisation.id,
    subjectType: subject.type,
    subjectId: subject.id,
    details,
    contentHash: (part() + part()).repeat(4),
  });
}
