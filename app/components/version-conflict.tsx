import { useTranslation } from "#app/i18n/use-translation.ts";
import { Alert } from "./alert.tsx";

type VersionConflictProps = { fields: { label: string; theirs: string; yours: string }[] };

/** Both texts side by side when somebody else was first; nothing typed is lost. */
export function VersionConflict({ fields }: VersionConflictProps) {
  const { t } = useTranslation();
  return (
    <Alert kind="warning" title={t("conflict.title")}>
      <p className="nl-paragraph">{t("conflict.text")}</p>
      {fields.map(({ label, theirs, yours }) => (
        <section key={label} className="mw-conflict">
          <h3 className="nl-heading nl-heading--level-5">{label}</h3>
          <dl className="mw-conflict__texts">
            <div>
              <dt>{t("conflict.theirs")}</dt>
              <dd className="mw-prose">{theirs || t("conflict.empty")}</dd>
            </div>
            <div>
              <dt>{t("conflict.yours")}</dt>
              <dd className="mw-prose">{yours || t("conflict.empty")}</dd>
            </div>
          </dl>
        </section>
      ))}
    </Alert>
  );
}
