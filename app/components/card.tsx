import { useId, type ReactNode } from "react";

type CardProps = {
  title?: ReactNode;
  /** Level of the title in the page. */
  level?: 2 | 3 | 4;
  /** Beside the title: a badge or a link. */
  aside?: ReactNode;
  /** Under the content, set apart: what to do next. */
  footer?: ReactNode;
  /** `accent` is for the one thing that waits for this person. */
  tone?: "plain" | "accent" | "quiet" | "negative";
  children: ReactNode;
};

/** Content that belongs together; a named region when it has a title. */
export function Card({ title, level = 2, aside, footer, tone = "plain", children }: CardProps) {
  const id = useId();
  const className = tone === "plain" ? "mw-card" : `mw-card mw-card--${tone}`;
  const Title = `h${level}` as const;
  return (
    <section className={className} aria-labelledby={title ? id : undefined}>
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
    </section>
  );
}
