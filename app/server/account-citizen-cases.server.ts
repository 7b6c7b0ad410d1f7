/** The cases behind a number of what citizens answered. */
import { smallest } from "#app/domain/account-hiding.ts";
import type { Days } from "#app/domain/account-period.ts";
import { citizenChoices, citizenQuestions } from "#app/domain/questionnaire.ts";
import type { AccountCell } from "#app/schemas/account-address.ts";
import type { Access } from "./access.server.ts";
import type { AccountAsked } from "./account-figures.server.ts";
import { visibleCaseIds } from "./case-access.server.ts";
import { notFound } from "./http.server.ts";
import { linksOf } from "./questionnaire-results.server.ts";

type Asked = { asked: AccountAsked; of: AccountCell; days: Days };

/**
 * The cases of which a citizen gave this answer, the last received first: those this reader may open. As with what
 * citizens wrote, no case is named where its scope has few answers.
 */
export async function citizenCases(
  access: Access<"figures.read">,
  { asked, of, days }: Asked,
): Promise<{ ids: string[]; hidden: number; few: number }> {
  const links = await linksOf({ ...asked, days });
  const answered = new Map<string | null, number>();
  for (const { scopeId, answers } of links) {
    if (answers) answered.set(scopeId, (answered.get(scopeId) ?? 0) + 1);
  }
  const counts = counting(of);
  const cases = new Map(links.filter(counts).map((link) => [link.caseId, link]));
  const found = [...cases.values()].sort(
    (a, b) => b.receivedAt - a.receivedAt || (a.caseId < b.caseId ? 1 : -1),
  );
  const named = found.filter(({ scopeId }) => (answered.get(scopeId) ?? 0) >= smallest);
  const ids = named.map(({ caseId }) => caseId);
  const seen = new Set(await visibleCaseIds(access, ids));
  return {
    ids: ids.filter((id) => seen.has(id)),
    hidden: ids.length - seen.size,
    few: found.length - named.length,
  };
}

type Link = Awaited<ReturnType<typeof linksOf>>[number];

/** Which answers a number counts. */
function counting({ row, column, moment, noScope }: AccountCell): (link: Link) => boolean {
  const question = citizenQuestions.find((one) => one === row) ?? notFound();
  const choice = [...citizenChoices, "skipped"].find((one) => one === column) ?? notFound();
  return (link) =>
    link.answeredAt !== null &&
    link.answers !== null &&
    (link.answers[question] ?? "skipped") === choice &&
    (moment === undefined || link.moment === moment) &&
    (!noScope || link.scopeId === null);
}
