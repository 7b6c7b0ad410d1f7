/** The yearly report of an organisation: its figures, and what people write with them. */
import { and, asc, eq } from "drizzle-orm";
import { db, environment, people, reportTexts, type Transaction } from "#db";
import { hasRight } from "#app/domain/rights.ts";
import {
  reportSections,
  type ReportPage,
  type ReportPart,
  type ReportSection,
  type ReportText,
  type ReportTextInput,
} from "#app/schemas/report.ts";
import type { Access } from "./access.server.ts";
import { getAccount } from "./account-figures.server.ts";
import { notFound } from "./http.server.ts";
import { refuseStale } from "./stale-version.server.ts";

export async function getReport(
  access: Access<"figures.read">,
  yearText: string,
): Promise<ReportPage> {
  const year = yearIn(yearText);
  return {
    year,
    isOver: year < thisYear(),
    account: await getAccount(access, { van: `${year}-01-01`, tot: `${year}-12-31` }),
    texts: await textsOf(access, year),
    mayEdit: hasRight(access.roles, "report.edit"),
  };
}

const firstYear = 2000;

/** Not there: what is no year, and a year that is still to come. */
export function yearIn(text: string): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return year >= firstYear && year <= thisYear() ? year : notFound();
}

function thisYear(): number {
  return new Date(environment.now()).getUTCFullYear();
}

async function textsOf(access: Access, year: number): Promise<ReportText[]> {
  const rows = await db.read
    .select({ row: reportTexts, by: people.name })
    .from(reportTexts)
    .innerJoin(people, eq(people.id, reportTexts.updatedBy))
    .where(and(eq(reportTexts.organisationId, access.organisation.id), eq(reportTexts.year, year)))
    .orderBy(asc(reportTexts.section));
  return reportSections.map((section) => {
    const found = rows.find(({ row }) => row.section === section);
    if (!found) return { section, text: "", version: 0, written: null };
    const { text, version, updatedAt } = found.row;
    return { section, text, version, written: { by: found.by, at: updatedAt } };
  });
}

/** Where a text of the report stands, as its address names it. */
type Place = { year: string; section: string };

export async function getReportPart(
  access: Access<"figures.read">,
  place: Place,
): Promise<ReportPart> {
  const section = sectionIn(place.section);
  const { year, texts, account } = await getReport(access, place.year);
  const text = texts.find((one) => one.section === section) ?? notFound();
  const figure = account.figures.find(({ key }) => key === section) ?? null;
  const { from: van, until: tot } = account.period;
  return { year, text, figure, filters: { van, tot } };
}

function sectionIn(name: string): ReportSection {
  return reportSections.find((section) => section === name) ?? notFound();
}

export async function saveReportText(
  access: Access<"report.edit">,
  asked: Place,
  { text, version, formKey }: ReportTextInput & { formKey?: string | undefined },
): Promise<void> {
  const organisationId = access.organisation.id;
  const year = yearIn(asked.year);
  const section = sectionIn(asked.section);
  const place = and(
    eq(reportTexts.organisationId, organisationId),
    eq(reportTexts.year, year),
    eq(reportTexts.section, section),
  );
  const save = async (tx: Transaction) => {
    const [stored] = await tx.select().from(reportTexts).where(place);
    if ((stored?.version ?? 0) !== version) {
      refuseStale({ theirs: { text: stored?.text ?? "" }, yours: { text } });
    }
    const written = { text, updatedBy: access.person.id, updatedAt: environment.now() };
    if (stored) {
      await tx
        .update(reportTexts)
        .set({ ...written, version: version + 1 })
        .where(place);
    } else {
      await tx.insert(reportTexts).values({ organisationId, year, section, ...written });
    }
    await tx.record({
      kind: "report.saved",
      subject: { type: "organisation", id: organisationId },
      details: { year, section },
      content: { text },
    });
  };
  await db.write(access.actor, save, { formKey });
}
