/** Files with precedents to import, made for tests. */
import { and, eq, isNull } from "drizzle-orm";
import { db, environment, facts, scopes, systemActor } from "#db";
import { fileFormat, fileVersion } from "#app/schemas/precedent-file.ts";

export type Row = Record<string, unknown>;

/** Some facts of either side, and a scope, to write rows with. */
export async function materials(organisationId: string) {
  const rows = await db.read
    .select({ key: facts.key, side: facts.direction, label: facts.label })
    .from(facts)
    .where(and(eq(facts.active, true), isNull(facts.mergedIntoId)))
    .orderBy(facts.number);
  const scope = "Nabestaandenuitkering";
  await db.write(systemActor, async (tx) => {
    const id = environment.newId();
    await tx
      .insert(scopes)
      .values({ id, organisationId, name: scope, lawReferences: [], createdAt: 1 });
    await tx.record({ kind: "scope.created", subject: { type: "scope", id }, organisationId });
  });
  const keys = (side: "pro" | "con") =>
    rows.filter((row) => row.side === side).map(({ key }) => key);
  return { scope, pro: keys("pro"), con: keys("con"), labels: rows };
}

export type Materials = Awaited<ReturnType<typeof materials>>;

/** A row in which nothing is wrong; another one for every place. */
export function goodRow({ scope, pro, con }: Materials, place: number): Row {
  const some = (keys: string[], count: number) =>
    Array.from({ length: count }, (_, step) => keys[(place * 7 + step * 3) % keys.length] ?? "");
  const factsPro = [...new Set(some(pro, 3))];
  return {
    externalId: `ARCHIEF-${String(place).padStart(6, "0")}`,
    title: `Te laat aangevraagd ${place}`,
    summary: `Een nabestaande vroeg te laat aan omdat de brief nooit aankwam. Zaak van ${place} weken oud.`,
    motivation: {
      legal: "De regel is bedoeld voor wie kon weten dat zij moest aanvragen.",
      financial: "Het gaat om een klein bedrag.",
      societal: "Iedereen begrijpt dit.",
    },
    scope,
    level: place % 4,
    factsPro,
    factsCon: [...new Set(some(con, 2))],
    reason: factsPro.slice(0, 1),
    lawReferences: ["BWBR0007795"],
    lifeEvents: ["death_of_partner"],
    decidedAt: "2019-03-31",
  };
}

export function asJson(rows: Row[]): string {
  return JSON.stringify({ format: fileFormat, version: fileVersion, precedents: rows });
}

export function asFile(text: string | Uint8Array, name = "archief.json"): File {
  return new File([text as BlobPart], name);
}
