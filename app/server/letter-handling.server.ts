import { letterTextParts } from "#app/domain/letter.ts";
import { readability } from "#app/domain/readability.ts";
import { contentOf, type LetterInput } from "#app/schemas/letter.ts";
import type { Access } from "./access.server.ts";
import type { Submission } from "./forms.server.ts";
import { redirectWithFlash } from "./http.server.ts";
import type { LetterPlace } from "./letters.server.ts";
import { saveLetter, sendLetter, startLetter } from "./letter-writing.server.ts";

/** Does what was asked of a letter. Checking keeps nothing: it gives back how the text reads, with what was typed. */
export async function handleLetter(
  access: Access<"letter.write">,
  place: LetterPlace,
  { input, values, formKey }: Submission<LetterInput>,
) {
  if (input.intent === "check") {
    return { errors: {}, values, report: readability(letterTextParts(contentOf(input))) };
  }
  const flash = await change(access, place, input, formKey);
  const { caseId, decisionId } = place;
  return redirectWithFlash(`/casussen/${caseId}/besluiten/${decisionId}/brief`, flash);
}

async function change(
  access: Access<"letter.write">,
  place: LetterPlace,
  input: LetterInput,
  formKey?: string,
): Promise<string> {
  switch (input.intent) {
    case "start":
      await startLetter(access, place, formKey);
      return "letter_started";
    case "send":
      await sendLetter(access, { ...place, ...input }, formKey);
      return "letter_sent";
    default:
      await saveLetter(access, { ...place, ...input, content: contentOf(input) }, formKey);
      return "letter_saved";
  }
}
