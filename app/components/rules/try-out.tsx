import type { RuleTryOut } from "#app/domain/policy-rule.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { textIn } from "#app/domain/local-text.ts";
import type { TryOutView } from "#app/schemas/rule-try-out.ts";
import { DataTable } from "../data-table.tsx";
import { Disclosure } from "../disclosure.tsx";
import { TextLink } from "../text-link.tsx";
import { Disagreements } from "./disagreements.tsx";
import { MoneyEffect } from "./money-effect.tsx";

const fewGroups = 12;

type TryOutProps = {
  tried: TryOutView;
  /** The address of a page of the disagreements, where there is more than the first. */
  pageAt?: (page: number) => string;
};

/** What a rule would have done in what was decided before: words first, then what stands behind them. */
export function TryOut({ tried, pageAt }: TryOutProps) {
  const { t } = useTranslation("rules");
  const { numbers, open, complete } = tried;
  return (
    <div className="mw-stack">
      {complete ? null : <p>{t("tried.incomplete")}</p>}
      <TryOutNumbers numbers={numbers} />
      {open > 0 ? <p>{t("tried.open", { count: open })}</p> : null}
      <Disagreements tried={tried} pageAt={pageAt} />
      <MoneyEffect numbers={numbers} />
      <Replaced tried={tried} />
      <Groups groups={tried.groups} />
    </div>
  );
}

/** The numbers of a try-out in sentences. */
export function TryOutNumbers({ numbers }: { numbers: RuleTryOut }) {
  const { t } = useTranslation("rules");
  const format = useFormat();
  const { looked, settled, agrees, differs, moreGenerous, lessGenerous } = numbers;
  const how = format.list([
    ...(moreGenerous > 0 ? [t("tried.more", { count: moreGenerous })] : []),
    ...(lessGenerous > 0 ? [t("tried.less", { count: lessGenerous })] : []),
  ]);
  return (
    <ul>
      <li>{t("tried.looked", { count: looked })}</li>
      <li>
        <strong>{t("tried.settled", { count: settled })}</strong>
      </li>
      {settled > 0 ? (
        <>
          <li>{t("tried.agrees", { count: agrees })}</li>
          <li>{t("tried.differs", { count: differs, how })}</li>
        </>
      ) : null}
    </ul>
  );
}

function Replaced({ tried: { numbers, replaces } }: { tried: TryOutView }) {
  const { t } = useTranslation("rules");
  const count = numbers.replaces;
  return (
    <section>
      <h3 className="nl-heading nl-heading--level-4">{t("tried.replacesTitle")}</h3>
      <p>{count === 0 ? t("tried.replacesNone") : t("tried.replaces", { count })}</p>
      {numbers.differs > 0 ? <p className="mw-soft">{t("tried.stays")}</p> : null}
      <ul>
        {replaces.map(({ id, number, title }, place) => (
          <li key={id ?? place}>
            {id === null ? (
              t("tried.hidden")
            ) : (
              <TextLink to={`/precedenten/${id}`}>
                {number} {title}
              </TextLink>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Groups({ groups }: Pick<TryOutView, "groups">) {
  const { t } = useTranslation("rules");
  if (groups.length === 0) return null;
  const [first, rest] = [groups.slice(0, fewGroups), groups.slice(fewGroups)];
  return (
    <section>
      <h3 className="nl-heading nl-heading--level-4">{t("tried.groups")}</h3>
      <p className="mw-soft">{t("tried.groupsText")}</p>
      <GroupTable groups={first} />
      {rest.length > 0 ? (
        <Disclosure summary={t("tried.moreGroups", { count: rest.length })}>
          <GroupTable groups={rest} />
        </Disclosure>
      ) : null}
    </section>
  );
}

function GroupTable({ groups }: Pick<TryOutView, "groups">) {
  const { t, language } = useTranslation("rules");
  return (
    <DataTable
      caption={t("tried.groupsCaption")}
      hideCaption
      rows={groups}
      rowKey={({ fact }) => fact.id}
      columns={[
        {
          key: "fact",
          label: t("tried.fact"),
          rowHeader: true,
          cell: ({ fact }) => textIn(fact.label, language),
        },
        { key: "count", label: t("tried.count"), numeric: true, cell: ({ count }) => count },
      ]}
    />
  );
}
