import { inArray } from "drizzle-orm";
import { people, type Queries } from "#db";
import type { DossierPerson } from "#app/domain/dossier.ts";

type Named = { takerId: string | null; ownerIds: string[] };

/** Gives people the names they have in one file, and only there. */
export type FilePeople = {
  /** Who judged: by seat, as outsiders of the session see them. */
  seat: (personId: string, perspective: string) => string;
  /** Who took the decision: the seat, should it be somebody who judged. */
  taker: (personId: string) => string;
  /** Who did something else; never the seat, which would tell who judged how. */
  other: (personId: string) => string;
  /** Everybody so far; by name only whom the decision itself names: who took it and who keeps a condition. */
  list: (read: Queries, named: Named) => Promise<DossierPerson[]>;
};

/** `seated` sit in the order of the weighing, so that seats are those on the page of the weighing. */
export function filePeople(seated: { id: string; perspective: string }[]): FilePeople {
  const seats = new Map<string, string>();
  const others = new Map<string, string>();
  const taken = new Map<string, number>();
  const seat = (personId: string, perspective: string) => {
    const known = seats.get(personId);
    if (known !== undefined) return known;
    const number = (taken.get(perspective) ?? 0) + 1;
    taken.set(perspective, number);
    const made = `${perspective}-${number}`;
    seats.set(personId, made);
    return made;
  };
  const other = (personId: string) => {
    const made = others.get(personId) ?? `person-${others.size + 1}`;
    others.set(personId, made);
    return made;
  };
  for (const { id, perspective } of seated) seat(id, perspective);
  return {
    seat,
    other,
    taker: (personId) => seats.get(personId) ?? other(personId),
    list: async (read, { takerId, ownerIds }) => {
      const names = await namesOf(read, takerId === null ? ownerIds : [takerId, ...ownerIds]);
      return [
        ...[...seats].map(([personId, id]) => ({
          id,
          name: personId === takerId ? (names.get(personId) ?? null) : null,
        })),
        ...[...others].map(([personId, id]) => ({ id, name: names.get(personId) ?? null })),
      ];
    },
  };
}

async function namesOf(read: Queries, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids))
    .orderBy(people.id);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
