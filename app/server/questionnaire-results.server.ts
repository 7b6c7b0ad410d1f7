/** What citizens answered, per scope and per moment, with what they wrote. */
import { and, asc, eq } from "drizzle-orm";
import { caseFiles, db, questionnaires, scopes } from "#db";
import type { FigureValue } from "#app/domain/account-figures.ts";
import { smallest, withoutSmallNumbers } from "#app/domain/account-hiding.ts";
import { citizensFigure } from "#app/domain/account-lists.ts";
import type { Language } from "#app/domain/local-text.ts";
import { dayText } from "#app/domain/account-period.ts";
import {
  citizenChoices,
  citizenCounts,
  questionnaireMoments,
  type QuestionnaireMoment,
} from "#app/domain/questionnaire.ts";
import "#app/i18n/all-languages.ts";
import { getTexts } from "#app/i18n/instances.ts";
import { accountFilters } from "#app/schemas/account-filters.ts";
import type {
  CitizenResult,
  CitizenResults,
  CitizenWords,
} from "#app/schemas/questionnaire-view.ts";
import type { Access } from "./access.server.ts";
import { listAccountOrganisations } from "./account-choices.server.ts";
import { accountAsked, type AccountAsked } from "./account-figures.server.ts";
import { withinDays } from "./account-lists.server.ts";
import { visibleCaseIds } from "./case-access.server.ts";
import { exportFormat, exportResponse, fileName, type ExportColumn } from "./exports.server.ts";

type Reader = Access<"figures.read">;
const mostWords = 100;

export async function getCitizenResults(access: Reader, url: string): Promise<CitizenResults> {
  const filters = accountFilters(url);
  const asked = await accountAsked(access, filters);
  const { organisation, isOwn, days } = asked;
  const links = await linksOf(asked);
  const perScope = isOwn ? inScopes(links) : [];
  return {
    ...{ organisation, isOwn, filters },
    period: { from: dayText(days.from), until: dayText(days.until) },
    organisations: await listAccountOrganisations(access),
    scopes: asked.scopes,
    // Of another organisation only both moments together: the one could be worked out from the other.
    together: isOwn ? perMoment(links) : links.length === 0 ? [] : [hidden(resultOf(links, null))],
    perScope: perScope.map(({ scope, own }) => ({ scope, results: perMoment(own) })),
    ...(isOwn ? await wordsIn(access, links) : { words: [], wordsHidden: 0 }),
  };
}

type Link = Awaited<ReturnType<typeof linksOf>>[number];

/** The links of a period, with the case of each. */
export async function linksOf({
  organisation,
  scope,
  days,
}: Pick<AccountAsked, "organisation" | "scope" | "days">) {
  return db.read
    .select({
      id: questionnaires.id,
      moment: questionnaires.moment,
      answeredAt: questionnaires.answeredAt,
      withdrawnAt: questionnaires.withdrawnAt,
      answers: questionnaires.answers,
      caseId: caseFiles.id,
      number: caseFiles.number,
      receivedAt: caseFiles.receivedAt,
      scopeId: caseFiles.scopeId,
      scope: scopes.name,
    })
    .from(questionnaires)
    .innerJoin(caseFiles, eq(caseFiles.id, questionnaires.caseId))
    .leftJoin(scopes, eq(scopes.id, caseFiles.scopeId))
    .where(
      and(
        eq(caseFiles.organisationId, organisation.id),
        scope ? eq(caseFiles.scopeId, scope.id) : undefined,
        withinDays(questionnaires.createdAt, days),
      ),
    )
    .orderBy(asc(scopes.name), asc(caseFiles.scopeId), asc(questionnaires.id));
}

function inScopes(links: Link[]) {
  const found = new Map<
    string | null,
    { scope: CitizenResults["scopes"][number] | null; own: Link[] }
  >();
  for (const link of links) {
    const scope = link.scopeId === null ? null : { id: link.scopeId, name: link.scope ?? "" };
    const known = found.get(link.scopeId);
    if (known) known.own.push(link);
    else found.set(link.scopeId, { scope, own: [link] });
  }
  return [...found.values()].filter(({ own }) => citizenCounts(own).sent > 0);
}

function perMoment(links: Link[]): CitizenResult[] {
  return questionnaireMoments.flatMap((moment) => {
    const result = resultOf(
      links.filter((link) => link.moment === moment),
      moment,
    );
    return result.sent === 0 ? [] : [result];
  });
}

function resultOf(links: Link[], moment: QuestionnaireMoment | null) {
  const { sent, answered } = citizenCounts(links);
  return { moment, sent, answered, figure: citizensFigure(links, null) };
}

function hidden({ moment, sent, answered, figure }: ReturnType<typeof resultOf>): CitizenResult {
  const kept = (count: number) => (count > 0 && count < smallest ? "hidden" : count);
  const left = kept(sent - answered);
  return {
    ...{ moment, answered: kept(answered), figure: withoutSmallNumbers(figure) },
    // With the one number and the rest the other one would be known.
    sent: left === "hidden" ? "hidden" : kept(sent),
  };
}

/** What was written, newest first; of cases that this reader may open, and named where a scope has enough answers. */
async function wordsIn(access: Reader, links: Link[]) {
  const written = links
    .filter(({ answers }) => answers && answers.words.trim() !== "")
    .sort((a, b) => (b.answeredAt ?? 0) - (a.answeredAt ?? 0) || (a.id < b.id ? 1 : -1));
  const seen = new Set(
    await visibleCaseIds(access, [...new Set(written.map((one) => one.caseId))]),
  );
  const counts = new Map<string | null, number>();
  for (const { scopeId, answers } of links) {
    if (answers) counts.set(scopeId, (counts.get(scopeId) ?? 0) + 1);
  }
  const readable = written.filter(({ caseId }) => seen.has(caseId));
  const words = readable.slice(0, mostWords).map(({ scopeId, caseId, ...link }): CitizenWords => {
    const isNamed = (counts.get(scopeId) ?? 0) >= smallest;
    const { id, moment, number, scope } = link;
    return {
      ...{ id, moment, scope, words: link.answers?.words ?? "", answeredAt: link.answeredAt ?? 0 },
      caseFile: isNamed ? { id: caseId, number } : null,
    };
  });
  return { words, wordsHidden: written.length - readable.length };
}

type Line = { scope: string; result: CitizenResult; row: CitizenResult["figure"]["rows"][number] };

/** One row per scope, moment and question. */
export async function exportCitizenResults(access: Reader, url: string): Promise<Response> {
  const results = await getCitizenResults(access, url);
  const { language } = access.person;
  const texts = getTexts(language, "questionnaires");
  const groups = [
    { scope: texts("results.all"), results: results.together },
    ...results.perScope.map((one) => ({
      scope: one.scope?.name ?? texts("results.noScope"),
      results: one.results,
    })),
  ];
  const rows = groups.flatMap(({ scope, results: own }) =>
    own.flatMap((result) => result.figure.rows.map((row): Line => ({ scope, result, row }))),
  );
  const title = texts("results.title");
  const file = { list: "citizens", name: fileName(title), title, format: exportFormat(url) };
  return exportResponse(access, { ...file, columns: columnsIn(language), rows });
}

function columnsIn(language: Language): ExportColumn<Line>[] {
  const texts = getTexts(language, "questionnaires");
  const figures = getTexts(language, "account-figures");
  const shown = (value: FigureValue | undefined) =>
    value === "hidden" ? figures("hidden") : (value ?? null);
  return [
    { label: texts("results.scope"), value: ({ scope }) => scope },
    {
      label: texts("results.momentLabel"),
      value: ({ result }) => (result.moment ? texts(`moment.${result.moment}`) : ""),
    },
    { label: texts("results.sent"), type: "number", value: ({ result }) => shown(result.sent) },
    {
      label: texts("results.answered"),
      type: "number",
      value: ({ result }) => shown(result.answered),
    },
    {
      label: texts("results.question"),
      value: ({ row }) => figures(`rows.question.${row.key as "heard"}`),
    },
    ...[...citizenChoices, "skipped" as const].map((choice, place): ExportColumn<Line> => ({
      label: texts(`choice.${choice}`),
      type: "number",
      value: ({ row }) => shown(row.values[place]),
    })),
  ];
}
