import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CasePage } from "#app/schemas/case-view.ts";
import type { ComparableOfCase } from "#app/schemas/comparing-page.ts";
import { Card } from "../card.tsx";
import { LinkButton } from "../link-button.tsx";
import { TextLink } from "../text-link.tsx";
import { ComparableList } from "./comparable-list.tsx";
import { comparingAddress } from "./comparing-address.ts";
import { CoveringRules } from "./covering-rules.tsx";
import { NothingComparable } from "./nothing-comparable.tsx";

/** What earlier decisions are most like this case, and which of them it uses. */
export function ComparableOnCase({ page }: { page: CasePage }) {
  const { t } = useTranslation("comparing");
  const { caseFile, comparable, may } = page;
  if (!comparable) return null;
  const { near, nothing, adopted, rules } = comparable;
  const ids = near.map(({ precedent }) => precedent.id);
  return (
    <Card
      title={t("now.title")}
      footer={
        <LinkButton to={comparingAddress(caseFile.id, ids)}>
          {t(near.length > 0 ? "now.compare" : "ofCase.search")}
        </LinkButton>
      }
    >
      <CoveringRules rules={rules} caseId={caseFile.id} />
      {nothing ? (
        <NothingComparable why={nothing} editable={may.edit ? caseFile.id : undefined} />
      ) : (
        <ComparableList near={near} caseId={caseFile.id} wide />
      )}
      <Adopted adopted={adopted} caseId={caseFile.id} />
    </Card>
  );
}

function Adopted({ adopted, caseId }: Pick<ComparableOfCase, "adopted"> & { caseId: string }) {
  const { t } = useTranslation("comparing");
  if (adopted.length === 0) return null;
  return (
    <div>
      <h3 className="nl-heading nl-heading--level-4">{t("ofCase.adopted")}</h3>
      <ul>
        {adopted.map(({ precedentId, number, organisation, visible }) => (
          <li key={precedentId}>
            <TextLink to={comparingAddress(caseId, visible ? [precedentId] : [])}>
              {t("ofCase.adoptedFrom", { number, organisation })}
            </TextLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
