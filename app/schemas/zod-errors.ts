import * as z from "zod";

// Messages are keys of `errors:field`, so that browser and server name an error the same way. In a
// browser zod must not try to compile its checks: our policy forbids that and reports every try.
z.config({ customError: (issue) => codeOf(issue), jitless: typeof document !== "undefined" });

type RawIssue = Parameters<NonNullable<ReturnType<typeof z.config>["customError"]>>[0];

const codeByFormat: Record<string, string> = { email: "email", url: "url", date: "date" };

function codeOf(issue: RawIssue): string {
  const absent = issue.input === undefined || issue.input === "" || issue.input === null;
  switch (issue.code) {
    case "invalid_type":
      if (absent) return "required";
      return issue.expected === "number" || issue.expected === "nan" ? "number" : "invalid";
    case "invalid_value":
      return absent ? "choose" : "unknown_option";
    case "too_small":
      if (issue.origin === "string") return absent ? "required" : "too_short";
      return issue.origin === "array" ? "too_few" : "too_low";
    case "too_big":
      if (issue.origin === "string") return "too_long";
      return issue.origin === "array" ? "too_many" : "too_high";
    case "invalid_format":
      return codeByFormat[issue.format] ?? "invalid";
    default:
      return absent ? "required" : "invalid";
  }
}

/** Error codes per field name; a limit follows its code after a colon: `too_long:200`. */
export function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const name = issue.path.join(".");
    const code = withLimit(issue);
    if (!errors[name]?.includes(code)) errors[name] = [...(errors[name] ?? []), code];
  }
  return errors;
}

function withLimit(issue: z.core.$ZodIssue): string {
  if (issue.message === "required" || issue.message.includes(":")) return issue.message;
  if (issue.code === "too_small") return `${issue.message}:${issue.minimum}`;
  if (issue.code === "too_big") return `${issue.message}:${issue.maximum}`;
  return issue.message;
}
