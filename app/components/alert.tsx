import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from "./icons.ts";

const icons = {
  info: IconInfoCircle,
  ok: IconCircleCheck,
  warning: IconAlertTriangle,
  error: IconCircleX,
};

type AlertProps = {
  kind?: keyof typeof icons;
  title?: string;
  /** `status` is read out when it appears, without interrupting. */
  role?: "status" | "alert";
  children?: ReactNode;
};

/** A message in the page, with an icon and the kind in words for who cannot see the colour. */
export function Alert({ kind = "info", title, role, children }: AlertProps) {
  const { t } = useTranslation();
  const Icon = icons[kind];
  return (
    <div className={`utrecht-alert utrecht-alert--${kind} mw-alert`} role={role}>
      <Icon className="mw-alert__icon" aria-hidden size={24} />
      <div className="mw-alert__content">
        <span className="mw-visually-hidden">{t(`alert.${kind}`)}: </span>
        {title ? <p className="mw-alert__title">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
