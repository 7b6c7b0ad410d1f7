/** The error of the driver, under the ones that others wrapped around it. */
export function rootCause(error: unknown): { code?: string; message: string } {
  let found = error;
  while (found instanceof Error && found.cause instanceof Error) found = found.cause;
  if (!(found instanceof Error)) return { message: String(found) };
  const { code } = found as { code?: unknown };
  return typeof code === "string" ? { code, message: found.message } : { message: found.message };
}
