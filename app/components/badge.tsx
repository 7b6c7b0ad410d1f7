import type { Icon as IconComponent } from "@tabler/icons-react";
import type { ReactNode } from "react";

export type Tone = "neutral" | "info" | "accent" | "positive" | "warning" | "negative";

type BadgeProps = {
  tone?: Tone;
  icon?: IconComponent;
  children: ReactNode;
};

/** A word with an icon; the colour only repeats what they say. */
export function Badge({ tone = "neutral", icon: Icon, children }: BadgeProps) {
  return (
    <span className={`nl-data-badge mw-badge mw-badge--${tone}`}>
      {Icon ? <Icon aria-hidden size={16} /> : null}
      {children}
    </span>
  );
}
