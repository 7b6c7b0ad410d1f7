import type { ReactNode } from "react";
import { placeId } from "./editor-places.ts";

type ArrangeButtonProps = {
  /** See `arranged` in app/schemas/question-set-arranging.ts. */
  command: string;
  /** Path of the row to be at afterwards. */
  goTo: string;
  /** The act with the name of its row, where several buttons have the same words. */
  label?: string;
  negative?: boolean;
  children: ReactNode;
};

/** Sends the form as it is typed and gets it back with a row added, moved or removed. */
export function ArrangeButton({ command, goTo, label, negative, children }: ArrangeButtonProps) {
  return (
    <button
      className={`nl-button nl-button--subtle${negative ? " nl-button--negative" : ""}`}
      type="submit"
      name="arrange"
      value={command}
      formNoValidate
      formAction={`#${placeId(goTo)}`}
      aria-label={label}
    >
      {children}
    </button>
  );
}
