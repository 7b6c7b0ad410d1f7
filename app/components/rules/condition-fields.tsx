import { factKinds } from "#app/domain/case-file.ts";
import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { RuleFactChoice } from "#app/schemas/rule-view.ts";
import { usePerspectiveName } from "../cases/perspective-name.ts";
import { Disclosure } from "../disclosure.tsx";
import { HiddenField, MoneyField, RadioGroup, TextField } from "../form/index.ts";

type ConditionFieldsProps = {
  facts: readonly RuleFactChoice[];
  /** Those chosen when the form came on the screen: they stand first. */
  chosen: ReadonlySet<string>;
};

/** The catalogue to choose conditions from: what is chosen in sight, the rest per group. */
export function ConditionFields({ facts, chosen }: ConditionFieldsProps) {
  const { t } = useTranslation("rules");
  const first = facts.filter(({ id }) => chosen.has(id));
  const rest = facts.filter(({ id }) => !chosen.has(id));
  return (
    <>
      <h2 className="nl-heading nl-heading--level-4">{t("edit.chosen")}</h2>
      {first.length === 0 ? <p className="mw-soft">{t("edit.chosenNone")}</p> : null}
      {first.map((fact) => (
        <ConditionField key={fact.id} fact={fact} />
      ))}
      <FactGroups facts={rest} isOpen={facts.length <= 12} />
    </>
  );
}

function FactGroups({ facts, isOpen }: { facts: readonly RuleFactChoice[]; isOpen: boolean }) {
  const { t: terms } = useTranslation();
  const perspectiveName = usePerspectiveName();
  const perspectives = [...new Set(facts.map(({ perspective }) => perspective))];
  const groups = perspectives.flatMap((perspective) =>
    factKinds.map((kind) => ({
      key: perspective + kind,
      title: `${perspectiveName(perspective)}: ${terms(`factKind.${kind}`)}`,
      facts: facts.filter((fact) => fact.perspective === perspective && fact.direction === kind),
    })),
  );
  return (
    <>
      {groups.map(({ key, title, facts: own }) =>
        own.length === 0 ? null : (
          <Disclosure key={key} summary={`${title} (${own.length})`} open={isOpen}>
            {own.map((fact) => (
              <ConditionField key={fact.id} fact={fact} />
            ))}
          </Disclosure>
        ),
      )}
    </>
  );
}

function ConditionField({ fact }: { fact: RuleFactChoice }) {
  const { t, language } = useTranslation("rules");
  return (
    <div className="mw-fact">
      <RadioGroup
        name={`facts.${fact.id}`}
        label={textIn(fact.label, language)}
        description={textIn(fact.definition, language)}
        options={[
          { value: "", label: t("choice.open") },
          { value: "must", label: t("choice.must") },
          { value: "must_not", label: t("choice.must_not") },
        ]}
        inline
      />
      {fact.measure ? <BoundFields fact={fact} measure={fact.measure} /> : null}
    </div>
  );
}

type BoundFieldsProps = {
  fact: RuleFactChoice;
  measure: NonNullable<RuleFactChoice["measure"]>;
};

function BoundFields({ fact: { id, label }, measure }: BoundFieldsProps) {
  const { t, language } = useTranslation("rules");
  const description = `${t(`choice.unit.${measure}`)} ${t("choice.boundHint")}`;
  return (
    <>
      <HiddenField name={`bounds.${id}.measure`} value={measure} />
      {(["least", "most"] as const).map((end) => {
        const field = {
          name: `bounds.${id}.${end}`,
          label: t(`choice.${end}`, { fact: textIn(label, language) }),
          description,
          optional: true,
        };
        return measure === "cents" ? (
          <MoneyField key={end} {...field} />
        ) : (
          <TextField key={end} {...field} inputMode="numeric" autoComplete="off" width="short" />
        );
      })}
    </>
  );
}
