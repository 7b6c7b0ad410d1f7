import { useTranslation } from "#app/i18n/use-translation.ts";
import type { AccountNumbers } from "#app/schemas/home.ts";
import { Card } from "../card.tsx";
import { TextLink } from "../text-link.tsx";

/** A few numbers of the account in words, each with the way to its cases. */
export function AccountNumbersCard({ account }: { account: AccountNumbers }) {
  const { t } = useTranslation("home");
  const { year, numbers } = account;
  return (
    <Card
      title={t("account.title", { year })}
      footer={<TextLink to="/verantwoording">{t("account.all")}</TextLink>}
    >
      <ul className="mw-figures">
        {numbers.map(({ key, count, to }) => (
          <li key={key}>
            <p id={`account-${key}`}>{t(`account.${key}`, { count })}</p>
            {count > 0 ? (
              <TextLink to={to} aria-describedby={`account-${key}`}>
                {t("account.see")}
              </TextLink>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
