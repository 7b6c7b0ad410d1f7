import type { BlindnessEvent } from "#app/domain/blindness-proof.ts";
import type { ArrivalView } from "#app/schemas/blindness-view.ts";
import { idsIn, type LoggedEvent } from "./blindness-events.server.ts";
import { namesOf } from "./decision-page.server.ts";

/** Whoever the session got as an observer, by its form or at its door. */
export function observersIn(events: LoggedEvent[]): BlindnessEvent[] {
  const known = new Set<string>();
  return events.flatMap(({ sequence, at, kind, details }) => {
    const admitted = kind === "join.answered" && details.part === "observer";
    const ids = admitted ? [String(details.personId)] : idsIn(details.observerIds);
    const fresh = ids.filter((id) => !known.has(id));
    fresh.forEach((id) => known.add(id));
    return fresh.map((person) => ({ place: sequence, at, kind: "observes" as const, person }));
  });
}

type Arrival = Omit<ArrivalView, "key" | "name" | "by"> & { person: string; by: string | null };

/** Who came to the table of a session, who asked to, and who answered, in the order of the log. */
export async function arrivalsIn(events: LoggedEvent[]): Promise<ArrivalView[]> {
  const planned = observersIn(events);
  const found = events.flatMap((event): Arrival[] => {
    const { sequence, at, kind, actorId, details } = event;
    if (kind === "join.asked") return [{ at, what: "asked", person: actorId ?? "", by: null }];
    if (kind === "join.answered") {
      return [{ at, what: answered(details.part), person: String(details.personId), by: actorId }];
    }
    return planned
      .filter(({ place }) => place === sequence)
      .map(({ person }) => ({ at, what: "observer", person: person ?? "", by: actorId }));
  });
  const names = await namesOf(found.flatMap(({ person, by }) => [person, by ?? ""]));
  return found.map(({ at, what, person, by }, index) => ({
    ...{ key: String(index), at, what },
    name: names.get(person) ?? "",
    by: by && (names.get(by) ?? null),
  }));
}

function answered(part: unknown): ArrivalView["what"] {
  if (part === "none") return "refused";
  return part === "assessor" ? "assessor" : "observer";
}
