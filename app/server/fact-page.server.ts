import type { FactAct } from "#app/schemas/fact.ts";
import type { MergePreview, NamedFact } from "#app/schemas/fact-view.ts";
import type { Access } from "./access.server.ts";
import {
  mergeFact,
  mergeTargets,
  previewMerge,
  restoreFact,
  retireFact,
  unmergeFact,
} from "./fact-merging.server.ts";
import { getFact, updateFact, type FactWithUse } from "./facts.server.ts";
import { redirectWithFlash } from "./http.server.ts";

type FactPage = FactWithUse & {
  targets: NamedFact[];
  chosen: string;
  preview: MergePreview | null;
};

/** A fact, what it can be merged into, and what merging it into the chosen one would change. */
export async function getFactPage(
  access: Access<"catalogue.manage">,
  id: string,
  chosen: string,
): Promise<FactPage> {
  const fact = await getFact(access, id);
  const targets = await mergeTargets(fact);
  return {
    ...fact,
    targets: targets.map((target) => ({ id: target.id, label: target.label })),
    chosen,
    preview: chosen === "" ? null : await previewMerge(access, fact, chosen),
  };
}

/** Does what was asked on the page of a fact: changing its words leads to the list, the rest back to the page. */
export async function handleFactAct(
  access: Access<"catalogue.manage">,
  id: string,
  act: FactAct,
): Promise<Response> {
  switch (act.intent) {
    case "save":
      await updateFact(access, id, act);
      return redirectWithFlash("/beheer/omstandigheden", "saved");
    case "retire":
      await retireFact(access, id, act);
      break;
    case "restore":
      await restoreFact(access, id, act);
      break;
    case "merge":
      await mergeFact(access, id, act);
      break;
    case "unmerge":
      await unmergeFact(access, id, act);
      break;
  }
  return redirectWithFlash(`/beheer/omstandigheden/${id}`, "saved");
}
