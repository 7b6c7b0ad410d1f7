import { DataTable, type Column } from "#app/components/data-table.tsx";
import { DateTime } from "#app/components/date-time.tsx";
import { Disclosure } from "#app/components/disclosure.tsx";
import { useHasRight } from "#app/components/shell/use-shell.ts";
import { TextLink } from "#app/components/text-link.tsx";
import { factKinds } from "#app/domain/case-file.ts";
import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { factPerspectives } from "#app/schemas/fact-perspectives.ts";
import type { ListedFact } from "#app/schemas/fact-view.ts";
import { useCountWords } from "./fact-usage.ts";

/** The catalogue by perspective, what pleads for relief first; what left the list comes last. */
export function FactList({ facts }: { facts: ListedFact[] }) {
  const { t } = useTranslation("administration");
  const { t: terms } = useTranslation();
  const ended = facts.filter((fact) => fact.ended !== null);
  return (
    <>
      {factPerspectives.map((perspective) => {
        const own = facts.filter((fact) => !fact.ended && fact.perspective === perspective);
        if (own.length === 0) return null;
        return (
          <section key={perspective}>
            <h2 className="nl-heading nl-heading--level-2">
              {terms(`perspective.${perspective}`)}
            </h2>
            {factKinds.map((kind) => (
              <KindTable key={kind} {...{ perspective, kind, facts: own }} />
            ))}
          </section>
        );
      })}
      {ended.length > 0 ? (
        <section>
          <h2 className="nl-heading nl-heading--level-2">{t("fact.endedTitle")}</h2>
          <p className="nl-paragraph">{t("fact.endedText")}</p>
          <EndedTable facts={ended} />
        </section>
      ) : null}
    </>
  );
}

type KindTableProps = {
  perspective: (typeof factPerspectives)[number];
  kind: (typeof factKinds)[number];
  facts: ListedFact[];
};

function KindTable({ perspective, kind, facts }: KindTableProps) {
  const { t: terms } = useTranslation();
  const columns = useColumns();
  const rows = facts.filter(({ direction }) => direction === kind);
  if (rows.length === 0) return null;
  const name = terms(`factKind.${kind}`);
  return (
    <>
      <h3 className="nl-heading nl-heading--level-3">{name}</h3>
      <DataTable
        caption={`${terms(`perspective.${perspective}`)}: ${name}`}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id}
        columns={[columns.name, columns.definition, columns.cases, columns.precedents]}
      />
    </>
  );
}

function EndedTable({ facts }: { facts: ListedFact[] }) {
  const { t } = useTranslation("administration");
  const columns = useColumns();
  return (
    <DataTable
      caption={t("fact.endedTitle")}
      hideCaption
      rows={facts}
      rowKey={({ id }) => id}
      columns={[columns.name, columns.ended, columns.cases, columns.precedents]}
    />
  );
}

function useColumns() {
  const { t, language } = useTranslation("administration");
  const countWords = useCountWords();
  const column = (key: string, label: string, cell: Column<ListedFact>["cell"]) => {
    return { key, label, cell, rowHeader: key === "label" };
  };
  return {
    name: column("label", t("fact.label"), (fact) => <FactName fact={fact} />),
    definition: column("definition", t("scope.description"), (fact) => (
      <>
        {textIn(fact.definition, language)}
        <FactMore fact={fact} />
      </>
    )),
    ended: column("ended", t("fact.endedWhy"), (fact) => <EndedWhy ended={fact.ended} />),
    cases: column("cases", t("fact.usageCases"), ({ usage, ended }) =>
      ended?.into ? t("fact.countsThere") : countWords(usage.cases),
    ),
    precedents: column("precedents", t("fact.usagePrecedents"), ({ usage, ended }) =>
      ended?.into ? t("fact.countsThere") : countWords(usage.precedents),
    ),
  };
}

function FactName({ fact }: { fact: ListedFact }) {
  const { t, language } = useTranslation("administration");
  const mayManage = useHasRight("catalogue.manage");
  const name = textIn(fact.label, language);
  return (
    <>
      {mayManage ? <TextLink to={`/beheer/omstandigheden/${fact.id}`}>{name}</TextLink> : name}
      {fact.measure ? (
        <span className="mw-small"> ({t(`fact.measureShort.${fact.measure}`)})</span>
      ) : null}
    </>
  );
}

function FactMore({ fact: { example, synonyms } }: { fact: ListedFact }) {
  const { t, language } = useTranslation("administration");
  const shown = textIn(example, language);
  if (shown === "" && synonyms.length === 0) return null;
  return (
    <Disclosure summary={t("fact.more")}>
      {shown === "" ? null : <p>{t("fact.exampleShown", { example: shown })}</p>}
      {synonyms.length === 0 ? null : (
        <p>{t("fact.synonymsShown", { words: synonyms.join(", ") })}</p>
      )}
    </Disclosure>
  );
}

/** When and why a fact left the list, and what took its place. */
export function EndedWhy({ ended }: { ended: ListedFact["ended"] }) {
  const { t, language } = useTranslation("administration");
  if (!ended) return null;
  return (
    <>
      {ended.into ? t("fact.mergedInto", { fact: textIn(ended.into.label, language) }) : null}{" "}
      {ended.at === null ? null : (
        <>
          {t("fact.since")} <DateTime moment={ended.at} day />
          {ended.reason === "" ? "." : ": "}
        </>
      )}
      {ended.reason}
    </>
  );
}
