import { db } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { previewPage, stepAfter } from "#app/schemas/assessor-preview.ts";
import type { ScoringInput } from "#app/schemas/rating.ts";
import type { Access } from "./access.server.ts";
import { notFound } from "./http.server.ts";
import { visibleSet } from "./question-sets.server.ts";

type Place = { questionSetId?: string | undefined; perspectiveKey?: string | undefined };

/** One question of a set as the assessors of its perspective will meet it. */
export async function getAssessorPreview(
  access: Access<"administration.read">,
  { questionSetId = "", perspectiveKey = "" }: Place,
  asked: string | null,
) {
  const { id, number, content } = await visibleSet(db.read, access, questionSetId);
  const { name, scale, perspectives } = content;
  const place = perspectives.findIndex(({ key }) => key === perspectiveKey);
  const perspective = perspectives[place] ?? notFound();
  return {
    set: { id, number, name },
    perspectives: perspectives.map(({ key, name: label }) => ({ key, name: label })),
    next: perspectives[place + 1]?.key ?? null,
    page: previewPage(perspective, { scale, asked }),
  };
}

/** The address of the question that a button of the preview leads to. What was typed is kept nowhere. */
export async function nextInPreview(
  access: Access<"administration.read">,
  place: Place,
  input: ScoringInput,
): Promise<string> {
  const key = "key" in input ? input.key : "";
  const { page } = await getAssessorPreview(access, place, key);
  if (page.step?.key !== key) throw new DomainError("unknown_criterion");
  const step = stepAfter(page, input.intent === "previous" ? "previous" : "next");
  return `?stap=${encodeURIComponent(step)}`;
}
