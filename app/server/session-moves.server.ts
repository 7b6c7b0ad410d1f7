import type { ItemMove, SessionMove } from "#app/schemas/session.ts";
import type { Access } from "./access.server.ts";
import { concludeItem, openScoring } from "./agenda-items-moves.server.ts";
import type { ItemAddress } from "./agenda-items.server.ts";
import type { Submission } from "./forms.server.ts";
import { remindMissing } from "./reminders.server.ts";
import { answerJoin } from "./session-admission.server.ts";
import { closeDoor, openDoor } from "./session-door.server.ts";
import { addToTimer, setTimer, stopTimer } from "./session-timer.server.ts";
import { takeOverSession } from "./sessions-planning.server.ts";

type Leader = Access<"session.lead">;

/** Every act on the page of one case: gives the message of what was done. */
export async function handleItemMove(
  access: Leader,
  address: ItemAddress,
  { input, ...submission }: Submission<ItemMove>,
): Promise<string> {
  switch (input.intent) {
    case "open_scoring":
      await openScoring(access, address);
      return "scoring_opened";
    case "remind":
      await remindMissing(access, address);
      return "reminded";
    case "conclude":
      await concludeItem(access, address);
      return "item_concluded";
    default:
      return handleSessionMove(access, address.sessionId, { ...submission, input });
  }
}

/** Every act on the meeting itself, wherever it is done: gives the message of what was done. */
export async function handleSessionMove(
  access: Leader,
  sessionId: string,
  { input, formKey }: Submission<SessionMove>,
): Promise<string> {
  switch (input.intent) {
    case "take_over":
      await takeOverSession(access, sessionId);
      return "session_taken_over";
    case "timer_set":
      await setTimer(access, sessionId, input.minutes);
      return "timer_set";
    case "timer_add":
      await addToTimer(access, sessionId, { minutes: input.minutes, formKey });
      return "timer_set";
    case "timer_stop":
      await stopTimer(access, sessionId);
      return "timer_stopped";
    case "join_open":
      await openDoor(access, sessionId);
      return "join_opened";
    case "join_close":
      await closeDoor(access, sessionId);
      return "join_closed";
    case "join_assess":
      await answerJoin(access, sessionId, { ...input, part: "assessor" });
      return "join_admitted";
    case "join_observe":
      await answerJoin(access, sessionId, { ...input, part: "observer" });
      return "join_admitted";
    case "join_refuse":
      await answerJoin(access, sessionId, { ...input, part: "none" });
      return "join_refused";
  }
}
