/** Who came to the wrong door: where they should have been, and how they got there. */
import "#app/i18n/all-languages.ts";
import { and, count, desc, eq, isNull, lt, lte, or, sql, type SQL } from "drizzle-orm";
import { caseFiles, db, environment, people, signals, wrongDoors } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { getTexts } from "#app/i18n/instances.ts";
import { withParameters } from "#app/schemas/case-filters.ts";
import {
  wrongDoorFilters,
  type WrongDoorFilters,
  type WrongDoorInput,
  type WrongDoorItem,
} from "#app/schemas/wrong-door.ts";
import { hasRight, type Right } from "#app/domain/rights.ts";
import type { Access } from "./access.server.ts";
import { withinPeriod } from "./account-lists.server.ts";
import { caseIdOf } from "./audit-log.server.ts";
import { findCase, visibleCases } from "./case-access.server.ts";
import { exportFormat, exportResponse, fileName, type ExportColumn } from "./exports.server.ts";

type Recorder = Access<"wrong-door.record">;
const pageSize = 25;

export async function recordWrongDoor(
  access: Recorder,
  { caseNumber, ...input }: WrongDoorInput,
  formKey?: string,
): Promise<string> {
  const caseId = caseNumber === "" ? null : await caseNumbered(access, caseNumber);
  return db.write(
    access.actor,
    async (tx) => {
      const row = {
        id: environment.newId(),
        organisationId: access.organisation.id,
        ...{ ...input, caseId },
        recordedBy: access.person.id,
        at: environment.now(),
      };
      await tx.insert(wrongDoors).values(row);
      await tx.record({
        kind: "wrong-door.recorded",
        subject: { type: "wrong-door", id: row.id },
        caseId,
        content: row,
      });
      return row.id;
    },
    { formKey },
  );
}

async function caseNumbered(access: Recorder, number: string): Promise<string> {
  const caseId = await caseIdOf(access, number);
  const caseFile = caseId && (await findCase(access, caseId));
  if (!caseFile) throw new DomainError("unknown_case", { field: "caseNumber" });
  return caseFile.id;
}

/** Newest first; a note about a case is there for who may see that case. */
export async function listWrongDoors(access: Recorder, url: string) {
  const filters = wrongDoorFilters(url);
  const found = await findWrongDoors(access, { filters, most: pageSize + 1 });
  const last = found[pageSize - 1];
  const { van, tot, gebied } = filters;
  const isNarrow = [van, tot, gebied].some((value) => value !== undefined);
  return {
    items: found.slice(0, pageSize),
    next:
      found.length > pageSize && last ? withParameters(url, { na: `${last.at}.${last.id}` }) : null,
    narrowed: isNarrow
      ? { van: van ?? null, tot: tot ?? null, hidden: await countHidden(access, filters) }
      : null,
  };
}

/** How many more notes the figures count than this person sees; only who may see the figures is told. */
async function countHidden(access: Recorder, filters: WrongDoorFilters): Promise<number> {
  if (!hasRight(access.roles, "figures.read")) return 0;
  const counted = (condition: SQL | undefined) =>
    db.read
      .select({ notes: count().mapWith(Number) })
      .from(wrongDoors)
      .leftJoin(caseFiles, eq(caseFiles.id, wrongDoors.caseId))
      .where(and(condition, narrow(filters)));
  const [all] = await counted(eq(wrongDoors.organisationId, access.organisation.id));
  const [seen] = await counted(own(access));
  return (all?.notes ?? 0) - (seen?.notes ?? 0);
}

function narrow({ gebied, ...period }: WrongDoorFilters) {
  return and(
    withinPeriod(wrongDoors.at, period),
    gebied === undefined ? undefined : eq(caseFiles.scopeId, gebied),
  );
}

/** One note, for a signal that is made of it; null when it is not there or about a case out of sight. */
export async function findWrongDoor(
  access: Access<Right>,
  id: string,
): Promise<WrongDoorItem | null> {
  const [row] = await shown().where(and(own(access), eq(wrongDoors.id, id)));
  return row ?? null;
}

type Asked = { filters: WrongDoorFilters; most: number };

function findWrongDoors(access: Recorder, { filters, most }: Asked): Promise<WrongDoorItem[]> {
  const { na: after } = filters;
  return shown()
    .where(
      and(
        own(access),
        narrow(filters),
        after && lte(wrongDoors.at, after.at),
        after && or(lt(wrongDoors.at, after.at), lt(wrongDoors.id, after.id)),
      ),
    )
    .orderBy(desc(wrongDoors.at), desc(wrongDoors.id))
    .limit(most);
}

function shown() {
  return db.read
    .select({
      id: wrongDoors.id,
      question: wrongDoors.question,
      rightDoor: wrongDoors.rightDoor,
      helpedHow: wrongDoors.helpedHow,
      recordedBy: people.name,
      at: wrongDoors.at,
      caseFile: { id: caseFiles.id, number: caseFiles.number },
      signal: { id: signals.id, number: signals.number },
    })
    .from(wrongDoors)
    .innerJoin(people, eq(people.id, wrongDoors.recordedBy))
    .leftJoin(caseFiles, eq(caseFiles.id, wrongDoors.caseId))
    .leftJoin(
      signals,
      and(
        eq(signals.organisationId, wrongDoors.organisationId),
        eq(signals.clusterKey, sql`${doorKey("")} || ${wrongDoors.id}`),
      ),
    );
}

/** What a signal was raised from when that was a note: of each, one signal only. */
export function doorKey(id: string): string {
  return `door.${id}`;
}

function own(access: Access<Right>) {
  return and(
    eq(wrongDoors.organisationId, access.organisation.id),
    or(isNull(wrongDoors.caseId), visibleCases(access)),
  );
}

export async function exportWrongDoors(access: Recorder, url: string): Promise<Response> {
  const title = getTexts(access.person.language, "handovers")("wrongDoor.title");
  return exportResponse(access, {
    ...{ list: "wrong-doors", name: fileName(title), title },
    columns: columnsFor(access),
    rows: eachWrongDoor(access, wrongDoorFilters(url)),
    format: exportFormat(url),
  });
}

async function* eachWrongDoor(access: Recorder, asked: WrongDoorFilters) {
  const most = 500;
  let na: WrongDoorFilters["na"];
  for (;;) {
    const batch = await findWrongDoors(access, { filters: { ...asked, na }, most });
    if (batch.length > 0) yield batch;
    const last = batch.at(-1);
    if (batch.length < most || !last) return;
    na = { at: last.at, id: last.id };
  }
}

function columnsFor({ person }: Access): ExportColumn<WrongDoorItem>[] {
  const t = getTexts(person.language, "handovers");
  return [
    { label: t("wrongDoor.at"), type: "moment", value: ({ at }) => at },
    { label: t("wrongDoor.question"), value: ({ question }) => question },
    { label: t("wrongDoor.rightDoor"), value: ({ rightDoor }) => rightDoor },
    { label: t("wrongDoor.helpedHow"), value: ({ helpedHow }) => helpedHow },
    { label: t("wrongDoor.case"), value: ({ caseFile }) => caseFile?.number ?? null },
    { label: t("wrongDoor.recordedBy"), value: ({ recordedBy }) => recordedBy },
    { label: t("wrongDoor.signalNumber"), value: ({ signal }) => signal?.number ?? null },
  ];
}
