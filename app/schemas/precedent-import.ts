import * as z from "zod";
import type { ImportFormat, ImportStatus } from "#app/domain/precedent-relations.ts";
import { precedentVisibilities, type PrecedentVisibility } from "#app/domain/precedent-rules.ts";
import { choice, version } from "./fields.ts";
import type { FormResult } from "./form-result.ts";
import { largestImport, type RowErrors } from "./precedent-file.ts";

const file = z
  .instanceof(File, { message: "file_required" })
  .refine((chosen) => chosen.name !== "" || chosen.size > 0, "file_required")
  .refine((chosen) => chosen.name === "" || chosen.size > 0, "file_empty")
  .refine((chosen) => chosen.size <= largestImport, "file_too_large");

export const importUpload = z.object({
  intent: z.literal("upload"),
  file,
  visibility: choice(precedentVisibilities),
});
export type ImportUpload = z.output<typeof importUpload>;

export const importStep = z.object({
  intent: z.enum(["offer", "approve", "cancel"]),
  version: version(),
});
export type ImportStep = z.output<typeof importStep>;

/** A file that is refused as a whole: why, and the column or line it is about. */
export type RefusedUpload = FormResult & { problem?: { code: string; about: string } };

export type ImportCounts = { rows: number; good: number; broken: number; known: number };

export type ListedImport = ImportCounts & {
  id: string;
  fileName: string;
  status: ImportStatus;
  by: string;
  createdAt: number;
};

export type ImportPage = {
  item: ListedImport & {
    format: ImportFormat;
    visibility: PrecedentVisibility;
    /** Rows looked at, or brought in. */
    done: number;
    version: number;
    approvedBy: string | null;
    importedAt: number | null;
    /** Something went wrong on the way; it is tried again. */
    isStalled: boolean;
  };
  isUploader: boolean;
  broken: { row: number; errors: RowErrors }[];
  next: number | null;
  /** An earlier import of the very same file. */
  earlier: { id: string; createdAt: number } | null;
};
