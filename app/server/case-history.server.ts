import { eq } from "drizzle-orm";
import { auditEvents } from "#db";
import type { LogItem } from "#app/schemas/case-list-view.ts";
import { isAboutScoring } from "#app/domain/blind-events.ts";
import { logPlace } from "#app/schemas/audit-filters.ts";
import type { Access } from "./access.server.ts";
import { getCase } from "./case-access.server.ts";
import { logPage } from "./log-pages.server.ts";

const pageSize = 25;

/** What happened to a case, newest first; `from` is the place in an address to go on from. */
export async function getCaseHistory(
  access: Access<"case.read">,
  caseId: string,
  from: string | null,
) {
  const { id, number, title } = await getCase(access, caseId);
  const place = logPlace
    .optional()
    .catch(undefined)
    .parse(from ?? undefined);
  const page = await logPage(eq(auditEvents.caseId, caseId), place, pageSize);
  const items = page.items.map(withoutAssessor);
  return { caseFile: { id, number, title }, items, next: page.next, isFirst: !place };
}

/** Outside the session an assessor goes by the role, not by name. */
function withoutAssessor(item: LogItem): LogItem {
  return isAboutScoring(item.kind) ? { ...item, person: null } : item;
}
