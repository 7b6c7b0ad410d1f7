import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type {
  ComparedWeighings,
  OptionPlace,
  WeighingName,
} from "#app/schemas/weighing-comparison.ts";
import { Card } from "../card.tsx";
import { DataTable } from "../data-table.tsx";
import { TextLink } from "../text-link.tsx";
import { WeightsOrigin } from "./weights-origin.tsx";

type WeighingsComparedProps = {
  page: {
    id: string;
    caseFile: { id: string };
    comparable: WeighingName[];
    compared: ComparedWeighings | null;
  };
};

/** The way to put another weighing of the case beside this one, and then both, words first. */
export function WeighingsCompared({ page }: WeighingsComparedProps) {
  const { t } = useTranslation("weighings");
  const { id, caseFile, comparable, compared } = page;
  if (comparable.length === 0) return null;
  const here = `/casussen/${caseFile.id}/wegingen/${id}`;
  const shown = compared && [compared.before.id, compared.after.id];
  return (
    <section id="vergelijken">
      <Card title={compared ? <BothNames compared={compared} /> : t("title")}>
        {compared ? <Compared compared={compared} /> : <p>{t("lead")}</p>}
        <ul className="utrecht-unordered-list">
          {comparable
            .filter((other) => !shown?.includes(other.id))
            .map((other) => (
              <li key={other.id}>
                <TextLink to={`${here}?naast=${other.id}#vergelijken`}>
                  {t("beside", { weighing: t("line", other) })}
                </TextLink>
              </li>
            ))}
          {compared ? (
            <li>
              <TextLink to={here}>{t("stop")}</TextLink>
            </li>
          ) : null}
        </ul>
      </Card>
    </section>
  );
}

function BothNames({ compared: { before, after } }: { compared: ComparedWeighings }) {
  const { t } = useTranslation("weighings");
  const words = t("comparedTitle", { before: t("line", before), after: t("line", after) });
  return <>{words.charAt(0).toUpperCase() + words.slice(1)}</>;
}

function Compared({ compared }: { compared: ComparedWeighings }) {
  const { t, language } = useTranslation("weighings");
  const format = useFormat();
  const placeWords = usePlaceWords();
  const { before, after, perspectives, options } = compared;
  const weightWords = (weighted: { weight: number; passMark: number } | null) =>
    weighted === null
      ? t("absent")
      : t("weight", {
          weight: format.percent(weighted.weight),
          passMark: format.decimal(weighted.passMark),
        });
  return (
    <>
      <Changes compared={compared} />
      <DataTable
        caption={t("optionsCaption")}
        rows={options}
        rowKey={({ id }) => id}
        columns={[
          { key: "option", label: t("option"), rowHeader: true, cell: ({ title }) => title },
          { key: "before", label: t("column", before), cell: (row) => placeWords(row.before) },
          { key: "after", label: t("column", after), cell: (row) => placeWords(row.after) },
        ]}
      />
      <DataTable
        caption={t("weightsCaption")}
        rows={perspectives}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "perspective",
            label: t("perspective"),
            rowHeader: true,
            cell: ({ name }) => textIn(name, language),
          },
          { key: "before", label: t("column", before), cell: (row) => weightWords(row.before) },
          { key: "after", label: t("column", after), cell: (row) => weightWords(row.after) },
        ]}
      />
      {[before, after].map(({ id, weighed, ...name }) =>
        weighed === null ? null : (
          <div key={id}>
            <p className="mw-soft">{t("column", name)}</p>
            <WeightsOrigin perspectives={perspectives} weighed={weighed} />
          </div>
        ),
      )}
    </>
  );
}

function usePlaceWords(): (place: OptionPlace | null) => string {
  const { t } = useTranslation("weighings");
  const format = useFormat();
  return (place) => {
    if (place === null) return t("absent");
    const total = place.total === null ? t("noTotal") : format.decimal(place.total);
    if (!place.passes || place.rank === null) return t("fails", { total });
    return t(place.proposed ? "proposed" : "place", { total, rank: place.rank });
  };
}

/** What changed, in words: the proposal, why, and who passes or moved. */
function Changes({ compared: { comparison, options } }: { compared: ComparedWeighings }) {
  const { t } = useTranslation("weighings");
  const format = useFormat();
  const { causes, proposal, nowPasses, nowFails, moved } = comparison;
  const titleOf = (id: string) => options.find((option) => option.id === id)?.title ?? "";
  const titles = (ids: string[]) => format.list(ids.map(titleOf));
  const reasons = format.list(causes.map((cause) => t(`cause.${cause}`)));
  const words = {
    before: titles(proposal.before),
    after: titles(proposal.after),
    because: t("because", { causes: reasons }),
  };
  const { change } = proposal;
  const hasCause = causes.length > 0 && change !== "same" && change !== "none";
  return (
    <>
      <p>
        <strong>{t(`proposal.${hasCause ? (`${change}By` as const) : change}`, words)}</strong>
      </p>
      <ul className="utrecht-unordered-list">
        <li>{causes.length === 0 ? t("equal") : t("different", { causes: reasons })}</li>
        {nowPasses.length > 0 ? <li>{t("nowPasses", { options: titles(nowPasses) })}</li> : null}
        {nowFails.length > 0 ? <li>{t("nowFails", { options: titles(nowFails) })}</li> : null}
        {moved.map(({ id, before, after }) => (
          <li key={id}>{t("moved", { option: titleOf(id), before, after })}</li>
        ))}
        {moved.length === 0 ? <li>{t("noMoves")}</li> : null}
      </ul>
    </>
  );
}
