import type { SignalInput } from "#app/schemas/signal.ts";
import { addCase, mergeSignal, removeCase } from "./signal-cases.server.ts";
import {
  assignSignal,
  editSignal,
  moveSignal,
  noteOnSignal,
  setCost,
  type Editor,
} from "./signal-changes.server.ts";
import { remindOwner } from "./signal-reminders.server.ts";

type Done = { id: string; formKey?: string | undefined };

/** One of the things that who looks after signals does with one; gives the message to show after it. */
export async function takeSignalStep(
  access: Editor,
  done: Done,
  input: Exclude<SignalInput, { intent: "answer" }>,
): Promise<string> {
  switch (input.intent) {
    case "edit":
      await editSignal(access, done, input);
      return "saved";
    case "status":
      await moveSignal(access, done, input);
      return "status_changed";
    case "owner":
      await assignSignal(access, done, input);
      return "saved";
    case "cost":
      await setCost(access, done, input);
      return "saved";
    case "note":
      await noteOnSignal(access, done, input);
      return "saved";
    case "add_case":
      await addCase(access, done, input);
      return "created";
    case "remove_case":
      await removeCase(access, done, input);
      return "removed";
    case "merge":
      await mergeSignal(access, done, input);
      return "saved";
    case "remind":
      await remindOwner(access, done);
      return "signal_reminded";
  }
}
