import { beforeEach, describe, expect, it } from "vitest";
import { caseFacts } from "#db";
import { newFactSchema } from "#app/schemas/fact.ts";
import { newScopeSchema } from "#app/schemas/scope.ts";
import { createFact, getFact, listFacts, updateFact } from "#app/server/facts.server.ts";
import { createScope, getScope, listScopes, updateScope } from "#app/server/scopes.server.ts";
import { arrange, freshDatabase } from "../support/database.ts";
import { newCase, newWorld, type Someone } from "./case-world.ts";

let world: Awaited<ReturnType<typeof newWorld>>;
let advisor: Someone;

beforeEach(async () => {
  await freshDatabase();
  world = await newWorld();
  advisor = await world.person("policy_advisor", "submitter");
});

const newFact = {
  label: { nl: "Post kwam nooit aan", en: "The mail never arrived" },
  definition: { nl: "De brief is niet bezorgd.", en: "The letter was not delivered." },
  example: { nl: "", en: "" },
  synonyms: ["brief kwijt"],
  perspective: "legal" as const,
  direction: "pro" as const,
  measure: null,
};

async function useInCase(factId: string) {
  const caseId = await newCase(advisor);
  await arrange(async (tx) => {
    await tx.insert(caseFacts).values({ caseId, factId, answer: "yes" });
  });
}

describe("a circumstance", () => {
  it("gets a key from its English label, and another one when that is taken", async () => {
    const first = await createFact(advisor, newFact);
    const second = await createFact(advisor, newFact);
    expect((await getFact(advisor, first)).key).toBe("the_mail_never_arrived");
    expect((await getFact(advisor, second)).key).toBe("the_mail_never_arrived_2");
  });

  it("can be turned around until it is used, after that only its words change", async () => {
    const id = await createFact(advisor, newFact);
    await updateFact(advisor, id, { ...newFact, direction: "con", version: 1 });
    await useInCase(id);
    await expect(
      updateFact(advisor, id, { ...newFact, direction: "pro", version: 2 }),
    ).rejects.toMatchObject({ code: "fact_fixed", details: { field: "direction" } });
    const reworded = { ...newFact, direction: "con" as const, synonyms: [] };
    await updateFact(advisor, id, { ...reworded, version: 2 });
    expect(await getFact(advisor, id)).toMatchObject({ isUsed: true, version: 3 });
  });

  it("keeps its key when its label changes", async () => {
    const id = await createFact(advisor, newFact);
    const label = { nl: "Anders", en: "Different" };
    await updateFact(advisor, id, { ...newFact, label, version: 1 });
    expect((await getFact(advisor, id)).key).toBe("the_mail_never_arrived");
  });

  it("shows both texts when someone else was first", async () => {
    const id = await createFact(advisor, newFact);
    const change = { ...newFact, version: 1 };
    await updateFact(advisor, id, { ...change, synonyms: ["een"] });
    await expect(updateFact(advisor, id, { ...change, synonyms: ["twee"] })).rejects.toMatchObject({
      code: "stale_version",
      details: { conflict: [{ field: "synonyms", theirs: "een", yours: "twee" }] },
    });
  });

  it("is found by every word, also of its other words, without accents", async () => {
    await createFact(advisor, newFact);
    const found = await listFacts(advisor, "BRIEF  kwijt");
    expect(found.map(({ label }) => label.nl)).toEqual(["Post kwam nooit aan"]);
    expect(await listFacts(advisor, "brief olifant")).toEqual([]);
  });

  it("is described in both languages", () => {
    const form = { ...newFact, measure: "", synonyms: "a\nb, a", label: { nl: "Naam", en: "" } };
    const parsed = newFactSchema.safeParse(form);
    expect(parsed.error?.issues).toMatchObject([{ path: ["label", "en"], message: "required" }]);
  });
});

describe("a scope", () => {
  const newScope = { name: "Terugvordering", description: "", lawReferences: ["BWBR0007795"] };

  it("belongs to one organisation", async () => {
    const id = await createScope(advisor, newScope);
    const outsider = await world.outsider("policy_advisor");
    await expect(getScope(outsider, id)).rejects.toMatchObject({ init: { status: 404 } });
    await expect(
      updateScope(outsider, id, { ...newScope, active: true, otherScopeIds: [], version: 1 }),
    ).rejects.toMatchObject({
      init: { status: 404 },
    });
    await createScope(outsider, newScope);
    expect((await listScopes(advisor, null)).scopes).toHaveLength(1);
  });

  it("has a name that no other scope here has", async () => {
    await createScope(advisor, newScope);
    await expect(createScope(advisor, newScope)).rejects.toMatchObject({
      code: "taken",
      details: { field: "name" },
    });
  });

  it("is added once when the form is sent twice", async () => {
    const first = await createScope(advisor, newScope, "form-1");
    expect(await createScope(advisor, newScope, "form-1")).toBe(first);
  });

  it("is paged without losing or doubling one", async () => {
    for (let count = 0; count < 30; count += 1) {
      await createScope(advisor, { ...newScope, name: `Gebied ${String(count % 28)}${count}` });
    }
    const first = await listScopes(advisor, null);
    const second = await listScopes(advisor, first.next);
    expect(first.scopes).toHaveLength(25);
    expect(second.scopes).toHaveLength(5);
    expect(second.next).toBeNull();
  });

  it("takes law references one per line, in their official form", () => {
    const read = (lawReferences: string) => newScopeSchema.safeParse({ name: "X", lawReferences });
    const good = read("bwbr0007795\n\n ECLI:NL:RVS:2016:709 \nBWBR0007795");
    expect(good.data?.lawReferences).toEqual(["BWBR0007795", "ECLI:NL:RVS:2016:709"]);
    expect(read("artikel 4 van de wet").error?.issues).toMatchObject([
      { path: ["lawReferences"], message: "law_reference" },
    ]);
  });
});
