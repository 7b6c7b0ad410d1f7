import type { PrecedentInput } from "#app/schemas/precedent.ts";
import type { Access } from "./access.server.ts";
import { savePrecedent } from "./precedent-editing.server.ts";
import {
  endPrecedent,
  keepPrecedent,
  managePrecedent,
  reviewPrecedent,
} from "./precedent-managing.server.ts";
import { publishPrecedent, sendBackPrecedent } from "./precedent-publishing.server.ts";

type Handled = { flash: string; stays: boolean };

/** Does what was asked of a precedent; tells the message, and whether the editor stays open. */
export async function handlePrecedent(
  access: Access<"precedent.edit">,
  precedentId: string,
  input: PrecedentInput,
  formKey?: string,
): Promise<Handled> {
  switch (input.intent) {
    case "save":
    case "offer": {
      const { intent, ...story } = input;
      const offer = intent === "offer";
      await savePrecedent(access, { precedentId, story, offer }, formKey);
      return { flash: offer ? "precedent_offered" : "precedent_saved", stays: !offer };
    }
    case "publish":
      await publishPrecedent(access, { precedentId, version: input.version }, formKey);
      return { flash: "precedent_published", stays: false };
    case "send-back":
      await sendBackPrecedent(access, { precedentId, ...input }, formKey);
      return { flash: "precedent_sent_back", stays: false };
    default:
      return { flash: await handleValid(access, precedentId, input, formKey), stays: false };
  }
}

type Later = Extract<PrecedentInput, { intent: "end" | "keep" | "manage" | "review" }>;

async function handleValid(
  access: Access<"precedent.edit">,
  precedentId: string,
  input: Later,
  formKey?: string,
): Promise<string> {
  switch (input.intent) {
    case "end":
      await endPrecedent(access, { precedentId, ...input }, formKey);
      return input.status === "expires" ? "precedent_end_planned" : "precedent_ended";
    case "keep":
      await keepPrecedent(access, { precedentId, ...input });
      return "precedent_kept";
    case "manage":
      await managePrecedent(access, { precedentId, ...input }, formKey);
      return "precedent_managed";
    case "review":
      await reviewPrecedent(access, { precedentId, ...input }, formKey);
      return "precedent_reviewed";
  }
}
