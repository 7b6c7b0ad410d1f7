import * as z from "zod";
import { isCommonPassword } from "./common-passwords.ts";
import "./zod-errors.ts";

export const shortestPassword = 12;
const longestPassword = 200;

/** A password someone chooses: long enough, and not one that everybody tries first. */
export function newPassword() {
  return z
    .string()
    .min(1, "required")
    .min(shortestPassword, `password_short:${shortestPassword}`)
    .max(longestPassword, `password_long:${longestPassword}`)
    .refine((password) => !isCommonPassword(password), "password_common");
}

/** A password to compare with the one that is kept. */
export function currentPassword() {
  return z.string().min(1, "required").max(1000);
}

/** The error for a second field that differs from the first. */
export function repeatsPassword(
  input: { newPassword: string; passwordRepeat: string },
  context: z.RefinementCtx,
): void {
  if (input.newPassword === input.passwordRepeat) return;
  context.addIssue({ code: "custom", message: "password_repeat", path: ["passwordRepeat"] });
}
