import type { PrecedentInput } from "#app/schemas/precedent.ts";
import type { Access } from "./access.server.ts";
import { savePrecedent } from "./precedent-editing.server.ts";
import {
  endPrecedent,
  publishPrecedent,
  sendBackPrecedent,
} from "./precedent-publishing.server.ts";

/** Does what was asked of a precedent; tells the message, and whether the editor stays open. */
export async function handlePrecedent(
  access: Access<"precedent.edit">,
  precedentId: string,
  input: PrecedentInput,
  formKey?: string,
): Promise<{ flash: string; stays: boolean }> {
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
    case "end":
      await endPrecedent(access, { precedentId, ...input }, formKey);
      return { flash: "precedent_ended", stays: false };
  }
}
