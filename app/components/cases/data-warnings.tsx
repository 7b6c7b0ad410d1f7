import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { stepAddress } from "#app/schemas/case-steps.ts";
import type { Warning } from "#app/schemas/case-step-view.ts";
import { Alert } from "../alert.tsx";
import { TextLink } from "../text-link.tsx";
import { useFieldName } from "./field-name.ts";

type DataWarningsProps = { caseId: string; warnings: readonly Warning[] };

/** Texts that seem to hold personal data: where, what kind, and how to write it instead. */
export function DataWarnings({ caseId, warnings }: DataWarningsProps) {
  const { t } = useTranslation(["cases", "terms"]);
  const format = useFormat();
  const fieldName = useFieldName();
  if (warnings.length === 0) return null;
  return (
    <Alert kind="warning" title={t("warnings.title")}>
      <p className="nl-paragraph">{t("warnings.text")}</p>
      <ul>
        {warnings.map(({ step, field, label, kinds }, index) => {
          const name = label === "" ? fieldName(field) : `${fieldName(field)} (${label})`;
          const found = format.list(kinds.map((kind) => t(`terms:personalDataKind.${kind}`)));
          return (
            <li key={index}>
              {t("warnings.at", { field: name, kinds: found })}.{" "}
              {kinds.map((kind) => t(`warnings.how.${kind}`)).join(" ")}{" "}
              <TextLink to={stepAddress(caseId, step)}>
                {t("warnings.edit")}
                <span className="mw-visually-hidden">: {name}</span>
              </TextLink>
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}
