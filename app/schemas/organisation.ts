import * as z from "zod";
import { text, version } from "./fields.ts";

/** How an organisation is named in TOOI, the government's own list (identifier.overheid.nl). */
const tooiPattern =
  /^https:\/\/identifier\.overheid\.nl\/tooi\/id\/[a-z_]{2,30}\/[a-z]{2,8}\d{2,8}$/;

const organisationFields = {
  name: text(200),
  tooiUri: z
    .string()
    .trim()
    .max(200)
    .default("")
    .transform((typed) => typed.replace(/^http:/, "https:").replace(/\/$/, ""))
    .refine((uri) => uri === "" || tooiPattern.test(uri), "tooi")
    .transform((uri) => (uri === "" ? null : uri)),
};

export const newOrganisationSchema = z.object(organisationFields);
export const organisationSchema = z.object({ version: version(), ...organisationFields });
export const switchOrganisationSchema = z.object({ organisationId: z.string().max(64) });

export type NewOrganisationInput = z.output<typeof newOrganisationSchema>;
export type OrganisationInput = z.output<typeof organisationSchema>;
