import * as z from "zod";
import { checkbox, email, text } from "./fields.ts";
import { newPassword, repeatsPassword } from "./password.ts";

export const setUpSchema = z
  .object({
    code: text(100),
    organisation: text(200),
    name: text(100),
    email: email(),
    newPassword: newPassword(),
    passwordRepeat: z.string().min(1, "required").max(1000),
    exampleData: checkbox(),
  })
  .superRefine(repeatsPassword);
