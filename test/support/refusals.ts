import { expect } from "vitest";
import { fingerprint } from "./fingerprint.ts";
import { send, type Reply } from "./posting.ts";
import type { Visitor } from "./visitor.ts";

type Refusal = {
  by: Visitor;
  path: string;
  fields: Record<string, string | string[]>;
  status: number | number[];
  /** Words of the explanation. */
  says?: string;
};

/** Posts what must be refused: with this status, in words, and without any change. */
export async function refused({ by, path, fields, status, says }: Refusal): Promise<Reply> {
  const before = await fingerprint();
  const reply = await send(by, path, fields);
  const what = `${path} ${JSON.stringify(fields).slice(0, 200)}`;
  expect([status].flat(), what).toContain(reply.status);
  if (says) expect(reply.words, what).toContain(says);
  expect(await fingerprint(), what).toEqual(before);
  return reply;
}
