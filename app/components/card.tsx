import { useId, type ReactNode } from "react";

type CardProps = {
  title?: ReactNode;
  /** By which an address leads to this card. */
  anchor?: string;
  /** Level of the title in the page. */
  level?: 2 | 3 | 4;
  /** Beside the title: a badge or a link. */
  aside?: ReactNode;
  /** Under the content, set apart: what to do next. */
  footer?: ReactNode;
  /** `accent` is for the one thing that waits for this person. */
  tone?: "plain" | "accent" | "quiet" | "negative";
  /** One of many in a list: no region of its own, which would want a name that no other has. */
  inList?: boolean;
  children: ReactNode;
};

/** Content that belongs together; a named region when it has a title. */
export function Card(props: CardProps) {
  const { title, anchor, level = 2, aside, footer, tone = "plain" } = props;
  const { inList = false, children } = props;
  const id = useId();
  const Part = inList ? "article" : "section";
  const className = tone === "plain" ? "mw-card" : `mw-card mw-card--${tone}`;
  const Title = `h${level}` as const;
  return (
    <Part className={className} id={anchor} aria-labelledby={title ? id : undefined}>
      {title ? (
        <div className="mw-card__header">
          <Title className={`nl-heading nl-heading--level-${level + 1}`} id={id}>
            {title}
          </Title>
          {aside}
        </div>
      ) : null}
      <div className="mw-card__body">{children}</div>
      {footer ? <div className="mw-card__footer">{footer}</div> : null}
    </Part>
  );
}
