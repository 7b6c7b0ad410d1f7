import type { ReactNode } from "react";

type ColumnsProps = {
  /** `main-aside` is two thirds and one third; the numbers are equal columns. */
  layout?: "main-aside" | "2" | "3";
  children: ReactNode;
};

/** Children side by side where there is room, under each other where there is not. */
export function Columns({ layout = "main-aside", children }: ColumnsProps) {
  return <div className={`mw-columns mw-columns--${layout}`}>{children}</div>;
}

/** Children under each other with the usual space between. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className="mw-stack">{children}</div>;
}
