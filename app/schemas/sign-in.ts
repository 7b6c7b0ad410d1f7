import * as z from "zod";
import { identifier } from "./fields.ts";
import { currentPassword } from "./password.ts";

const target = z.string().max(500).default("");

// A wrong form of address is no error of its own: the answer is the same as for an unknown one.
const withPassword = z.object({
  intent: z.literal("sign-in"),
  email: z.string().trim().toLowerCase().min(1, "required").max(254),
  password: currentPassword(),
  naar: target,
});

const asExamplePerson = z.object({
  intent: z.literal("demo"),
  personId: identifier(),
  organisationId: identifier(),
  naar: target,
});

export const signInSchema = z.discriminatedUnion("intent", [withPassword, asExamplePerson]);

export type SignInInput = z.output<typeof signInSchema>;
