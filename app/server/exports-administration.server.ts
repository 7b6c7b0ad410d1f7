/** The lists of the administration as files. */
import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { formatFor } from "#app/i18n/format.ts";
import { getTexts } from "#app/i18n/instances.ts";
import "#app/i18n/all-languages.ts";
import type { ListedFact, ShownCount } from "#app/schemas/fact-view.ts";
import type { Access } from "./access.server.ts";
import { exportFormat, exportResponse, fileName, type ExportFile } from "./exports.server.ts";
import { listFacts } from "./facts.server.ts";
import { listOrganisations } from "./organisations.server.ts";
import { listPeople, type PersonRow } from "./people.server.ts";
import { listPerspectiveChoices } from "./perspective-choices.server.ts";
import { listQuestionSets } from "./question-sets.server.ts";
import { listScopes } from "./scopes.server.ts";

type Reader = Access<"administration.read">;

function exported<Row>(
  access: Access,
  url: string,
  file: Pick<ExportFile<Row>, "list" | "title" | "columns" | "rows">,
): Promise<Response> {
  return exportResponse(access, { ...file, name: fileName(file.title), format: exportFormat(url) });
}

function wordsFor({ person: { language } }: Access) {
  return {
    t: getTexts(language, "administration"),
    terms: getTexts(language, "terms"),
    format: formatFor(language),
    inOwn: (text: LocalText) => textIn(text, language),
  };
}

export async function exportPeople(access: Reader, url: string): Promise<Response> {
  const { t, terms, format, inOwn } = wordsFor(access);
  const perspectives = await listPerspectiveChoices(access);
  const roleWords = ({ role, perspective }: PersonRow["roles"][number]) => {
    const found = perspectives.find(({ key }) => key === perspective);
    const words = terms(`role.${role}`);
    if (!found) return words;
    return t("person.roleWithPerspective", { role: words, perspective: inOwn(found.name) });
  };
  return exported(access, url, {
    list: "people",
    title: t("person.title"),
    columns: [
      { label: t("person.name"), value: ({ name }) => name },
      { label: t("person.roles"), value: ({ roles }) => format.list(roles.map(roleWords)) },
      { label: t("person.status"), value: ({ active }) => t(active ? "active" : "inactive") },
    ],
    rows: eachPerson(access),
  });
}

async function* eachPerson(access: Reader) {
  for (let after: string | null = null; ;) {
    const page: Awaited<ReturnType<typeof listPeople>> = await listPeople(access, after);
    yield page.people;
    if (page.next === null) return;
    after = page.next;
  }
}

export async function exportFacts(access: Reader, url: string): Promise<Response> {
  const { t, terms, inOwn } = wordsFor(access);
  const search = (new URL(url).searchParams.get("zoek") ?? "").slice(0, 100);
  const shown = terms as unknown as (key: string) => string;
  const total = (count: ShownCount) => (count === "few" ? t("fact.few") : count);
  const own = getTexts(access.person.language, "exports");
  return exported<ListedFact>(access, url, {
    list: "facts",
    title: t("fact.title"),
    columns: [
      { label: t("fact.label"), value: ({ label }) => inOwn(label) },
      { label: t("scope.description"), value: ({ definition }) => inOwn(definition) },
      { label: own("example"), value: ({ example }) => inOwn(example) },
      { label: own("synonyms"), value: ({ synonyms }) => synonyms.join(", ") },
      { label: own("perspective"), value: (fact) => shown(`perspective.${fact.perspective}`) },
      { label: own("direction"), value: ({ direction }) => terms(`factKind.${direction}`) },
      { label: t("fact.usageCases"), type: "number", value: (fact) => total(fact.usage.cases) },
      {
        label: t("fact.usagePrecedents"),
        type: "number",
        value: (fact) => total(fact.usage.precedents),
      },
      { label: t("fact.endedTitle"), type: "day", value: ({ ended }) => ended?.at ?? null },
      { label: t("fact.endedWhy"), value: ({ ended }) => ended?.reason ?? null },
    ],
    rows: await listFacts(access, search),
  });
}

export async function exportScopes(access: Reader, url: string): Promise<Response> {
  const { t } = wordsFor(access);
  return exported(access, url, {
    list: "scopes",
    title: t("scope.title"),
    columns: [
      { label: t("scope.name"), value: ({ name }) => name },
      { label: t("scope.description"), value: ({ description }) => description },
      { label: t("scope.lawReferences"), value: ({ lawReferences }) => lawReferences.join(", ") },
      { label: t("questionSet.status"), value: ({ active }) => t(active ? "active" : "inactive") },
    ],
    rows: eachScope(access),
  });
}

async function* eachScope(access: Reader) {
  for (let after: string | null = null; ;) {
    const page: Awaited<ReturnType<typeof listScopes>> = await listScopes(access, after);
    yield page.scopes;
    if (page.next === null) return;
    after = page.next;
  }
}

export async function exportQuestionSets(access: Reader, url: string): Promise<Response> {
  const { t, terms, format, inOwn } = wordsFor(access);
  return exported(access, url, {
    list: "question_sets",
    title: t("questionSet.title"),
    columns: [
      { label: t("questionSet.name"), value: ({ name }) => inOwn(name) },
      {
        label: getTexts(access.person.language, "exports")("version"),
        type: "number",
        value: ({ number }) => number,
      },
      {
        label: t("questionSet.perspectives"),
        value: ({ perspectives }) => format.list(perspectives.map(inOwn)),
      },
      {
        label: t("questionSet.owner"),
        value: ({ isShipped }) => t(isShipped ? "questionSet.shipped" : "questionSet.own"),
      },
      { label: t("questionSet.used"), value: ({ isUsed }) => terms(isUsed ? "yes" : "no") },
      {
        label: t("questionSet.status"),
        value: ({ status }) => terms(`questionSetStatus.${status}`),
      },
    ],
    rows: await listQuestionSets(access),
  });
}

export async function exportOrganisations(
  access: Access<"organisation.manage">,
  url: string,
): Promise<Response> {
  const { t } = wordsFor(access);
  return exported(access, url, {
    list: "organisations",
    title: t("organisation.title"),
    columns: [
      { label: t("organisation.name"), value: ({ name }) => name },
      { label: t("organisation.tooiUri"), value: ({ tooiUri }) => tooiUri },
      { label: t("organisation.since"), type: "day", value: ({ createdAt }) => createdAt },
    ],
    rows: await listOrganisations(access),
  });
}
