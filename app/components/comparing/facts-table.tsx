import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ComparedFact, ComparingPage } from "#app/schemas/comparing-page.ts";
import { useAmountWords } from "../cases/use-amount-words.ts";
import { Card } from "../card.tsx";
import { DataTable, type Column } from "../data-table.tsx";
import { TextLink } from "../text-link.tsx";
import { useComparisonWords } from "./use-comparison-words.ts";

/** Every fact in a row, the case and each precedent in a column; the answers in words. */
export function FactsTable({ page }: { page: ComparingPage }) {
  const { t, language } = useTranslation("comparing");
  const { t: terms } = useTranslation();
  const { level } = useComparisonWords();
  const answer = useAnswerWords();
  const { base, compared, facts } = page;
  if (!base || compared.length === 0 || facts.length === 0) return null;
  const here =
    base.kind === "case" ? t("table.here") : t("table.herePrecedent", { number: base.number });
  const columns: Column<ComparedFact>[] = [
    {
      key: "fact",
      label: t("table.fact"),
      rowHeader: true,
      cell: ({ label, side }) => (
        <>
          {textIn(label, language)}
          <span className="mw-compared-fact__side">{terms(`factKind.${side}`)}</span>
        </>
      ),
    },
    { key: "here", label: here, cell: (fact) => answer(fact, fact.here) },
    ...compared.map(({ precedent }, place): Column<ComparedFact> => ({
      key: precedent.id,
      label: (
        <>
          <TextLink to={`/precedenten/${precedent.id}`}>{precedent.number}</TextLink>
          {precedent.organisation ? (
            <span className="mw-compared-fact__side">{precedent.organisation}</span>
          ) : null}
          <span className="mw-compared-fact__side">{level(precedent.level)}</span>
        </>
      ),
      cell: (fact) => {
        const there = fact.there[place];
        return there ? answer(fact, { ...there, isThere: true }) : null;
      },
    })),
  ];
  return (
    <Card title={t("table.title")}>
      <div className="mw-compared-facts">
        <DataTable
          caption={t("table.caption")}
          hideCaption
          columns={columns}
          rows={facts}
          rowKey={({ id }) => id}
          narrow="scroll"
        />
      </div>
    </Card>
  );
}

type Answer = ComparedFact["here"] & { inReason?: boolean; isThere?: boolean };

/** "ja, 14 maanden (beslissend)" */
function useAnswerWords(): (fact: ComparedFact, answer: Answer) => string {
  const { t } = useTranslation("comparing");
  const amountWords = useAmountWords();
  return ({ measure }, { answer, amount, inReason, isThere }) => {
    const word = t(`table.${answer === "unknown" && isThere ? "notLookedAt" : answer}`);
    const full =
      amount === null || measure === null
        ? word
        : t("table.amount", { answer: word, amount: amountWords(amount, measure) });
    return inReason ? `${full} (${t("table.reason")})` : full;
  };
}
