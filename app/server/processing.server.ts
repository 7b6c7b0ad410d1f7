import {
  and,
  desc,
  eq,
  gte,
  inArray,
  isNull,
  like,
  lt,
  lte,
  notInArray,
  or,
  not,
  sql,
} from "drizzle-orm";
import { agendaItems, db, processingRecords, pseudonym, sessions } from "#db";
import { scoringKinds } from "#app/domain/blind-events.ts";
import { dayInMs } from "#app/domain/day.ts";
import type { ProcessingFilters, ProcessingItem } from "#app/schemas/processing.ts";
import type { Access } from "./access.server.ts";
import { caseIdOf } from "./audit-log.server.ts";
import { download } from "./exports-download.server.ts";
import { fileName, recordedRows } from "./exports.server.ts";
import { settings } from "./settings.server.ts";

type Officer = Access<"processing.read">;
const pageSize = 50;

/** Whose data was processed for which purpose, newest first; never by whom. */
export async function getProcessing(access: Officer, filters: ProcessingFilters) {
  const found = await findRecords(access, filters, pageSize + 1);
  const items = found.slice(0, pageSize);
  const last = items.at(-1);
  return { items, next: found.length > pageSize && last ? `${last.startedAt}.${last.id}` : null };
}

/** Every record that fits, as lines of JSON in the form of the standard Logboek Dataverwerkingen. */
export async function exportProcessing(
  access: Officer,
  filters: ProcessingFilters,
): Promise<Response> {
  const made = { list: "processing", format: "jsonl" };
  const batches = await recordedRows(access, made, allRecords(access, filters));
  return download({ name: fileName("verwerkingen"), type: "jsonl", parts: lines(batches) });
}

async function* lines(batches: AsyncIterable<readonly ProcessingItem[]>) {
  for await (const batch of batches) {
    yield batch.map((record) => `${JSON.stringify(logLine(record))}\n`).join("");
  }
}

async function* allRecords(access: Officer, filters: ProcessingFilters) {
  const size = 1_000;
  let na = filters.na;
  for (;;) {
    const batch = await findRecords(access, { ...filters, na }, size);
    if (batch.length > 0) yield batch;
    const last = batch.at(-1);
    if (batch.length < size || !last) return;
    na = { at: last.startedAt, id: last.id };
  }
}

const statusCodes = {
  unset: "STATUS_CODE_UNSET",
  ok: "STATUS_CODE_OK",
  error: "STATUS_CODE_ERROR",
} as const;

/**
 * A record as the standard has it: a trace of 16 bytes and a span of 8, in hex, times in milliseconds. The
 * span is the part of the id that is chance.
 */
function logLine(record: ProcessingItem) {
  const { origin } = settings();
  const purpose = `${origin}/audit/verwerkingen?doel=${record.activity}`;
  return {
    trace_id: hexOf(record.traceId),
    span_id: spanOf(record.id),
    ...(record.parentId === null ? {} : { parent_span_id: spanOf(record.parentId) }),
    name: record.operation,
    status_code: statusCodes[record.status],
    start_time: record.startedAt,
    end_time: record.endedAt,
    resource: { attributes: [{ key: "service.name", value: "maatwerkplaats" }] },
    attributes: [
      { key: "dpl.core.processing_activity_id", value: purpose },
      ...(record.subject === null
        ? []
        : [
            { key: "dpl.core.data_subject_id", value: record.subject },
            { key: "dpl.core.data_subject_id_type", value: `${origin}/audit/verwerkingen` },
          ]),
    ],
  };
}

function hexOf(id: string): string {
  return id.replaceAll("-", "");
}

function spanOf(id: string): string {
  return hexOf(id).slice(-16);
}

async function findRecords(
  access: Officer,
  filters: ProcessingFilters,
  count: number,
): Promise<ProcessingItem[]> {
  const { doel, van, tot, na } = filters;
  const subject = await subjectIn(access, filters);
  if (subject === null) return [];
  return db.read
    .select(columns)
    .from(processingRecords)
    .where(
      and(
        subject === undefined
          ? eq(processingRecords.organisationId, access.organisation.id)
          : // Not as the bare column: its index would lead, through all that is in it.
            sql`coalesce(${processingRecords.organisationId}, '') = ${access.organisation.id}`,
        doel === undefined ? undefined : eq(processingRecords.activity, doel),
        subject === undefined ? undefined : eq(processingRecords.subject, subject),
        van === undefined ? undefined : gte(processingRecords.startedAt, van),
        tot === undefined ? undefined : lt(processingRecords.startedAt, tot + dayInMs),
        na && lte(processingRecords.startedAt, na.at),
        na && or(lt(processingRecords.startedAt, na.at), lt(processingRecords.id, na.id)),
        await revealed(access),
      ),
    )
    .orderBy(desc(processingRecords.startedAt), desc(processingRecords.id))
    .limit(count);
}

const columns = {
  id: processingRecords.id,
  traceId: processingRecords.traceId,
  parentId: processingRecords.parentId,
  activity: processingRecords.activity,
  operation: processingRecords.operation,
  subject: processingRecords.subject,
  status: processingRecords.status,
  startedAt: processingRecords.startedAt,
  endedAt: processingRecords.endedAt,
};

/** The pseudonym that is asked for, as it is or by the number of a case; null for a case that is not there. */
async function subjectIn(access: Officer, { casus, betrokkene }: ProcessingFilters) {
  if (casus === undefined) return betrokkene;
  const caseId = await caseIdOf(access, casus);
  return caseId === null ? null : pseudonym(caseId);
}

/** Each answer is a record of its own: those of cases that are scored now would tell who is busy. */
async function revealed(access: Officer) {
  const rows = await db.read
    .selectDistinct({ caseId: agendaItems.caseId })
    .from(sessions)
    .innerJoin(agendaItems, eq(agendaItems.sessionId, sessions.id))
    .where(
      and(
        eq(sessions.organisationId, access.organisation.id),
        inArray(sessions.status, ["planned", "open"]),
        eq(agendaItems.phase, "scoring"),
      ),
    );
  if (rows.length === 0) return undefined;
  const aboutScoring = or(...scoringKinds.map((kind) => like(processingRecords.operation, kind)));
  const subjects = rows.map(({ caseId }) => pseudonym(caseId));
  return or(
    aboutScoring && not(aboutScoring),
    isNull(processingRecords.subject),
    notInArray(processingRecords.subject, subjects),
  );
}
