import type { Role } from "../../../app/domain/rights.ts";
import { someOf, type BulkOrganisation, type World } from "./world.ts";

const laws = ["BWBR0007795", "BWBR0008657", "BWBR0019057", "BWBR0004045", "BWBR0002221"];
const moreLaws = ["BWBR0015703", "BWBR0035362", "BWBR0034925", "BWBR0031331", "BWBR0005537"];

/** How many people hold each role. */
type Staff = { role: Role; count: number; perspective?: string }[];

/** One national agency with most of the cases, and municipalities that share its network. */
export function writeOrganisations(world: World, count: number): void {
  for (let place = 0; place < count; place += 1) {
    const isAgency = place === 0;
    const name = isAgency ? "Landelijke dienst" : `Gemeente ${place}`;
    world.organisations.push(writeOrganisation(world, { name, place, isAgency }));
  }
}

function writeOrganisation(
  world: World,
  about: { name: string; place: number; isAgency: boolean },
): BulkOrganisation {
  const createdAt = startOf(world);
  const id = world.newId(createdAt);
  world.write.organisation({ id, name: about.name, createdAt });
  const staff = staffOf(world, about.isAgency ? 10 : 1);
  const hired = staff.map((row) => ({
    ...row,
    ids: writePeople(world, { ...row, id, place: about.place }),
  }));
  const idsOf = (role: Role) => hired.filter((row) => row.role === role).flatMap(({ ids }) => ids);
  return {
    id,
    coordinators: idsOf("coordinator"),
    submitters: idsOf("submitter"),
    decisionMakers: idsOf("decision_maker"),
    advisors: idsOf("policy_advisor"),
    panels: hired.flatMap(({ perspective, ids }) =>
      perspective === undefined ? [] : [{ key: perspective, assessors: ids }],
    ),
    scopes: writeScopes(world, id, about.isAgency ? 40 : 6),
    counts: new Map(),
    agendas: new Map(),
    precedentIds: [],
  };
}

function staffOf({ questionSet }: World, size: number): Staff {
  return [
    { role: "coordinator", count: size },
    { role: "submitter", count: 5 * size },
    ...questionSet.content.perspectives.map(({ key }) => ({
      role: "assessor" as const,
      count: 2 * size,
      perspective: key,
    })),
    { role: "decision_maker", count: size },
    { role: "policy_advisor", count: 2 * Math.min(size, 3) },
    { role: "executive", count: 1 },
    { role: "auditor", count: 1 },
    { role: "administrator", count: 1 },
    { role: "privacy_officer", count: 1 },
  ];
}

/** Somewhat before the first case. */
function startOf({ now }: World): number {
  return now - 6 * 365 * 86_400_000;
}

function writePeople(
  world: World,
  of: { id: string; place: number; role: Role; count: number; perspective?: string },
): string[] {
  const createdAt = startOf(world);
  return Array.from({ length: of.count }, (_, number) => {
    const id = world.newId(createdAt);
    const label = [of.role, of.perspective, String(of.place), String(number)]
      .filter((part) => part !== undefined)
      .join("-");
    world.write.person({ id, name: label, email: `${label}@bulk.example`, createdAt });
    world.write.roleAssignment({
      id: world.newId(createdAt),
      personId: id,
      organisationId: of.id,
      role: of.role,
      perspective: of.perspective ?? null,
    });
    return id;
  });
}

function writeScopes(world: World, organisationId: string, count: number) {
  const createdAt = startOf(world);
  return Array.from({ length: count }, (_, number) => {
    const id = world.newId(createdAt);
    const own = someOf(world.random, [...laws, ...moreLaws], 2);
    const references = own.flatMap((law) => [
      law,
      `jci1.3:c:${law}&artikel=${1 + world.random.below(80)}`,
    ]);
    const name = `Regelgebied ${number + 1}: ${world.words.text(world.random, 3)}`;
    world.write.scope({ id, organisationId, name, lawReferences: references, createdAt });
    return { id, laws: references, facts: someOf(world.random, world.facts, 16) };
  });
}
