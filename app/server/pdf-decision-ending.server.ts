/** What follows a decision: what was agreed, what the citizen heard, who took it, its versions. */
import { getTexts } from "#app/i18n/instances.ts";
import { heading, paragraphs, type DecisionPen } from "./pdf-decision-blocks.server.ts";
import type { PdfBlock } from "./pdf.server.ts";

export function agreedBlocks({ page, language, format }: DecisionPen): PdfBlock[] {
  const t = getTexts(language, "decisions");
  const items = page.conditions.map(({ text, owner, dueDate, doneAt }) =>
    doneAt === null
      ? `${text}\n${t("page.conditionDue", { owner, date: format.date(dueDate) })}`
      : `${text}\n${t("page.conditionDone", { owner, date: format.date(doneAt) })}`,
  );
  const reviews = page.reviewDates.map(({ dueDate, heldAt }) =>
    heldAt === null
      ? t("page.reviewOn", { date: format.date(dueDate) })
      : t("page.reviewHeld", { date: format.date(heldAt) }),
  );
  return [
    heading(2, t("page.conditions")),
    ...(items.length > 0
      ? [{ type: "list", items, ordered: true } as const]
      : paragraphs(t("page.noConditions"))),
    ...paragraphs(...reviews),
  ];
}

export function citizenBlocks({ page: { decision }, language, format }: DecisionPen): PdfBlock[] {
  const t = getTexts(language, "decisions");
  const { citizenTold, citizenToldAt, dignityRespected } = decision;
  return [
    heading(2, t("page.citizen")),
    ...paragraphs(
      citizenTold || t("page.notTold"),
      citizenToldAt === null ? "" : t("page.toldOn", { date: format.date(citizenToldAt) }),
      dignityRespected ? t("page.dignity") : "",
    ),
  ];
}

export function takenBlocks({ page: { taken }, language, format }: DecisionPen): PdfBlock[] {
  if (!taken) return [];
  const t = getTexts(language, "decisions");
  const terms = getTexts(language, "terms");
  const { name, event } = taken;
  const date = format.dateTime(taken.at);
  const roles = format.list(taken.roles.map((role) => terms(`role.${role}`).toLowerCase()));
  const logged = event && { sequence: event.sequence, hash: event.contentHash };
  return [
    heading(2, t("page.taken")),
    ...paragraphs(
      roles === ""
        ? t("page.takenLineNoRole", { name, date })
        : t("page.takenLine", { name, roles, date }),
      logged ? t("page.logged", logged) : "",
    ),
  ];
}

export function versionBlocks({
  page: { versions, decision },
  language,
  format,
}: DecisionPen): PdfBlock[] {
  if (versions.length < 2) return [];
  const t = getTexts(language, "decisions");
  const terms = getTexts(language, "terms");
  const items = versions.map(({ id, number, kind, status, takenAt, takenBy, versionReason }) => {
    const words = t("page.titleVersion", { kind: terms(`decisionKind.${kind}`), number });
    const own = id === decision.id ? ` (${t("page.thisVersion")})` : "";
    const taken =
      takenAt !== null && takenBy !== null
        ? t("page.versionTaken", { date: format.date(takenAt), name: takenBy })
        : "";
    const lines = [`${words}${own}, ${terms(`decisionStatus.${status}`)}`, taken, versionReason];
    return lines.filter((line) => line !== "").join("\n");
  });
  return [heading(2, t("page.versions")), { type: "list", items }];
}
