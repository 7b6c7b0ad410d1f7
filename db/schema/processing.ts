import { processingActivities, processingStatuses } from "../../app/domain/processing.ts";
import { allowed, id, index, moment, oneOf, table, words } from "../columns.ts";

/**
 * Whose data was processed and for which purpose (Logboek Dataverwerkingen). Without the person who
 * did it: that is in the audit log, whose events name the record.
 */
export const processingRecords = table(
  "processing_records",
  {
    /** The operation (span). */
    id: id().primaryKey(),
    traceId: words().notNull(),
    parentId: id(),
    organisationId: id(),
    activity: oneOf(processingActivities).notNull(),
    /** What was done, as the kind of the audit event. */
    operation: words().notNull(),
    /** Pseudonym of the case whose people it is about. */
    subject: words(),
    status: oneOf(processingStatuses).notNull(),
    startedAt: moment().notNull(),
    endedAt: moment().notNull(),
  },
  (t) => [
    index("processing_records_organisation").on(t.organisationId, t.startedAt, t.id),
    index("processing_records_activity").on(t.organisationId, t.activity, t.startedAt, t.id),
    index("processing_records_subject").on(t.subject, t.startedAt),
    allowed("processing_records_activity", t.activity, processingActivities),
    allowed("processing_records_status", t.status, processingStatuses),
  ],
);
