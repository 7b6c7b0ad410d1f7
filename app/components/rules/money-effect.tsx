import type { RuleTryOut } from "#app/domain/policy-rule.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { DataTable } from "../data-table.tsx";
import { Money } from "../money.tsx";

/** What a rule would have cost more or less than what was decided: in words, then per bearer in a table. */
export function MoneyEffect({ numbers }: { numbers: RuleTryOut }) {
  const { t } = useTranslation("rules");
  const { t: terms } = useTranslation();
  const { money, moneyUnknown, settled } = numbers;
  const words = useMoneyWords();
  if (settled === 0) return null;
  return (
    <section className="mw-stack">
      <h3 className="nl-heading nl-heading--level-4">{t("tried.money")}</h3>
      {money.length === 0 ? (
        <p>{t("tried.moneyNone")}</p>
      ) : (
        <>
          <ul>
            {money.map((line) => (
              <li key={line.bearer}>{words(line)}</li>
            ))}
          </ul>
          <DataTable
            caption={t("tried.moneyCaption")}
            rows={money}
            rowKey={({ bearer }) => bearer}
            columns={[
              {
                key: "bearer",
                label: t("tried.bearer"),
                rowHeader: true,
                cell: ({ bearer }) => terms(`bearer.${bearer}`),
              },
              {
                key: "amount",
                label: t("tried.amount"),
                numeric: true,
                cell: ({ cents }) => <Money cents={cents} />,
              },
            ]}
          />
        </>
      )}
      {moneyUnknown > 0 ? <p>{t("tried.moneyUnknown", { count: moneyUnknown })}</p> : null}
    </section>
  );
}

function useMoneyWords() {
  const { t } = useTranslation("rules");
  const { t: terms } = useTranslation();
  const format = useFormat();
  return ({ bearer, cents }: RuleTryOut["money"][number]) => {
    const words = {
      bearer: terms(`bearer.${bearer}`),
      amount: format.euro(Math.abs(cents)),
    };
    if (cents === 0) return t("tried.moneySame", words);
    return t(cents > 0 ? "tried.moneyMore" : "tried.moneyLess", words);
  };
}
