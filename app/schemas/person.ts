import * as z from "zod";
import { languages } from "#app/domain/local-text.ts";
import { roles } from "#app/domain/rights.ts";
import { choice, email, listOf, text, version } from "./fields.ts";

const rolesHere = {
  roles: listOf(z.enum(roles, "unknown_option")).pipe(
    z.array(z.enum(roles)).min(1, "role_required"),
  ),
  /** The perspective an assessor usually scores from; left out for others. */
  perspective: z.string().trim().max(60).default(""),
};

export const newPersonSchema = z.object({
  name: text(100),
  email: email(),
  language: choice(languages),
  ...rolesHere,
});

export const personSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("identity"),
    version: version(),
    name: text(100),
    email: email(),
    language: choice(languages),
  }),
  z.object({ intent: z.literal("roles"), version: version(), ...rolesHere }),
  z.object({ intent: z.literal("leave"), version: version() }),
  z.object({ intent: z.literal("deactivate"), version: version() }),
  z.object({ intent: z.literal("activate"), version: version() }),
  z.object({ intent: z.literal("password-link") }),
]);

export const peopleSearchSchema = z.object({ name: z.string().trim().max(100).default("") });

export type NewPersonInput = z.output<typeof newPersonSchema>;
export type PersonInput = z.output<typeof personSchema>;
export type IdentityInput = Extract<PersonInput, { intent: "identity" }>;
export type RolesInput = Pick<NewPersonInput, "roles" | "perspective">;
