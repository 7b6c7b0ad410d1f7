import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DecisionPage } from "#app/schemas/decision-view.ts";
import type { WeighingWords } from "#app/schemas/decision-view.ts";
import { Card } from "../card.tsx";
import { DataTable, type Column } from "../data-table.tsx";
import { Prose } from "../prose.tsx";
import { TextLink } from "../text-link.tsx";

type Part = { page: DecisionPage };

/** The weighing in words, and whether the decision follows it. */
export function WeighingPart({ page }: Part) {
  const { t, language } = useTranslation("decisions");
  const { weighing, decision, caseFile } = page;
  if (!weighing || decision.kind === "withdrawal") return null;
  const { name, number } = weighing.questionSet;
  return (
    <Card title={t("page.weighing")}>
      <Verdict page={page} weighing={weighing} />
      <WeighedOptions weighing={weighing} />
      <WhoTookPart weighing={weighing} />
      <p>{t("page.version", { name: textIn(name, language), number })}</p>
      <Reason title={t("page.coverageReason")} text={decision.coverageReason} />
      <Reason title={t("page.undiscussedReason")} text={decision.undiscussedReason} />
      {decision.weighingId ? (
        <p className="mw-screen-only">
          <TextLink to={`/casussen/${caseFile.id}/wegingen/${decision.weighingId}`}>
            {t("page.toWeighing")}
          </TextLink>
        </p>
      ) : null}
    </Card>
  );
}

function Verdict({ page: { decision }, weighing }: Part & { weighing: WeighingWords }) {
  const { t } = useTranslation("decisions");
  const { list } = useFormat();
  const departed = decision.departure.trim() !== "";
  return (
    <>
      <p>
        {weighing.proposed.length > 0
          ? t("page.proposedOne", { options: list(weighing.proposed) })
          : t("page.proposedNone")}{" "}
        {weighing.noClearDifference ? `${t("page.noClearDifference")} ` : ""}
        {t(departed ? "page.departed" : "page.followed")}
      </p>
      <Reason title={t("page.departureTitle")} text={decision.departure} />
    </>
  );
}

function Reason({ title, text }: { title: string; text: string }) {
  if (text.trim() === "") return null;
  return (
    <section>
      <h3 className="nl-heading nl-heading--level-4">{title}</h3>
      <Prose text={text} />
    </section>
  );
}

function WeighedOptions({ weighing }: { weighing: WeighingWords }) {
  const { t, language } = useTranslation("decisions");
  const format = useFormat();
  const columns: Column<WeighingWords["options"][number]>[] = [
    { key: "option", label: t("page.weighedOption"), rowHeader: true, cell: ({ title }) => title },
    {
      key: "verdict",
      label: t("page.weighedVerdict"),
      cell: ({ passes, failing }) =>
        passes
          ? t("page.passes")
          : t("page.fails", {
              perspectives: format.list(
                failing.map((name) => textIn(name, language).toLowerCase()),
              ),
            }),
    },
    {
      key: "total",
      label: t("page.weighedTotal"),
      numeric: true,
      cell: ({ total }) => (total === null ? t("page.noFacts") : format.decimal(total)),
    },
  ];
  return (
    <DataTable
      caption={t("page.weighedCaption")}
      columns={columns}
      rows={weighing.options}
      rowKey={({ id }) => id}
    />
  );
}

function WhoTookPart({ weighing }: { weighing: WeighingWords }) {
  const { t, language } = useTranslation("decisions");
  const format = useFormat();
  const columns: Column<WeighingWords["perspectives"][number]>[] = [
    {
      key: "perspective",
      label: t("page.perspective"),
      rowHeader: true,
      cell: ({ name }) => textIn(name, language),
    },
    { key: "people", label: t("page.people"), numeric: true, cell: ({ people }) => people },
    { key: "missing", label: t("page.missing"), numeric: true, cell: ({ missing }) => missing },
    {
      key: "coverage",
      label: t("page.coverage"),
      numeric: true,
      cell: ({ coverage }) => format.percent(coverage),
    },
  ];
  return (
    <DataTable
      caption={t("page.peopleCaption")}
      columns={columns}
      rows={weighing.perspectives}
      rowKey={({ key }) => key}
    />
  );
}
