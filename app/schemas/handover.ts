import * as z from "zod";
import { handoverParts, handoverStatuses } from "#app/domain/handover.ts";
import {
  checkbox,
  choice,
  day,
  dayInAddress,
  rowInAddress,
  optionalIdentifier,
  optionalText,
  text,
  version,
  wholeNumber,
} from "./fields.ts";

/** What was ticked, by name. */
const ticked = z
  .record(z.string().max(60), z.string().max(10))
  .default({})
  .transform((boxes) => Object.keys(boxes));

export const mostDays = 365;

const sending = {
  toOrganisationId: optionalIdentifier(),
  /** Of an organisation that does not work here. */
  toName: optionalText(200),
  contactName: text(200),
  contactReach: text(300),
  question: text(5000),
  consent: text(5000),
  consentAt: day(),
  parts: ticked.transform((names) => handoverParts.filter((part) => names.includes(part))),
  facts: ticked,
  days: wholeNumber({ min: 1, max: mostDays }),
  /** The case ends here. */
  refer: checkbox(),
  /** Of the preview that was on the screen. */
  seen: optionalText(64),
};

export const handoverSending = z
  .object({ intent: choice(["preview", "send"]), ...sending })
  .superRefine(({ toOrganisationId, toName }, context) => {
    if ((toOrganisationId !== null) !== (toName !== "")) return;
    const message = toName === "" ? "handover_to" : "handover_to_both";
    context.addIssue({ code: "custom", path: ["toOrganisationId"], message });
  });
export type HandoverSending = z.output<typeof handoverSending>;

const word = { version: version(), answer: text(5000) };

export const handoverAct = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("accept"), ...word }),
  z.object({ intent: z.literal("return"), ...word }),
  z.object({ intent: z.literal("withdraw"), ...word }),
  z.object({
    intent: z.literal("record-answer"),
    outcome: choice(["accepted", "returned"]),
    answeredByName: text(200),
    answeredAt: day(),
    ...word,
  }),
  z.object({ intent: z.literal("refer") }),
  z.object({ intent: z.literal("make-case") }),
]);
export type HandoverAct = z.output<typeof handoverAct>;

/** Which of the list: what waits or what was answered, or what a number counts; and after which row. */
const filters = z.object({
  toon: z.enum(["open", "beantwoord"]).catch("open"),
  status: z
    .enum([...handoverStatuses, "answered", "alle"])
    .optional()
    .catch(undefined),
  van: dayInAddress(),
  tot: dayInAddress(),
  gebied: z.uuid().optional().catch(undefined),
  na: rowInAddress(),
});
export type HandoverFilters = z.output<typeof filters>;

export function handoverFilters(url: string): HandoverFilters {
  return filters.parse(Object.fromEntries(new URL(url).searchParams));
}
