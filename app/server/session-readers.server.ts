/** What many people may know of one session, in a few queries however many they are. */
import { stillAllowed, type Access } from "./access.server.ts";
import { listCaseViewers, sightOf } from "./case-access.server.ts";
import { listSessionViewers, sessionSightOf } from "./session-access.server.ts";

type Reader = Access<"session.read">;

/**
 * Of these people, by login, those who may still follow the session: a login may have ended, a role
 * or the part in the session may be gone.
 */
export async function stillReading(
  sessionId: string,
  asked: Reader[],
): Promise<Map<string, Reader>> {
  const readers = new Map<string, Reader>();
  const allowed = await stillAllowed(asked, "session.read");
  for (const { sight, organisationId, group } of grouped(allowed, sessionSightOf)) {
    const personIds = group.map(({ person }) => person.id);
    const seen = await listSessionViewers(sight, { sessionId, organisationId, personIds });
    for (const access of group) {
      if (seen.includes(access.person.id)) readers.set(access.login.idHash, access);
    }
  }
  return readers;
}

/** Of these cases, the ids of those each person may see, by login. */
export async function casesSeenBy(
  readers: Reader[],
  caseIds: string[],
): Promise<Map<string, Set<string>>> {
  const seen = new Map(readers.map(({ login }) => [login.idHash, new Set<string>()]));
  if (caseIds.length === 0) return seen;
  for (const { sight, organisationId, group } of grouped(readers, sightOf)) {
    const personIds = group.map(({ person }) => person.id);
    const viewers = await listCaseViewers(sight, { caseIds, organisationId, personIds });
    for (const { person, login } of group) {
      for (const { personId, caseId } of viewers) {
        if (personId === person.id) seen.get(login.idHash)?.add(caseId);
      }
    }
  }
  return seen;
}

/** People of one organisation who see equally far, together. */
function grouped<Sight extends string>(readers: Reader[], sightOfOne: (reader: Reader) => Sight) {
  const groups = new Map<string, { sight: Sight; organisationId: string; group: Reader[] }>();
  for (const reader of readers) {
    const [sight, organisationId] = [sightOfOne(reader), reader.organisation.id];
    const key = `${sight} ${organisationId}`;
    const known = groups.get(key) ?? { sight, organisationId, group: [] };
    known.group.push(reader);
    groups.set(key, known);
  }
  return [...groups.values()];
}
