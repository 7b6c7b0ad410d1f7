import { fileHolds, type FileCheck } from "#app/domain/decision-file.ts";
import { fileCheckWords } from "#app/i18n/file-check-words.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CheckedFile } from "#app/schemas/decision-file-upload.ts";
import { Alert } from "../alert.tsx";
import { Badge, type Tone } from "../badge.tsx";
import { IconCircleCheck, IconCircleX, IconInfoCircle } from "../icons.ts";

const looks = {
  broken: { tone: "negative", icon: IconCircleX },
  holds: { tone: "positive", icon: IconCircleCheck },
  note: { tone: "info", icon: IconInfoCircle },
} satisfies Record<FileCheck["state"], { tone: Tone; icon: typeof IconCircleX }>;

/** What does not hold first, then what holds, then what to look at. */
const order = ["broken", "holds", "note"] as const;

/** Whether the file holds, which file that is, and every check with its place. */
export function VerifyResult({ checked: { file, checks } }: { checked: CheckedFile }) {
  const { t } = useTranslation("verify");
  const verdict = fileHolds(checks) ? "holds" : "broken";
  const sorted = order.flatMap((state) => checks.filter((check) => check.state === state));
  return (
    <section className="mw-stack" aria-label={t(`result.${verdict}`)}>
      <Alert
        kind={verdict === "holds" ? "ok" : "error"}
        role="status"
        title={t(`result.${verdict}`)}
      >
        <p>
          {t("result.file")} <bdi>{file}</bdi>
        </p>
        <p>{t(`result.${verdict}Text`)}</p>
      </Alert>
      <ul className="mw-checks">
        {sorted.map((check, place) => (
          <Check key={place} check={check} />
        ))}
      </ul>
    </section>
  );
}

function Check({ check }: { check: FileCheck }) {
  const { t, language } = useTranslation("verify");
  const { tone, icon } = looks[check.state];
  return (
    <li className="mw-checks__item">
      <Badge tone={tone} icon={icon}>
        {t(`result.state.${check.state}`)}
      </Badge>
      <div>
        <p>{fileCheckWords(check, language)}</p>
        {check.place === "" ? null : (
          <p className="mw-hint">{t("result.place", { place: check.place })}</p>
        )}
      </div>
    </li>
  );
}
