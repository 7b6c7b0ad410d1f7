import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ComparedRule, OnlyHere, RuleComparison } from "#app/schemas/rule-view.ts";
import { Card } from "../card.tsx";
import { Columns, Stack } from "../columns.tsx";
import { Form, FormActions, SelectField, SubmitButton } from "../form/index.ts";
import { TextLink } from "../text-link.tsx";
import { RuleInWords } from "./rule-in-words.tsx";
import { RuleStanding } from "./rule-standing.tsx";
import { TryOut } from "./try-out.tsx";

/** Which two rules stand beside each other. */
export function ChooseRules({ page: { choices, chosen, compared } }: { page: RuleComparison }) {
  const { t } = useTranslation("rules");
  const options = choices.map(({ id, standing, ...rule }) => ({
    value: id,
    label: t("compare.option", { ...rule, standing: t(`standing.${standing}`) }),
  }));
  return (
    <Card>
      <Form
        method="get"
        action="/regels/vergelijken"
        values={chosen}
        key={`${chosen.a} ${chosen.b}`}
        className="mw-form--inline"
      >
        <SelectField name="a" label={t("compare.first")} options={options} />
        <SelectField name="b" label={t("compare.second")} options={options} />
        <FormActions>
          <SubmitButton>{t("compare.submit")}</SubmitButton>
        </FormActions>
      </Form>
      {compared === null ? <p className="mw-soft">{t("compare.choose")}</p> : null}
    </Card>
  );
}

type Compared = NonNullable<RuleComparison["compared"]>;

/** What one settles and the other does not; then each with its conditions and its try-out. */
export function ComparedRules({ compared }: { compared: Compared }) {
  const { a, b } = compared;
  return (
    <div className="mw-stack">
      <Differences compared={compared} />
      <Columns layout="2">
        <Side rule={a} />
        <Side rule={b} />
      </Columns>
    </div>
  );
}

function Differences({ compared: { a, b, both } }: { compared: Compared }) {
  const { t } = useTranslation("rules");
  const isSame = a.inWords.level === b.inWords.level;
  return (
    <Card title={t("compare.differences")}>
      {both === null ? (
        <p>{t("compare.otherScope")}</p>
      ) : (
        <>
          <p>{t("compare.both", { count: both })}</p>
          <Only here={a} there={b} />
          <Only here={b} there={a} />
          <p>{t(isSame ? "compare.sameLevel" : "compare.otherLevel")}</p>
        </>
      )}
    </Card>
  );
}

function Only({ here, there }: { here: ComparedRule; there: ComparedRule }) {
  const { t } = useTranslation("rules");
  const name = ({ number, edition }: ComparedRule) =>
    `${number} (${t("list.editionOf", { edition }).toLowerCase()})`;
  if (!here.only) return null;
  const { count, because } = here.only;
  const words = { number: name(here), other: name(there) };
  return (
    <div>
      <p>{t("compare.only", { count, ...words })}</p>
      <Because because={because} other={words.other} />
    </div>
  );
}

function Because({ because, other }: Pick<OnlyHere, "because"> & { other: string }) {
  const { t, language } = useTranslation("rules");
  if (because.length === 0) return null;
  return (
    <>
      <p>{t("compare.because", { other })}</p>
      <ul>
        {because.map(({ kind, fact, keepsOut }) => (
          <li key={kind + fact.id}>
            {t(`compare.${kind}`, { fact: textIn(fact.label, language) })}:{" "}
            {t("compare.keepsOut", { count: keepsOut })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Side({ rule }: { rule: ComparedRule }) {
  const { t } = useTranslation("rules");
  const { id, number, edition, title, standing, inWords, tried } = rule;
  return (
    <Stack>
      <Card
        title={`${t("one", { number })}, ${t("list.editionOf", { edition }).toLowerCase()}`}
        aside={<RuleStanding standing={standing} />}
      >
        <p>
          <TextLink to={`/regels/${id}`}>{title}</TextLink>
        </p>
        <RuleInWords inWords={inWords} />
      </Card>
      <Card title={t("tried.title")}>
        <TryOut tried={tried} />
      </Card>
    </Stack>
  );
}
