/** A case of the receiver's own, made from what was shared. */
import { eq, inArray } from "drizzle-orm";
import { caseFacts, db, environment, facts, handoverCases, type Transaction } from "#db";
import "#app/i18n/all-languages.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import { givenCase, type GivenCase, type GivenFact } from "#app/domain/handover.ts";
import { parseLawReference } from "#app/domain/law-reference.ts";
import { formatFor } from "#app/i18n/format.ts";
import { getTexts } from "#app/i18n/instances.ts";
import type { Access } from "./access.server.ts";
import { addCase, type CaseStart } from "./case-files.server.ts";
import { saveLawReferences } from "./case-law-references.server.ts";
import { reindexCase } from "./case-search-index.server.ts";
import { getHandover, handoverRow, type HandoverRow } from "./handovers.server.ts";
import { notFound } from "./http.server.ts";

type Manager = Access<"handover.manage">;
type Making = { handoverId: string; making: Access<"case.create"> };
const longestTitle = 150;

/** Starts a case with what was shared; gives its id. Once per handover that was taken on. */
export async function makeCaseOf(
  access: Manager,
  { handoverId, making }: Making,
  formKey?: string,
): Promise<string> {
  const row = await handoverRow(handoverId);
  if (row.toOrganisationId === null || row.toOrganisationId !== access.organisation.id) notFound();
  const page = await getHandover(access, handoverId);
  if (row.status !== "accepted") throw new DomainError("handover_not_accepted");
  const { language } = access.person;
  const from = page.side === "received" ? page.from : "";
  const given = givenCase(row.content);
  const source = getTexts(language, "handovers")("made.source", { name: from });
  return db.write(
    access.actor,
    async (tx) => {
      await assertNotMade(tx, handoverId);
      const caseId = await addCase(tx, making, {
        title: (given.title ?? source).slice(0, longestTitle),
        story: given.texts.story ?? "",
        ...{ scopeId: null, receivedAt: null },
        start: { ...startOf(given), sharingConsent: consentWords(access, row) },
      });
      await addGiven(tx, { caseId, given, source });
      await tx.insert(handoverCases).values({ handoverId, caseId, createdAt: environment.now() });
      const subject = { type: "handover", id: handoverId };
      await tx.record({ kind: "handover.case-made", subject, caseId });
      return caseId;
    },
    { formKey },
  );
}

async function assertNotMade(tx: Transaction, handoverId: string): Promise<void> {
  const [made] = await tx
    .select({ caseId: handoverCases.caseId })
    .from(handoverCases)
    .where(eq(handoverCases.handoverId, handoverId));
  if (made) throw new DomainError("already_done");
}

function startOf({ texts, ...given }: GivenCase): CaseStart {
  const { urgencyKind, urgencyDate, pinchPlace, lifeEvents } = given;
  const { specialHealth, specialCriminal } = given;
  return {
    ...texts,
    ...{ urgencyKind, urgencyDate, pinchPlace, lifeEvents, specialHealth, specialCriminal },
  };
}

/** What the citizen agreed to, and when. */
function consentWords({ person }: Manager, { consent, consentAt }: HandoverRow): string {
  const date = formatFor(person.language).date(consentAt);
  return getTexts(person.language, "handovers")("made.consent", { date, consent });
}

type Given = { caseId: string; given: GivenCase; source: string };

async function addGiven(tx: Transaction, { caseId, given, source }: Given): Promise<void> {
  const references = given.lawReferences.flatMap((value) => parseLawReference(value) ?? []);
  await saveLawReferences(
    tx,
    caseId,
    references.map(({ kind, value }) => ({ kind, value })),
  );
  await addFacts(tx, { caseId, given: given.facts, source });
  await reindexCase(tx, caseId);
}

/** Facts that left the catalogue since are not established anew. */
async function addFacts(
  tx: Transaction,
  { caseId, given, source }: { caseId: string; given: GivenFact[]; source: string },
): Promise<void> {
  if (given.length === 0) return;
  const ids = given.map(({ factId }) => factId);
  const known = await tx.select({ id: facts.id }).from(facts).where(inArray(facts.id, ids));
  const rows = given
    .filter(({ factId }) => known.some(({ id }) => id === factId))
    .map((fact) => ({ caseId, ...fact, source }));
  if (rows.length > 0) await tx.insert(caseFacts).values(rows);
}
