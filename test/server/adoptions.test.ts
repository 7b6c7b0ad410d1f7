import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { and, asc, eq } from "drizzle-orm";
import {
  auditEvents,
  caseFacts,
  db,
  decisionPrecedents,
  environment,
  precedentAdoptions,
  precedentFacts,
  precedents,
  scopeLinks,
  systemActor,
} from "#db";
import { adoptionForm, type AdoptionRecord } from "../../app/schemas/comparing-form.ts";
import { filtersIn } from "../../app/schemas/precedent-filters.ts";
import { precedentSearch } from "../../app/schemas/precedent-search.ts";
import { adoptedTexts } from "../../app/server/adopted-texts.server.ts";
import { comparableAsTyped, comparableOf } from "../../app/server/comparable-now.server.ts";
import { getComparingPage } from "../../app/server/comparing-page.server.ts";
import { nearestTo, situationOf } from "../../app/server/comparing.server.ts";
import { discardDecisionDraft } from "../../app/server/decision-drafts.server.ts";
import { getDecisionForm } from "../../app/server/decision-form.server.ts";
import { handleAdoption } from "../../app/server/precedent-adoptions.server.ts";
import { reindexPrecedent } from "../../app/server/precedent-index.server.ts";
import { listPrecedents } from "../../app/server/precedent-lists.server.ts";
import { searchPrecedents } from "../../app/server/precedent-search.server.ts";
import { repackPrecedent } from "../../app/server/precedent-words.server.ts";
import { openCopy, type Content } from "../support/database.ts";
import { as, caseNamed, changeCase, refusalOf, take } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";

const coordinator = "Marieke Hoekstra";
const decider = "Ingrid Wolters";
let content: Content;
let caseFile: Awaited<ReturnType<typeof caseNamed>>;
/** Of the own organisation, and equal to the case. */
let own: typeof precedents.$inferSelect;
/** Of the municipality, about something else. */
let theirs: typeof precedents.$inferSelect;

beforeAll(async () => {
  content = await exampleContent();
});

beforeEach(async () => {
  await openCopy(content);
  caseFile = await caseNamed("Weduwe in Turkije");
  own = await precedentTitled("Te late aanvraag van een nabestaande");
  theirs = await precedentTitled("Een kleine drempel wegnemen");
});

async function precedentTitled(part: string) {
  const all = await db.read.select().from(precedents).orderBy(asc(precedents.id));
  const found = all.find(({ title }) => title.startsWith(part));
  if (!found) throw new Error(`No precedent ${part}`);
  return found;
}

async function changePrecedent(id: string, set: Partial<typeof precedents.$inferInsert>) {
  await db.write(systemActor, async (tx) => {
    await tx.update(precedents).set(set).where(eq(precedents.id, id));
    await repackPrecedent(tx, id);
    await reindexPrecedent(tx, id);
    await tx.record({ kind: "test.precedent", subject: { type: "precedent", id } });
  });
}

/** The scope of the case shows those of the scope of the other organisation. */
async function linkScopes() {
  const link = { scopeId: caseFile.scopeId ?? "", otherScopeId: theirs.scopeId ?? "" };
  await db.write(systemActor, async (tx) => {
    await tx.insert(scopeLinks).values(link);
    await tx.record({ kind: "test.link", subject: { type: "scope", id: link.scopeId } });
  });
}

function address(...met: string[]): string {
  const asked = new URLSearchParams({ casus: caseFile.id });
  for (const id of met) asked.append("met", id);
  return `http://test/precedenten/vergelijken?${asked.toString()}`;
}

async function pageOf(name: string, ...met: string[]) {
  return getComparingPage(await as(name, "precedent.read"), address(...met));
}

async function statusOf(attempt: Promise<unknown>): Promise<number | undefined> {
  try {
    await attempt;
    return 200;
  } catch (thrown) {
    return (thrown as { init?: { status?: number } }).init?.status;
  }
}

function choice(changes: Partial<AdoptionRecord> = {}): AdoptionRecord {
  return {
    intent: "record",
    caseId: caseFile.id,
    precedentId: own.id,
    perspective: "legal",
    version: 0,
    choice: "adopt",
    adapted: "",
    departed: "",
    ...changes,
  };
}

async function choose(changes: Partial<AdoptionRecord> = {}, name = coordinator, formKey?: string) {
  return handleAdoption(await as(name, "precedent.read"), choice(changes), formKey);
}

async function rows() {
  return db.read
    .select()
    .from(precedentAdoptions)
    .orderBy(asc(precedentAdoptions.precedentId), asc(precedentAdoptions.perspective));
}

describe("What is comparable", () => {
  test("is the nearest precedent of the scope, never the one made of the case itself", async () => {
    const access = await as(coordinator, "case.edit");
    const before = await comparableOf(access, caseFile);
    expect(before.near.map(({ precedent }) => precedent.number)).toEqual(["P-2022-0001"]);
    expect(before.near[0]).toMatchObject({ verdict: "equal", binds: "atLeast", toFindOut: [] });
    const origin = await caseNamed("Weduwe in Spanje");
    expect((await comparableOf(access, origin)).near).toEqual([]);
  });

  test("follows the answers on the form, which are not kept", async () => {
    const access = await as(coordinator, "case.edit");
    const stored = await db.read
      .select()
      .from(caseFacts)
      .where(eq(caseFacts.caseId, caseFile.id))
      .orderBy(asc(caseFacts.factId));
    const reason = await db.read
      .select({ id: precedentFacts.factId })
      .from(precedentFacts)
      .where(and(eq(precedentFacts.precedentId, own.id), eq(precedentFacts.inReason, 1)))
      .orderBy(asc(precedentFacts.factId));
    const [named] = reason;
    const typed = (answer: "no" | "unknown") =>
      Object.fromEntries(
        stored.map((row) => {
          const given = row.factId === named?.id ? answer : row.answer;
          return [row.factId, { answer: given, amount: "" }];
        }),
      );
    const seen = async (answer: "no" | "unknown") => {
      const { near } = await comparableAsTyped(access, caseFile.id, { facts: typed(answer) });
      const [first] = near;
      return [first?.verdict, first?.toMotivate.length, first?.toFindOut.length];
    };
    expect(await seen("no")).toEqual(["nearly", 1, 0]);
    expect(await seen("unknown")).toEqual(["nearly", 0, 1]);
    expect((await comparableOf(access, caseFile)).near[0]?.verdict).toBe("equal");
  });

  test("is nothing, with the reason why: no scope, none in the scope, or no facts", async () => {
    const access = await as(coordinator, "case.edit");
    const why = async (input: Parameters<typeof comparableAsTyped>[2]) =>
      (await comparableAsTyped(access, caseFile.id, input)).nothing;
    expect(await why({ scopeId: "" })).toBe("no_scope");
    expect(await why({ scopeId: theirs.scopeId ?? "" })).toBe("none_in_scope");
    expect(await why({ facts: {} })).toBe("no_facts");
    expect(await why({})).toBeNull();
  });

  test("is not told of a case that is not there for who asks", async () => {
    const stranger = await as("Sanne Dijkgraaf", "case.edit");
    expect(await statusOf(comparableAsTyped(stranger, caseFile.id, {}))).toBe(404);
    const other = await as("Dewi Santoso", "case.edit");
    expect([403, 404]).toContain(await statusOf(comparableAsTyped(other, caseFile.id, {})));
  });
});

describe("The compare screen", () => {
  test("puts at most four beside the case, once each, and tells what it left out", async () => {
    const others = await db.read
      .select({ id: precedents.id })
      .from(precedents)
      .where(eq(precedents.status, "valid"))
      .orderBy(asc(precedents.id));
    const ids = [own.id, own.id, ...others.map(({ id }) => id)].slice(0, 9);
    const visible = await as(coordinator, "precedent.read");
    const list = await listPrecedents(visible, filtersIn("http://test/precedenten"), null);
    const seen = ids.filter((id) => list.precedents.some((one) => one.id === id));
    const page = await pageOf(coordinator, ...seen, "geen-precedent");
    expect(page.compared).toHaveLength(4);
    expect(page.compared[0]?.precedent.id).toBe(own.id);
    expect([...page.notices].sort()).toEqual(["too_many", "twice", "unknown"]);
  });

  test("tells of every fact whether it holds here and there, and what the reason names", async () => {
    const { facts, compared } = await pageOf(coordinator, own.id);
    const [comparison] = compared;
    const known = new Map(facts.map((fact) => [fact.id, fact]));
    for (const { id } of comparison?.same ?? []) {
      expect(known.get(id)).toMatchObject({ here: { answer: "yes" }, there: [{ answer: "yes" }] });
    }
    expect(facts.some(({ there }) => there[0]?.inReason)).toBe(true);
    expect(facts.some(({ there }) => there[0]?.answer === "no")).toBe(true);
  });

  test("compares with the first precedent when no case is named", async () => {
    const access = await as(coordinator, "precedent.read");
    const asked = `http://test/precedenten/vergelijken?met=${own.id}&met=${theirs.id}`;
    const page = await getComparingPage(access, asked);
    expect(page.base).toMatchObject({ kind: "precedent", id: own.id });
    expect(page.compared.map(({ precedent }) => precedent.id)).toEqual([theirs.id]);
    expect(page.adoption).toBeNull();
  });

  test("finds a precedent by the number somebody typed", async () => {
    const access = await as(coordinator, "precedent.read");
    const page = await getComparingPage(access, `${address()}&ook=p-2022-0001`);
    expect(page.compared[0]?.precedent.id).toBe(own.id);
    const none = await getComparingPage(access, `${address()}&ook=P-1999-0001`);
    expect(none.notices).toEqual(["unknown"]);
  });
});

describe("A precedent of another organisation", () => {
  const words = "drempel";

  async function isSeen() {
    const access = await as(coordinator, "precedent.read");
    const ofCase = await situationOf(db.read, caseFile);
    const near = await nearestTo(access, ofCase, { count: 20, elsewhere: true });
    const list = await listPrecedents(access, filtersIn("http://test/precedenten"), null);
    const found = await searchPrecedents(access, precedentSearch.parse({ words }));
    return {
      near: near.some(({ id }) => id === theirs.id),
      listed: list.precedents.some(({ id }) => id === theirs.id),
      found: found.precedents.some(({ id }) => id === theirs.id),
      compared: await statusOf(pageOf(coordinator, theirs.id)),
    };
  }

  test("is nowhere while it is for its own organisation only, also when the scopes are linked", async () => {
    await linkScopes();
    await changePrecedent(theirs.id, { visibility: "organisation" });
    expect(await isSeen()).toEqual({ near: false, listed: false, found: false, compared: 404 });
    expect(await statusOf(choose({ precedentId: theirs.id }))).toBe(404);
    expect(await rows()).toEqual([]);
  });

  test("is found once it is shared; beside the case only when the scopes are linked", async () => {
    expect(await isSeen()).toEqual({ near: false, listed: true, found: true, compared: 200 });
    await linkScopes();
    expect((await isSeen()).near).toBe(true);
    const { compared } = await pageOf(coordinator, theirs.id);
    expect(compared[0]?.precedent.organisation).toContain("Waterrijk");
  });

  test("is adopted with its original locked: what happens there later changes nothing here", async () => {
    await choose({ precedentId: theirs.id });
    const read = theirs.motivation.legal;
    await changePrecedent(theirs.id, { motivation: { legal: "Iets heel anders." } });
    const adoption = (await pageOf(coordinator, theirs.id)).adoption;
    const legal = adoption?.perspectives.find(({ perspective }) => perspective === "legal");
    expect(legal).toMatchObject({ original: read, changedSince: true });
    expect((await adoptedTexts(db.read, caseFile.id)).motivation.legal).toBe(read);

    await changePrecedent(theirs.id, { visibility: "organisation" });
    const { adopted } = await pageOf(coordinator, own.id);
    expect(adopted[0]).toMatchObject({ number: theirs.number, title: null });
    expect(adopted[0]?.perspectives.map(({ original }) => original)).toEqual([read]);
    // The own choice can still be changed, with what was read then.
    const changed = { precedentId: theirs.id, version: 1, choice: "depart", departed: "Nee." };
    await choose(changed as Partial<AdoptionRecord>);
    expect((await rows())[0]).toMatchObject({ original: read, text: "Nee.", version: 2 });
  });
});

describe("Adopting", () => {
  test("keeps the choice, the own words and the original, and is in the log without the words", async () => {
    expect(await choose()).toBe("adoption_recorded");
    await choose({
      perspective: "financial",
      choice: "adapt",
      adapted: "Te dragen, met een grens.",
    });
    await choose({ perspective: "societal", choice: "depart", departed: "Hier is al hulp." });
    const kept = await rows();
    expect(kept.map(({ perspective, choice, text }) => [perspective, choice, text])).toEqual([
      ["financial", "adapt", "Te dragen, met een grens."],
      ["legal", "adopt", ""],
      ["societal", "depart", "Hier is al hulp."],
    ]);
    for (const row of kept) expect(row.original).toBe(own.motivation[row.perspective]);
    await choose({ version: 1, choice: "depart", departed: "Toch niet." });
    const events = await db.read
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.caseId, caseFile.id))
      .orderBy(asc(auditEvents.sequence));
    const told = events.filter(({ kind }) => kind.startsWith("adoption."));
    expect(told.map(({ kind }) => kind)).toEqual([
      ...["adoption.recorded", "adoption.recorded", "adoption.recorded"],
      "adoption.changed",
    ]);
    expect(JSON.stringify(told)).not.toContain("Toch niet");
  });

  test("refuses a version that somebody else changed, with both texts", async () => {
    await choose({ choice: "depart", departed: "Van mij." });
    const refused = await refusalOf(
      choose({ choice: "depart", departed: "Van een ander." }, decider),
    );
    expect(refused).toMatchObject({
      code: "stale_version",
      details: { conflict: [{ field: "departed", theirs: "Van mij.", yours: "Van een ander." }] },
    });
    await choose({ version: 1, choice: "depart", departed: "Van een ander." }, decider);
    expect((await rows())[0]?.text).toBe("Van een ander.");
  });

  test("calls a text that was not changed adopted, and asks the words for the other choices", async () => {
    const same = choose({ choice: "adapt", adapted: own.motivation.legal ?? "" });
    expect((await refusalOf(same)).code).toBe("adoption_unchanged");
    const missing = (chosen: string) => {
      const posted = { ...choice(), version: "0", choice: chosen };
      return adoptionForm.safeParse(posted).error?.issues.map(({ path }) => path.join("."));
    };
    expect(missing("adopt")).toBeUndefined();
    expect(missing("adapt")).toEqual(["adapted"]);
    expect(missing("depart")).toEqual(["departed"]);
  });

  test("is withdrawn again, and sent twice it counts once", async () => {
    await choose({}, coordinator, "form-1");
    await choose({}, coordinator, "form-1");
    const access = await as(coordinator, "precedent.read");
    await handleAdoption(access, { ...choice(), intent: "withdraw", version: 1 });
    expect(await rows()).toEqual([]);
  });

  test("is for who edits the case or prepares its decision, until the case has ended", async () => {
    expect(await statusOf(choose({}, "Nienke Postma"))).toBe(403);
    expect(await statusOf(choose({}, "Daan Olthof"))).toBe(404);
    expect(await choose({}, decider)).toBe("adoption_recorded");
    expect((await pageOf("Nienke Postma", own.id)).mayAdopt).toBe(false);
    await changeCase(caseFile.id, { status: "closed" });
    expect((await refusalOf(choose({ perspective: "financial" }))).code).toBe("case_not_editable");
  });

  test("of a precedent that is still written, or of a reason it does not give, is not possible", async () => {
    const draft = await precedentTitled("Late aanvraag door ziekte");
    expect(await statusOf(choose({ precedentId: draft.id }))).toBe(404);
    expect(await statusOf(choose({ perspective: "ethical" }))).toBe(404);
    expect(await statusOf(choose({ precedentId: environment.newId() }))).toBe(404);
  });

  test("starts the decision with its texts, those that depart last, and names the precedents", async () => {
    await choose({ choice: "depart", departed: "Hier niet." });
    await choose({ precedentId: theirs.id });
    const adopted = await adoptedTexts(db.read, caseFile.id);
    expect(adopted.motivation.legal).toBe(`${theirs.motivation.legal ?? ""}\n\nHier niet.`);
    expect(adopted.departedIds).toEqual([own.id]);
    const access = await as(decider, "decision.prepare");
    const form = () => getDecisionForm(access, caseFile.id);
    const { draft, work: typed } = await form();
    // What somebody wrote stays as it is.
    expect(typed?.values.motivation.legal).not.toContain("Hier niet.");
    await discardDecisionDraft(access, caseFile.id, draft?.id ?? "");
    const { values } = (await form()).work ?? {};
    expect(values?.motivation.legal).toContain(adopted.motivation.legal);
    expect(new Set(values?.precedents)).toEqual(new Set([own.id, theirs.id]));
  });

  test("of which the decision keeps how it treats them: followed, or distinguished by its facts", async () => {
    await choose({
      precedentId: theirs.id,
      choice: "depart",
      departed: "Hier speelt iets anders.",
    });
    await choose();
    const found = "found" as const;
    const named = { precedentCheck: found, precedents: [own.id, theirs.id] };
    const decisionId = await take(decider, caseFile.id, named);
    const kept = await db.read
      .select()
      .from(decisionPrecedents)
      .where(eq(decisionPrecedents.decisionId, decisionId))
      .orderBy(asc(decisionPrecedents.precedentId));
    expect(new Map(kept.map(({ precedentId, relation }) => [precedentId, relation]))).toEqual(
      new Map([
        [own.id, "followed"],
        [theirs.id, "distinguished"],
      ]),
    );
  });
});
