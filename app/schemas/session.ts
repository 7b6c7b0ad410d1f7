import * as z from "zod";
import { sessionKinds } from "#app/domain/session.ts";
import { momentOf } from "./dutch-time.ts";
import {
  choice,
  identifier,
  listOf,
  optionalIdentifier,
  optionalText,
  text,
  version,
  wholeNumber,
} from "./fields.ts";

/** A day and time from a date field, as UTC milliseconds. */
function moment() {
  return z.string().trim().min(1, "required").transform(toMoment);
}

function optionalMoment() {
  return z
    .string()
    .trim()
    .default("")
    .transform((value, context) => (value === "" ? null : toMoment(value, context)));
}

function toMoment(value: string, context: z.RefinementCtx): number {
  const found = momentOf(value);
  if (found !== null) return found;
  context.addIssue({ code: "custom", message: "date_time" });
  return z.NEVER;
}

const fields = z.object({
  title: text(200),
  kind: choice(sessionKinds),
  startsAt: moment(),
  deadline: optionalMoment(),
  place: optionalText(500),
  questionSetId: identifier(),
  facilitatorId: identifier(),
  deputyId: optionalIdentifier(),
  observerIds: listOf(identifier()),
  caseIds: listOf(identifier()),
});

type Times = { kind: string; startsAt: number; deadline: number | null };
type People = { facilitatorId: string; deputyId: string | null; observerIds: string[] };

/** Spread over days there must be an end; whoever leads is not also deputy or observer. */
function checkSession(session: Times & People, context: z.RefinementCtx): void {
  const { kind, startsAt, deadline, facilitatorId, deputyId, observerIds } = session;
  const issue = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (kind === "spread" && deadline === null) issue("deadline", "deadline_required");
  if (deadline !== null && deadline <= startsAt) issue("deadline", "deadline_order");
  if (deputyId === facilitatorId) issue("deputyId", "deputy_is_facilitator");
  const leaders = [facilitatorId, deputyId];
  if (observerIds.some((id) => leaders.includes(id))) issue("observerIds", "observer_leads");
}

export const newSessionSchema = fields.superRefine(checkSession);
export const sessionSchema = fields.extend({ version: version() }).superRefine(checkSession);
export type SessionInput = z.output<typeof newSessionSchema>;

const minutes = wholeNumber({ min: 1, max: 240 });
const personId = identifier();

/** What the facilitator (and, to take over, the deputy) does to the meeting itself. */
const sessionMoves = [
  z.object({ intent: z.literal("take_over") }),
  z.object({ intent: z.literal("timer_set"), minutes }),
  z.object({ intent: z.literal("timer_add"), minutes }),
  z.object({ intent: z.literal("timer_stop") }),
  z.object({ intent: z.literal("join_open") }),
  z.object({ intent: z.literal("join_close") }),
  z.object({ intent: z.literal("join_assess"), personId, perspective: text(60) }),
  z.object({ intent: z.literal("join_observe"), personId }),
  z.object({ intent: z.literal("join_refuse"), personId }),
] as const;

export const sessionActionSchema = z.discriminatedUnion("intent", sessionMoves);
export type SessionMove = z.output<typeof sessionActionSchema>;

/** On the page of one case also its own phases. */
export const itemActionSchema = z.discriminatedUnion("intent", [
  ...sessionMoves,
  z.object({ intent: z.literal("open_scoring") }),
  z.object({ intent: z.literal("remind") }),
  z.object({ intent: z.literal("conclude") }),
]);
export type ItemMove = z.output<typeof itemActionSchema>;

export const joinSchema = z.object({ intent: z.literal("ask") });
