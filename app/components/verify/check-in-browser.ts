import { checkDecisionFile } from "#app/schemas/decision-file.ts";
import {
  decisionFileUpload,
  trustedIn,
  type VerifiedUpload,
} from "#app/schemas/decision-file-upload.ts";
import { fieldErrors } from "#app/schemas/zod-errors.ts";

/** Checks the file of the form, where it is: as the server does for a browser without JavaScript. */
export async function checkInBrowser(form: FormData): Promise<VerifiedUpload> {
  const fields = Object.fromEntries(form);
  const values = Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => {
      return typeof entry[1] === "string";
    }),
  );
  const parsed = decisionFileUpload.safeParse(fields);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  const { file } = parsed.data;
  const checks = checkDecisionFile(
    new Uint8Array(await file.arrayBuffer()),
    trustedIn(parsed.data),
  );
  return { errors: {}, values, checked: { file: file.name, checks } };
}
