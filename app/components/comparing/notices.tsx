import { useTranslation } from "#app/i18n/use-translation.ts";
import { mostCompared, type ComparingNotice } from "#app/schemas/comparing-page.ts";
import { Alert } from "../alert.tsx";

/** What of the address could not be followed. */
export function ComparingNotices({ notices }: { notices: readonly ComparingNotice[] }) {
  const { t } = useTranslation("comparing");
  if (notices.length === 0) return null;
  return (
    <Alert kind="warning">
      {notices.map((notice) => (
        <p key={notice}>{t(`notice.${notice}`, { most: mostCompared })}</p>
      ))}
    </Alert>
  );
}
