import { formatEuro } from "#app/domain/money.ts";
import type { FieldProps } from "./field-frame.tsx";
import { asText } from "./form-context.ts";
import { TextField } from "./text-field.tsx";

/** An amount in euros; a number in the values is in cents. */
export function MoneyField(props: FieldProps) {
  return (
    <TextField
      {...props}
      inputMode="decimal"
      autoComplete="off"
      width="medium"
      prefix="€"
      toText={amountText}
    />
  );
}

// Typed and read in Dutch notation in both languages: a point would be taken for thousands.
function amountText(value: unknown): string {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) return asText(value);
  return formatEuro(value, "nl").replace(/[€\s\u00a0]/g, "");
}
