import * as z from "zod";
import { languages } from "#app/domain/local-text.ts";
import { choice, text, version } from "./fields.ts";
import { currentPassword, newPassword, repeatsPassword } from "./password.ts";

const passwordRepeat = z.string().min(1, "required").max(1000);

const profile = z.object({
  intent: z.literal("profile"),
  version: version(),
  name: text(100),
  language: choice(languages),
});

const passwordChange = z
  .object({
    intent: z.literal("password"),
    password: currentPassword(),
    newPassword: newPassword(),
    passwordRepeat,
  })
  .superRefine(repeatsPassword)
  .refine(({ password, newPassword: chosen }) => password !== chosen, {
    message: "password_same",
    path: ["newPassword"],
  });

const endLogin = z.object({
  intent: z.literal("end-login"),
  login: z.string().regex(/^[0-9a-f]{64}$/, "unknown_option"),
});

const endOthers = z.object({ intent: z.literal("end-other-logins") });

export const accountSchema = z.discriminatedUnion("intent", [
  profile,
  passwordChange,
  endLogin,
  endOthers,
]);

export type AccountInput = z.output<typeof accountSchema>;
export type ProfileInput = Extract<AccountInput, { intent: "profile" }>;
export type PasswordInput = Extract<AccountInput, { intent: "password" }>;

export const passwordResetSchema = z
  .object({ newPassword: newPassword(), passwordRepeat })
  .superRefine(repeatsPassword);
