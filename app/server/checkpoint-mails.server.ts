/** The newest head of the log by mail to auditors: so that it is kept where the organisation cannot reach. */
import { and, eq, gt } from "drizzle-orm";
import { db, environment, mails, people, roleAssignments } from "#db";
import { dayInMs } from "#app/domain/day.ts";
import { latestCheckpoint } from "./checkpoints.server.ts";
import type { Settings } from "./settings.server.ts";

const everyMs = { daily: dayInMs, weekly: 7 * dayInMs };

/** Puts a mail ready for every auditor whose last one is long enough ago. Several processes may. */
export async function writeCheckpointMails({ log, mail }: Settings): Promise<void> {
  if (mail === null || log.mail === "never") return;
  const latest = await latestCheckpoint();
  if (!latest) return;
  const since = environment.now() - everyMs[log.mail];
  await db.maintain(async (tx) => {
    const recent = await tx
      .select({ personId: mails.personId })
      .from(mails)
      .where(and(eq(mails.kind, "checkpoint"), gt(mails.createdAt, since)));
    const done = new Set(recent.map(({ personId }) => personId));
    const auditors = await tx
      .select({ personId: people.id, organisationId: roleAssignments.organisationId })
      .from(roleAssignments)
      .innerJoin(people, eq(people.id, roleAssignments.personId))
      .where(and(eq(roleAssignments.role, "auditor"), eq(people.active, true)))
      .orderBy(people.id, roleAssignments.organisationId);
    for (const { personId, organisationId } of auditors) {
      if (done.has(personId)) continue;
      done.add(personId);
      const now = environment.now();
      await tx.insert(mails).values({
        id: environment.newId(),
        ...{ organisationId, personId, kind: "checkpoint" },
        about: { size: latest.size },
        ...{ createdAt: now, nextTryAt: now },
      });
    }
  });
}
