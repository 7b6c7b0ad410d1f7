import { eq, inArray } from "drizzle-orm";
import { db, precedents, scopes } from "#db";
import type { Precedent } from "#app/domain/precedent.ts";
import type { Comparison } from "#app/schemas/comparing.ts";
import {
  mostCompared,
  type ComparedFact,
  type ComparingBase,
  type ComparingNotice,
  type ComparingPage,
} from "#app/schemas/comparing-page.ts";
import type { Access } from "./access.server.ts";
import { listAdoptions } from "./adoption-views.server.ts";
import { getCase, type ReadableCase } from "./case-access.server.ts";
import { comparableWith, precedentsOf } from "./comparable-now.server.ts";
import { comparedCatalogue, readPrecedents } from "./comparable-precedents.server.ts";
import { comparisonsWith, situationOf, type CaseSituation } from "./comparing.server.ts";
import { notFound } from "./http.server.ts";
import { getReadablePrecedent, visiblePrecedentIds } from "./precedent-access.server.ts";
import { mayAdopt } from "./precedent-adoptions.server.ts";
import { findNamedPrecedent } from "./precedent-check.server.ts";
import { recordReading } from "./readings.server.ts";

type Reader = Access<"precedent.read">;

const identifier = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const mostToChooseFrom = 20;

/** A case or a precedent beside up to four precedents, as an address asks: `?casus=…&met=…&met=…&ook=P-2026-0001`. */
export async function getComparingPage(access: Reader, address: string): Promise<ComparingPage> {
  const { searchParams } = new URL(address);
  const caseId = searchParams.get("casus") ?? "";
  const caseFile = caseId === "" ? null : await getCase(access, caseId);
  if (caseFile) await recordReading(access, caseFile, "comparison");
  const { ids, notices } = await askedFor(access, searchParams, caseFile);
  const base = caseFile ? await caseBase(caseFile) : await precedentBase(access, ids[0]);
  if (!base) return { ...nothingChosen, notices };
  const compared = await comparisonsWith(access, base.situation, base.others(ids));
  return {
    base: base.shown,
    notices,
    compared,
    facts: await factsBeside(base.situation, compared),
    comparable: await comparableWith(access, base.situation, {
      count: mostToChooseFrom,
      without: base.without,
    }),
    ...(await adoptionsOn(access, caseFile, compared)),
  };
}

const noAdoptions = { adoption: null, mayAdopt: false, adopted: [] };
const nothingChosen = { base: null, compared: [], facts: [], comparable: null, ...noAdoptions };

/** The precedents asked for; one this person may not see is not there, and neither is the page. */
async function askedFor(access: Reader, params: URLSearchParams, caseFile: ReadableCase | null) {
  const notices = new Set<ComparingNotice>();
  const given = params.getAll("met").filter((text) => text !== "");
  const known = given.filter((text) => identifier.test(text));
  if (known.length < given.length) notices.add("unknown");
  const named = params.get("ook")?.trim() ?? "";
  const also = named === "" ? null : await findNamedPrecedent(access, named);
  if (named !== "" && also === null) notices.add("unknown");
  const asked = [...known, ...(also ? [also] : [])];
  const once = [...new Set(asked)];
  if (once.length < asked.length) notices.add("twice");
  const visible = await visiblePrecedentIds(access, once);
  if (visible.length < once.length) notFound();
  const own = caseFile ? await precedentsOf(caseFile.id) : [];
  const others = once.filter((id) => !own.includes(id));
  if (others.length < once.length) notices.add("own");
  // Without a case the first is what the others are compared with.
  const most = caseFile ? mostCompared : mostCompared + 1;
  if (others.length > most) notices.add("too_many");
  return { ids: others.slice(0, most), notices: [...notices] };
}

type Base = {
  shown: ComparingBase;
  situation: CaseSituation;
  /** What is never comparable with it: itself. */
  without: string[];
  others: (ids: string[]) => string[];
};

async function caseBase(caseFile: ReadableCase): Promise<Base> {
  const { id, number, title, scopeId } = caseFile;
  return {
    shown: { kind: "case", id, number, title, scope: await nameOfScope(scopeId), level: null },
    situation: await situationOf(db.read, caseFile),
    without: await precedentsOf(id),
    others: (ids) => ids,
  };
}

/** Its facts as if they were those of a case: what it did not look at is unknown. */
async function precedentBase(access: Reader, id: string | undefined): Promise<Base | null> {
  if (id === undefined) return null;
  const precedent = await getReadablePrecedent(access, id);
  const { number, title, level, scopeId } = precedent;
  const catalogue = await comparedCatalogue(db.read);
  const [rules] = await readPrecedents(db.read, catalogue, eq(precedents.id, id));
  const { pro = [], con = [], ordered, known = [] } = rules ?? {};
  const seen = new Set([...known, ...pro, ...con]);
  const all = [...new Set([...catalogue.byId.values()].map((fact) => fact.id))];
  return {
    shown: { kind: "precedent", id, number, title, scope: await nameOfScope(scopeId), level },
    situation: {
      organisationId: precedent.organisationId,
      ...{ scopeId, pro, con },
      unknown: all.filter((fact) => !seen.has(fact)),
      amounts: { ...ordered?.pro, ...ordered?.con },
      none: {
        pro: Object.keys(ordered?.pro ?? {}).filter((fact) => !pro.includes(fact)),
        con: Object.keys(ordered?.con ?? {}).filter((fact) => !con.includes(fact)),
      },
    },
    without: [id],
    others: (ids) => ids.filter((other) => other !== id),
  };
}

async function nameOfScope(scopeId: string | null): Promise<string | null> {
  if (scopeId === null) return null;
  const [row] = await db.read
    .select({ name: scopes.name })
    .from(scopes)
    .where(eq(scopes.id, scopeId));
  return row?.name ?? null;
}

/** Every fact that somebody has, here or in one of the precedents: those for relief first. */
async function factsBeside(here: CaseSituation, compared: Comparison[]): Promise<ComparedFact[]> {
  if (compared.length === 0) return [];
  const catalogue = await comparedCatalogue(db.read);
  const ids = compared.map(({ precedent }) => precedent.id);
  const found = await readPrecedents(db.read, catalogue, inArray(precedents.id, ids));
  const there = ids.flatMap((id) => found.find((one) => one.id === id) ?? []);
  const had = new Set([here, ...there].flatMap(({ pro, con }) => [...pro, ...con]));
  return [...had]
    .flatMap((id) => catalogue.byId.get(id) ?? [])
    .sort((a, b) =>
      a.direction === b.direction ? a.number - b.number : a.direction === "pro" ? -1 : 1,
    )
    .map(({ id, label, direction: side, measure }) => ({
      ...{ id, label, side, measure },
      here: {
        answer: here[side].includes(id) ? "yes" : here.unknown.includes(id) ? "unknown" : "no",
        amount: here.amounts[id] ?? null,
      },
      there: there.map((precedent) => factIn(precedent, id, side)),
    }));
}

function factIn(
  precedent: Precedent,
  id: string,
  side: "pro" | "con",
): ComparedFact["there"][number] {
  const has = precedent[side].includes(id);
  const reason = (side === "pro" ? precedent.reasonPro : precedent.reasonCon) ?? [];
  const lookedAt = precedent.known?.includes(id) ?? true;
  return {
    answer: has ? "yes" : lookedAt ? "no" : "unknown",
    amount: precedent.ordered?.[side]?.[id] ?? null,
    inReason: has && (reason.length === 0 || reason.includes(id)),
  };
}

async function adoptionsOn(access: Reader, caseFile: ReadableCase | null, compared: Comparison[]) {
  if (!caseFile) return noAdoptions;
  const one = compared.length === 1 ? (compared[0]?.precedent.id ?? null) : null;
  const all = await listAdoptions(access, caseFile.id, one);
  return {
    adoption: all.find(({ precedentId }) => precedentId === one) ?? null,
    mayAdopt: await mayAdopt(access, caseFile),
    adopted: all
      .filter(({ precedentId }) => precedentId !== one)
      .map((other) => ({
        ...other,
        perspectives: other.perspectives.filter(({ chosen }) => chosen !== null),
      })),
  };
}
