import { and, eq, ne } from "drizzle-orm";
import { caseFacts, claims, db, facts, options } from "#db";
import type { CaseStep } from "#app/domain/case-file.ts";
import { textIn } from "#app/domain/local-text.ts";
import { findPersonalData } from "#app/domain/personal-data.ts";
import type { Warning } from "#app/schemas/case-step-view.ts";
import type { CaseRow } from "./case-access.server.ts";

type Checked = { step: CaseStep; field: string; label?: string; text: string };

const columns = {
  situation: ["title", "story", "citizenWish", "citizenFirstNeed", "ownAttempts", "unease"],
  law: ["pinch", "pinchSource", "lawPurpose"],
  people: ["organisationsInvolved", "representativeRole", "representativeMandate"],
} as const satisfies Partial<Record<CaseStep, readonly (keyof CaseRow)[]>>;

const mostKept = 500;
// Looking through all texts takes longer than the rest of the page; a text changes less often than it is read.
const kept = new Map<string, Warning[]>();

/** What editors should rewrite. Contact persons may be named and are not looked at. */
export async function findWarnings(caseFile: CaseRow): Promise<Warning[]> {
  const key = `${caseFile.id}:${caseFile.version}:${caseFile.updatedAt}`;
  const known = kept.get(key);
  if (known) return known;
  const warnings = warningsIn([...ownTexts(caseFile), ...(await textsBelow(caseFile.id))]);
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? "");
  kept.set(key, warnings);
  return warnings;
}

function warningsIn(texts: Checked[]): Warning[] {
  return texts.flatMap(({ step, field, label = "", text }) => {
    const kinds = [...new Set(findPersonalData(text).map(({ kind }) => kind))];
    return kinds.length > 0 ? [{ step, field, label, kinds }] : [];
  });
}

function ownTexts(caseFile: CaseRow): Checked[] {
  const answers = Object.values(caseFile.answers).join("\n");
  const texts: Checked[] = [
    { step: "situation", field: "urgencyNote", text: caseFile.urgencyNote },
    { step: "people", field: "sharingConsent", text: caseFile.sharingConsent },
    { step: "check", field: "answers", text: answers },
  ];
  for (const [step, names] of Object.entries(columns)) {
    for (const field of names) {
      texts.push({ step: step as CaseStep, field, text: caseFile[field] });
    }
  }
  return texts;
}

async function textsBelow(caseId: string): Promise<Checked[]> {
  const noted = await db.read
    .select({ label: facts.label, note: caseFacts.note })
    .from(caseFacts)
    .innerJoin(facts, eq(facts.id, caseFacts.factId))
    .where(and(eq(caseFacts.caseId, caseId), ne(caseFacts.note, "")));
  const claimed = await db.read
    .select({ label: claims.label })
    .from(claims)
    .where(eq(claims.caseId, caseId));
  const solutions = await db.read
    .select({ title: options.title, description: options.description })
    .from(options)
    .where(eq(options.caseId, caseId));
  return [
    ...noted.map(({ label, note }) => {
      return { step: "facts" as const, field: "fact", label: textIn(label, "nl"), text: note };
    }),
    ...claimed.map(({ label }) => {
      return { step: "options" as const, field: "claim", label, text: label };
    }),
    ...solutions.map(({ title, description }) => {
      const text = `${title}\n${description}`;
      return { step: "options" as const, field: "option", label: title, text };
    }),
  ];
}
