import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { DataList } from "../data-list.tsx";
import { DateTime } from "../date-time.tsx";

type SessionFactsProps = {
  session: { kind: "live" | "spread"; startsAt: number; deadline: number | null; place: string };
  questionSet: { name: LocalText; number: number } | undefined;
  facilitator: string;
  deputy: string | null;
  observers: string[];
};

/** When, where and with whom. */
export function SessionFacts(props: SessionFactsProps) {
  const { session, questionSet, facilitator, deputy, observers } = props;
  const { t, language } = useTranslation("sessions");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const { kind, startsAt, deadline, place } = session;
  return (
    <DataList
      items={[
        { key: "kind", label: t("field.kind"), value: terms(`sessionKind.${kind}`) },
        { key: "startsAt", label: t("field.startsAt"), value: <DateTime moment={startsAt} /> },
        {
          key: "deadline",
          label: t("field.deadline"),
          value: deadline === null ? null : <DateTime moment={deadline} />,
        },
        { key: "place", label: t("field.place"), value: <Place text={place} /> },
        {
          key: "questionSet",
          label: t("field.questionSetId"),
          value:
            questionSet &&
            t("questionSetName", {
              name: textIn(questionSet.name, language),
              number: questionSet.number,
            }),
        },
        { key: "facilitator", label: t("field.facilitatorId"), value: facilitator },
        { key: "deputy", label: t("field.deputyId"), value: deputy },
        { key: "observers", label: t("field.observerIds"), value: format.list(observers) },
      ]}
    />
  );
}

/** A place in words, or the link to an online meeting. */
function Place({ text }: { text: string }) {
  const { t } = useTranslation();
  if (text === "") return <>{t("none")}</>;
  if (!/^https:\/\/\S+$/.test(text)) return <>{text}</>;
  return (
    <a className="nl-link mw-law-link" href={text} rel="noreferrer noopener">
      {text}
    </a>
  );
}
