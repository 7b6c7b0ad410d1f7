import { environment } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { checkDecisionFile } from "#app/schemas/decision-file.ts";
import {
  trustedIn,
  type CheckedFile,
  type DecisionFileUpload,
} from "#app/schemas/decision-file-upload.ts";
import { dossierJsonSchema } from "#app/schemas/dossier.ts";

const minute = 60_000;
/** Checking takes a while, and anybody may ask for it. */
const mostPerMinute = 20;
let lately: number[] = [];

/**
 * Checks a file in memory, for a browser that cannot. Nothing of it is kept.
 *
 * @throws DomainError `too_many_attempts`.
 */
export async function checkUpload(input: DecisionFileUpload): Promise<CheckedFile> {
  const now = environment.now();
  lately = lately.filter((moment) => moment > now - minute && moment <= now);
  if (lately.length >= mostPerMinute) throw new DomainError("too_many_attempts");
  lately.push(now);
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  return { file: input.file.name, checks: checkDecisionFile(bytes, trustedIn(input)) };
}

/** The form of `dossier.json`, for anybody. */
export function publishedSchema(): Response {
  return new Response(dossierJsonSchema(), {
    headers: {
      "Content-Type": "application/schema+json; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    },
  });
}
