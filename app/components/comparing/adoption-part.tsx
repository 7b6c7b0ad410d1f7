import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ComparingPage } from "#app/schemas/comparing-page.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Card } from "../card.tsx";
import { AdoptionForm } from "./adoption-form.tsx";
import { AdoptionChosen } from "./adoption-original.tsx";

type AdoptionPartProps = { page: ComparingPage; result: FormResult | undefined };

/** With one precedent beside a case: what the case does with its reasons, per perspective. */
export function AdoptionPart({ page, result }: AdoptionPartProps) {
  const { t } = useTranslation("comparing");
  const { base, adoption, mayAdopt } = page;
  if (!base || !adoption) return null;
  const { perspectives } = adoption;
  const isEmpty = perspectives.length === 0;
  return (
    <Card title={<span id="overnemen">{t("adoption.title")}</span>}>
      <p>{t(isEmpty ? "adoption.noTexts" : mayAdopt ? "adoption.lead" : "adoption.readOnly")}</p>
      {perspectives.map((one) =>
        mayAdopt ? (
          <AdoptionForm
            key={one.perspective}
            {...{ caseId: base.id, adoption, one }}
            result={result?.values.perspective === one.perspective ? result : undefined}
          />
        ) : (
          <AdoptionChosen key={one.perspective} adoption={adoption} one={one} />
        ),
      )}
    </Card>
  );
}
