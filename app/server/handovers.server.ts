/** Handovers for both sides: the sender's with their case, the receiver's with what was shared and nothing else. */
import { and, asc, desc, eq, gt, inArray, lt, ne, or, type SQL } from "drizzle-orm";
import { caseFiles, db, environment, handoverCases, handovers, organisations, people } from "#db";
import { nextStatuses } from "#app/domain/case-file.ts";
import { isReadable } from "#app/domain/handover.ts";
import { withParameters } from "#app/schemas/case-filters.ts";
import { handoverFilters, type HandoverFilters } from "#app/schemas/handover.ts";
import type {
  HandoverAnswer,
  HandoverItem,
  HandoverShown,
  ReceivedHandover,
  SentHandover,
} from "#app/schemas/handover-view.ts";
import type { Access } from "./access.server.ts";
import { withinPeriod } from "./account-lists.server.ts";
import { getCase, visibleCaseIds, visibleCases, type CaseRow } from "./case-access.server.ts";
import { notFound } from "./http.server.ts";
import { recordHandoverReading, recordReading } from "./readings.server.ts";

type Manager = Access<"handover.manage">;
export type HandoverRow = typeof handovers.$inferSelect;
export type HandoverSide = "received" | "sent";

const pageSize = 25;

/** Handovers to or from the own organisation: what waits with the latest first, what was answered newest first. */
export async function listHandovers(access: Manager, side: HandoverSide, url: string) {
  const filters = handoverFilters(url);
  const rows = await findHandovers(access, { side, filters, most: pageSize + 1 });
  const last = rows[pageSize - 1];
  const { toon, status, van, tot, gebied } = filters;
  const isNarrow = [status, van, tot, gebied].some((value) => value !== undefined);
  return {
    side,
    toon,
    narrowed: isNarrow ? { status: status ?? null, van: van ?? null, tot: tot ?? null } : null,
    now: environment.now(),
    items: rows.slice(0, pageSize),
    next:
      rows.length > pageSize && last
        ? withParameters(url, { na: `${last.answerBy}.${last.id}` })
        : null,
  };
}

type Found = { side: HandoverSide; filters: HandoverFilters; most: number };

/** All of them, a batch at a time, for a file. */
export async function* eachHandover(access: Manager, side: HandoverSide, url: string) {
  const most = 200;
  const filters = { ...handoverFilters(url), na: undefined };
  for (let na: HandoverFilters["na"]; ;) {
    const batch = await findHandovers(access, { side, filters: { ...filters, na }, most });
    if (batch.length > 0) yield batch;
    const last = batch.at(-1);
    if (batch.length < most || !last) return;
    na = { at: last.answerBy, id: last.id };
  }
}

function findHandovers(access: Manager, { side, filters, most }: Found) {
  const { toon, status, na, gebied } = filters;
  const isOpen = (status ?? toon) === "open" || status === "sent";
  const after = na && {
    next: or(
      (isOpen ? gt : lt)(handovers.answerBy, na.at),
      and(eq(handovers.answerBy, na.at), (isOpen ? gt : lt)(handovers.id, na.id)),
    ),
  };
  const order = isOpen ? asc : desc;
  return itemsOf(
    and(
      side === "sent"
        ? and(eq(handovers.organisationId, access.organisation.id), visibleCases(access))
        : eq(handovers.toOrganisationId, access.organisation.id),
      withStatus(filters),
      withinPeriod(handovers.sentAt, filters),
      gebied === undefined ? undefined : eq(caseFiles.scopeId, gebied),
      after?.next,
    ),
    side,
  )
    .orderBy(order(handovers.answerBy), order(handovers.id))
    .limit(most);
}

function withStatus({ toon, status }: HandoverFilters): SQL | undefined {
  if (status === "alle") return undefined;
  if (status === "answered") return inArray(handovers.status, ["accepted", "returned"]);
  if (status !== undefined) return eq(handovers.status, status);
  return toon === "open" ? eq(handovers.status, "sent") : ne(handovers.status, "sent");
}

/** Of one case, newest first. */
export async function listHandoversOfCase(caseId: string): Promise<HandoverItem[]> {
  return itemsOf(eq(handovers.caseId, caseId), "sent").orderBy(
    desc(handovers.sentAt),
    desc(handovers.id),
  );
}

function itemsOf(condition: SQL | undefined, side: HandoverSide) {
  return db.read
    .select({
      id: handovers.id,
      status: handovers.status,
      other: side === "sent" ? handovers.toName : organisations.name,
      contactName: handovers.contactName,
      sentAt: handovers.sentAt,
      answerBy: handovers.answerBy,
      answeredAt: handovers.answeredAt,
    })
    .from(handovers)
    .innerJoin(organisations, eq(organisations.id, handovers.organisationId))
    .innerJoin(caseFiles, eq(caseFiles.id, handovers.caseId))
    .where(condition);
}

/** One handover, for the side this person is on. Everybody else finds nothing. */
export async function getHandover(
  access: Manager,
  handoverId: string,
): Promise<ReceivedHandover | SentHandover> {
  const row = await handoverRow(handoverId);
  if (row.toOrganisationId === access.organisation.id) return received(access, row);
  return sent(access, row);
}

/** A handover of the own organisation with its case, or one that it received. */
export async function handoverRow(handoverId: string): Promise<HandoverRow> {
  const [row] = await db.read.select().from(handovers).where(eq(handovers.id, handoverId));
  return row ?? notFound();
}

async function received(access: Manager, row: HandoverRow): Promise<ReceivedHandover> {
  const shown = isReadable(row.status) ? await shownTo(row) : null;
  if (shown) await recordHandoverReading(access, row.id);
  const made = await madeCaseOf(row.id);
  const [visible] = made ? await visibleCaseIds(access, [made.id]) : [];
  return {
    side: "received",
    ...{ id: row.id, version: row.version, now: environment.now() },
    from: await organisationName(row.organisationId),
    shown,
    ...(await answerOf(row)),
    madeCase: made && visible ? made : null,
    isCaseMade: made !== null,
  };
}

async function sent(access: Manager, row: HandoverRow): Promise<SentHandover> {
  if (row.organisationId !== access.organisation.id) notFound();
  const caseFile = await getCase(access, row.caseId);
  await recordReading(access, caseFile, "handover");
  const { id, number, title, status } = caseFile;
  return {
    side: "sent",
    ...{ id: row.id, version: row.version, now: environment.now() },
    shown: await shownTo(row),
    contactReach: row.contactReach,
    ...(await answerOf(row)),
    caseFile: { id, number, title, status },
    isOutside: row.toOrganisationId === null,
    mayRefer: row.status !== "withdrawn" && mayRefer(caseFile),
  };
}

/** On paper what the receiver would read, for an organisation outside. */
export async function getTakeAlong(access: Manager, handoverId: string) {
  const page = await getHandover(access, handoverId);
  if (page.side !== "sent") notFound();
  const { id, shown } = page;
  return { id, shown };
}

/** Whether the case may end as handed over from where it is now. */
export function mayRefer({ status }: Pick<CaseRow, "status">): boolean {
  return nextStatuses(status).includes("referred");
}

/** What the receiver reads: of the case only what was frozen when it was sent. */
async function shownTo(row: HandoverRow): Promise<HandoverShown> {
  const { toName, contactName, question, consent, consentAt, content, sentAt, answerBy } = row;
  return {
    from: await organisationName(row.organisationId),
    sender: await senderOf(row.sentBy),
    to: toName,
    ...{ contactName, question, consent, consentAt, content, sentAt, answerBy },
  };
}

export async function senderOf(personId: string): Promise<HandoverShown["sender"]> {
  const [person] = await db.read
    .select({ name: people.name, email: people.email })
    .from(people)
    .where(eq(people.id, personId));
  return person ?? { name: "", email: "" };
}

async function organisationName(id: string): Promise<string> {
  const [row] = await db.read
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, id));
  return row?.name ?? "";
}

/** Who withdrew it stays with the sender. */
async function answerOf(row: HandoverRow): Promise<HandoverAnswer> {
  const { status, answer, answeredBy, answeredByName, answeredAt } = row;
  const name = answeredBy && status !== "withdrawn" ? (await senderOf(answeredBy)).name : "";
  return { status, answer, answeredBy: answeredByName || name || null, answeredAt };
}

export async function madeCaseOf(handoverId: string) {
  const [row] = await db.read
    .select({ id: caseFiles.id, number: caseFiles.number })
    .from(handoverCases)
    .innerJoin(caseFiles, eq(caseFiles.id, handoverCases.caseId))
    .where(eq(handoverCases.handoverId, handoverId));
  return row ?? null;
}
