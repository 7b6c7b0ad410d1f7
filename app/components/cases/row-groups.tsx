import { useEffect, type ReactNode } from "react";
import { isRowsResult, rowsIn } from "#app/schemas/form-rows.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { SubmitButton } from "../form/index.ts";

type RowGroupsProps = {
  /** Name of the list in the form: `lines`. */
  list: string;
  /** How many rows are stored. */
  stored: number;
  result: FormResult | undefined;
  addLabel: string;
  rowLabel: (number: number) => string;
  removeLabel: (number: number) => string;
  /** The fields of a row; their names start with `list.index.`. */
  children: (index: number) => ReactNode;
};

/** Rows of fields; buttons for one more or one less send the form along, so nothing typed is lost. */
export function RowGroups(props: RowGroupsProps) {
  const { list, stored, result, addLabel, rowLabel, removeLabel, children } = props;
  const count = result ? rowsIn(result, list) : Math.max(stored, 1);
  const focus = isRowsResult(result) && result.focus.startsWith(list) ? result.focus : null;
  useEffect(() => {
    if (focus) firstFieldOf(focus)?.focus();
  }, [focus]);
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        <fieldset key={index} className="mw-row-group">
          <legend className="mw-row-group__legend">{rowLabel(index + 1)}</legend>
          <div className="mw-row-group__fields">{children(index)}</div>
          <SubmitButton
            purpose="subtle"
            name="rows"
            value={`remove.${list}.${index}`}
            skipsValidation
          >
            {removeLabel(index + 1)}
          </SubmitButton>
        </fieldset>
      ))}
      <p>
        <SubmitButton purpose="secondary" name="rows" value={`add.${list}`} skipsValidation>
          {addLabel}
        </SubmitButton>
      </p>
    </>
  );
}

function firstFieldOf(start: string): HTMLElement | null {
  const selector = ["input:not([type=hidden])", "select", "textarea"]
    .map((tag) => `${tag}[name^="${start}."]`)
    .join(", ");
  return document.querySelector<HTMLElement>(selector);
}
