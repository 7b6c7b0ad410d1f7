import type { FormResult } from "#app/schemas/form-result.ts";
import { Alert } from "../alert.tsx";
import { useErrorText } from "../form/index.ts";

/** Why a move was refused, also when the form it came from is gone because somebody was first. */
export function RefusedMove({ result }: { result: FormResult | undefined }) {
  const errorText = useErrorText();
  const [code] = Object.values(result?.errors ?? {}).flat();
  if (code === undefined) return null;
  return <Alert kind="error" role="alert" title={errorText(code)} />;
}
