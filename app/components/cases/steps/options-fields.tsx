import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { Claim } from "#app/schemas/case-step-view.ts";
import { Fieldset, MoneyField, TextField } from "../../form/index.ts";
import { useFormContext } from "../../form/form-context.ts";
import { RowGroups } from "../row-groups.tsx";

type ClaimFieldsProps = { claims: readonly Claim[]; result: FormResult | undefined };

/** The amounts and rights at stake, a row each. */
export function ClaimFields({ claims, result }: ClaimFieldsProps) {
  const { t } = useTranslation("cases");
  return (
    <Fieldset legend={t("field.claims")} description={t("field.claimsHint")}>
      <RowGroups
        list="claims"
        stored={claims.length}
        result={result}
        addLabel={t("field.addClaim")}
        rowLabel={(number) => t("field.claimOf", { number })}
        removeLabel={(number) => t("field.removeClaim", { number })}
      >
        {(index) => (
          <>
            <KeptId name={`claims.${index}.id`} />
            <TextField name={`claims.${index}.label`} label={t("field.claimLabel")} />
            <MoneyField name={`claims.${index}.cents`} label={t("field.claimCents")} optional />
          </>
        )}
      </RowGroups>
    </Fieldset>
  );
}

/** Travels with its row, also when rows change places. */
function KeptId({ name }: { name: string }) {
  const id = useFormContext().valueOf(name);
  return <input type="hidden" name={name} value={typeof id === "string" ? id : ""} />;
}
