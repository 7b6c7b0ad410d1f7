import { and, eq, inArray } from "drizzle-orm";
import {
  claims,
  costLines,
  db,
  decisionClaims,
  decisions,
  environment,
  optionClaims,
  options,
  type Transaction,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { assertOption } from "#app/domain/option.ts";
import type { OptionFormInput, OptionInput } from "#app/schemas/option.ts";
import type { Access } from "./access.server.ts";
import { getCase } from "./case-access.server.ts";
import { editableCase } from "./case-editing.server.ts";
import { listLevels } from "./case-questions.server.ts";
import { saveCostLines } from "./cost-lines.server.ts";
import { finish, moveOption, unlockedOption } from "./option-order.server.ts";
import { isOnTheTable } from "./option-lock.server.ts";
import { listOptions, type OptionRow } from "./options.server.ts";

/** Adds a solution behind the others; not while a panel is judging those. */
export async function createOption(
  access: Access<"case.edit">,
  caseId: string,
  { input, formKey }: { input: OptionInput; formKey?: string | undefined },
): Promise<string> {
  await getCase(access, caseId);
  const levels = await listLevels(access);
  return db.write(
    access.actor,
    async (tx) => {
      await editableCase(tx, access, caseId);
      if (await isOnTheTable(tx, caseId)) throw new DomainError("options_on_the_table");
      const last = (await listOptions(caseId, tx)).at(-1);
      const position = (last?.position ?? 0) + 1;
      assertGround(input, position, levels.length);
      const row = { id: environment.newId(), caseId, position, ...ownFields(input) };
      await tx.insert(options).values(row);
      await saveParts(tx, { caseId, optionId: row.id, input, levels: levels.length });
      await finish(tx, "option.created", { caseId, optionId: row.id, content: input });
      return row.id;
    },
    { formKey },
  );
}

type OptionPlace = { caseId: string; optionId: string; formKey?: string | undefined };
type OptionChange = OptionPlace & { version: number };

/** Does what the form of an option asks; gives the message for it. */
export async function changeOption(
  access: Access<"case.edit">,
  place: OptionPlace,
  input: OptionFormInput,
): Promise<string> {
  switch (input.intent) {
    case "save":
      await updateOption(access, { ...place, version: input.version }, input);
      return "option_saved";
    case "remove":
      await removeOption(access, { ...place, version: input.version });
      return "option_removed";
    default:
      await moveOption(access, place, input.intent);
      return "options_reordered";
  }
}

/** Changes a solution that was not scored yet. */
export async function updateOption(
  access: Access<"case.edit">,
  { caseId, optionId, version, formKey }: OptionChange,
  input: OptionInput,
): Promise<void> {
  await getCase(access, caseId);
  const levels = await listLevels(access);
  await db.write(
    access.actor,
    async (tx) => {
      const option = await unlockedOption(tx, access, { caseId, optionId });
      assertFresh(option, version, input);
      const strict = option.position === 0;
      if (!strict) assertGround(input, option.position, levels.length);
      const fields = ownFields(input);
      const kept = strict ? { level: 0, ground: null, groundReference: "" } : {};
      await tx
        .update(options)
        .set({ ...fields, ...kept, version: option.version + 1 })
        .where(eq(options.id, optionId));
      await saveParts(tx, { caseId, optionId, input, levels: levels.length });
      await finish(tx, "option.updated", { caseId, optionId: optionId, content: input });
    },
    { formKey },
  );
}

/** Takes a solution out; strict application always stays. */
export async function removeOption(
  access: Access<"case.edit">,
  { caseId, optionId, version, formKey }: OptionChange,
): Promise<void> {
  await getCase(access, caseId);
  await db.write(
    access.actor,
    async (tx) => {
      const option = await unlockedOption(tx, access, { caseId, optionId });
      if (option.position === 0) throw new DomainError("option_zero_fixed");
      if (option.version !== version) throw new DomainError("stale_version", { conflict: [] });
      await assertNotDecided(tx, optionId);
      await tx.delete(costLines).where(eq(costLines.optionId, optionId));
      await tx.delete(optionClaims).where(eq(optionClaims.optionId, optionId));
      await tx.delete(options).where(eq(options.id, optionId));
      await finish(tx, "option.removed", { caseId, optionId: optionId, content: option });
    },
    { formKey },
  );
}

async function assertNotDecided(tx: Transaction, optionId: string): Promise<void> {
  const chosen = await tx
    .select({ id: decisions.id })
    .from(decisions)
    .where(eq(decisions.optionId, optionId));
  const chosenForClaim = await tx
    .select({ id: decisionClaims.decisionId })
    .from(decisionClaims)
    .where(eq(decisionClaims.optionId, optionId));
  if (chosen.length + chosenForClaim.length > 0) throw new DomainError("option_locked");
}

function assertGround(input: OptionInput, position: number, levels: number): void {
  if (input.level >= levels) throw new DomainError("option_level", { field: "level" });
  if (position > 0 && input.ground === null) {
    throw new DomainError("option_ground_required", { field: "ground" });
  }
  assertOption({ ...input, position }, levels);
}

function assertFresh(option: OptionRow, version: number, input: OptionInput): void {
  if (option.version === version) return;
  const conflict = (["title", "description", "groundReference"] as const)
    .filter((field) => option[field] !== input[field])
    .map((field) => ({ field, theirs: option[field], yours: input[field] }));
  throw new DomainError("stale_version", { conflict });
}

function ownFields({ title, description, level, ground, groundReference }: OptionInput) {
  return { title, description, level, ground, groundReference };
}

type Parts = { caseId: string; optionId: string; input: OptionInput; levels: number };

/** The cost lines and the levels per claim come in the place of what was there. */
async function saveParts(tx: Transaction, { caseId, optionId, input, levels }: Parts) {
  await saveCostLines(tx, optionId, input.lines);
  const chosen = Object.entries(input.claims).flatMap(([claimId, { level, note }]) =>
    level === "" ? [] : [{ optionId, claimId, level, note }],
  );
  if (chosen.some(({ level }) => level >= levels)) throw new DomainError("option_level");
  const ids = chosen.map(({ claimId }) => claimId);
  const known = await tx
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.caseId, caseId), inArray(claims.id, ids)));
  if (known.length < ids.length) throw new DomainError("unknown_option");
  await tx.delete(optionClaims).where(eq(optionClaims.optionId, optionId));
  if (chosen.length > 0) await tx.insert(optionClaims).values(chosen);
}
