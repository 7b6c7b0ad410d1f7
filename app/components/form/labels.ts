import { Children, isValidElement, type ReactNode } from "react";

export type Labels = Record<string, string>;

/** The labels of the fields among the children by name, so that the summary on top can use their words. */
export function labelsIn(children: ReactNode, found: Labels = {}): Labels {
  Children.forEach(children, (child) => {
    if (!isValidElement<{ name?: unknown; label?: unknown; children?: ReactNode }>(child)) return;
    const { name, label, children: inside } = child.props;
    if (typeof name === "string" && typeof label === "string") found[name] = label;
    if (inside && typeof inside !== "function") labelsIn(inside, found);
  });
  return found;
}
