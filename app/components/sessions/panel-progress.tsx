import { textIn, type LocalText } from "#app/domain/local-text.ts";
import type { ProgressStatus } from "#app/domain/session.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "../badge.tsx";
import { IconEye } from "../icons.ts";
import { StatusBadge } from "../status-badge.tsx";

export type Member = {
  personId: string;
  /** Null for a reader outside the session. */
  name: string | null;
  seat: number;
  perspective: string;
  readsAlong: boolean;
  nothingToDo: boolean;
  status: ProgressStatus;
};

type PanelProgressProps = {
  perspectives: { key: string; name: LocalText }[];
  members: Member[];
  /** Before the scoring and after the reveal there is no progress to show, only who sits where. */
  showStatus: boolean;
  level?: 3 | 4;
};

/** Who sits on which panel and, while people score, how far each is: never more than that. */
export function PanelProgress(props: PanelProgressProps) {
  const { perspectives, members, showStatus, level = 3 } = props;
  const { t, language } = useTranslation("sessions");
  const Title = `h${level}` as const;
  return (
    <div className="mw-panels">
      {perspectives.map(({ key, name }) => {
        const own = members.filter(({ perspective }) => perspective === key);
        return (
          <div key={key} className={`mw-panels__panel mw-panels__panel--${key}`}>
            <Title className="nl-heading nl-heading--level-5">{textIn(name, language)}</Title>
            <PanelWords members={own} showStatus={showStatus} />
            <ul className="mw-panels__people">
              {own.map((member) => (
                <li key={member.seat}>
                  <span>{member.name ?? t("panel.seat", { number: member.seat })}</span>
                  <MemberStatus member={member} showStatus={showStatus} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

function PanelWords({ members, showStatus }: { members: Member[]; showStatus: boolean }) {
  const { t } = useTranslation("sessions");
  const asked = members.filter(({ nothingToDo }) => !(showStatus && nothingToDo));
  const scoring = asked.filter(({ readsAlong }) => !readsAlong);
  if (asked.length < members.length && scoring.length === 0) {
    return <p className="mw-soft">{t("panel.nothingToDo")}</p>;
  }
  if (scoring.length === 0) return <p className="mw-soft">{t("panel.nobody")}</p>;
  if (!showStatus) return <p className="mw-soft">{t("panel.people", { count: scoring.length })}</p>;
  const ready = scoring.filter(({ status }) => status === "ready").length;
  return <p className="mw-soft">{t("panel.ready", { ready, count: scoring.length })}</p>;
}

function MemberStatus({ member, showStatus }: { member: Member; showStatus: boolean }) {
  const { t } = useTranslation("sessions");
  if (member.readsAlong) return <Badge icon={IconEye}>{t("panel.readsAlong")}</Badge>;
  return showStatus && !member.nothingToDo ? (
    <StatusBadge kind="progressStatus" status={member.status} />
  ) : null;
}
