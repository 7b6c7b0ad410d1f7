import { db } from "#db";
import { previewPage, stepAfter, type PreviewPage } from "#app/schemas/assessor-preview.ts";
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

/** The address of the question that a button of the preview leads to. Nothing is stored. */
export async function nextInPreview(
  access: Access<"administration.read">,
  place: Place,
  { key, intent }: { key: string; intent: "next" | "previous" },
): Promise<string> {
  const { page }: { page: PreviewPage } = await getAssessorPreview(access, place, key);
  return `?stap=${encodeURIComponent(stepAfter(page, intent))}`;
}
