import type { ComparingPage } from "#app/schemas/comparing-page.ts";
import { comparingAddress } from "./comparing-address.ts";
import { ComparisonCard } from "./comparison-card.tsx";

/** The precedents side by side; on a narrow screen under each other. */
export function ComparisonCards({ page }: { page: ComparingPage }) {
  const { base, compared, mayAdopt } = page;
  if (!base || compared.length === 0) return null;
  const caseId = base.kind === "case" ? base.id : null;
  const ids = compared.map(({ precedent }) => precedent.id);
  const kept = base.kind === "precedent" ? [base.id] : [];
  return (
    <div className={compared.length === 1 ? undefined : "mw-compared"}>
      {compared.map((comparison) => {
        const { id } = comparison.precedent;
        const others = [...kept, ...ids.filter((other) => other !== id)];
        return (
          <ComparisonCard
            key={id}
            comparison={comparison}
            inScope={base.scope}
            without={comparingAddress(caseId, others)}
            toAdopt={
              caseId && mayAdopt && compared.length > 1
                ? `${comparingAddress(caseId, [id])}#overnemen`
                : null
            }
          />
        );
      })}
    </div>
  );
}
