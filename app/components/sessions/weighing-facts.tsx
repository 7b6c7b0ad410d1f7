import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { WeighingView, Who } from "#app/schemas/weighing-view.ts";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { DateTime } from "../date-time.tsx";
import { Prose } from "../prose.tsx";
import { RightLink } from "../right-link.tsx";
import { WeighingLines } from "./results-moves.tsx";
import { useWho } from "./use-who.ts";
import { WeightsTable } from "./weights-form.tsx";

type WeighingFactsProps = {
  page: {
    caseFile: { id: string };
    session: { id: string; title: string };
    reason: string;
    createdAt: number;
    createdBy: string;
    revealedAt: number | null;
    revealReason: string;
    missing: Who[];
    view: WeighingView;
    others: { id: string; number: number; createdAt: number; createdBy: string; reason: string }[];
  };
};

/** What a weighing was computed from: questions, weights, people, and who was missing. */
export function WeighingFacts({ page }: WeighingFactsProps) {
  const { t, language } = useTranslation("results");
  const format = useFormat();
  const who = useWho();
  const { view, session, caseFile, missing } = page;
  const people = view.perspectives.flatMap(({ assessors }) => assessors);
  const prose = (text: string) => (text === "" ? null : <Prose text={text} />);
  return (
    <Card title={t("weighing.facts")}>
      <DataList
        items={[
          {
            key: "made",
            label: t("weighing.made"),
            value: (
              <>
                <DateTime moment={page.createdAt} />, {page.createdBy}
              </>
            ),
          },
          { key: "reason", label: t("weighing.reason"), value: prose(page.reason) },
          {
            key: "session",
            label: t("weighing.session"),
            value: (
              <RightLink
                right="session.read"
                to={`/zittingen/${session.id}/casussen/${caseFile.id}`}
              >
                {session.title}
              </RightLink>
            ),
          },
          {
            key: "questionSet",
            label: t("weighing.questionSet"),
            value: t("weighing.version", {
              name: textIn(view.questionSet.name, language),
              number: view.questionSet.number,
              key: view.questionSet.key,
            }),
          },
          {
            key: "people",
            label: t("weighing.people"),
            value: t("weighing.peopleWords", {
              count: people.length,
              names: format.list(people.map(who)),
            }),
          },
          {
            key: "missing",
            label: t("weighing.missing"),
            value: missing.length > 0 ? format.list(missing.map(who)) : t("weighing.nobody"),
          },
          {
            key: "revealReason",
            label: t("weighing.revealReason"),
            value: prose(page.revealReason),
          },
          { key: "margin", label: t("weighing.margin"), value: format.decimal(view.margin) },
        ]}
      />
      <WeightsTable perspectives={view.perspectives} weighed={view.weighed} />
      {page.others.length > 0 ? (
        <div>
          <h3 className="nl-heading nl-heading--level-4">{t("weighing.others")}</h3>
          <WeighingLines caseId={caseFile.id} lines={page.others} />
        </div>
      ) : null}
    </Card>
  );
}
