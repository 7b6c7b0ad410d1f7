import type { ReactNode } from "react";
import { precedentCheckAnswers } from "#app/domain/decision.ts";
import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DecisionWork } from "#app/schemas/decision-view.ts";
import { DateTime } from "../date-time.tsx";
import { CheckboxGroup, Fieldset, RadioGroup, TextArea, TextField } from "../form/index.ts";
import { LevelBadge } from "../level-badge.tsx";
import { TextLink } from "../text-link.tsx";

type PrecedentCheckProps = {
  precedents: DecisionWork["precedents"];
  facts: DecisionWork["facts"];
  levels: readonly LocalText[];
  /** What earlier decisions commit this one to. */
  children: ReactNode;
};

/** Equal cases: what was found, which, or what makes this case different. */
export function PrecedentCheckFields(props: PrecedentCheckProps) {
  const { precedents, facts, levels, children } = props;
  const { t } = useTranslation("decisions");
  const { t: terms } = useTranslation();
  const answers = precedentCheckAnswers.map((answer) => ({
    value: answer,
    label: terms(`precedentCheckAnswer.${answer}`),
  }));
  const choices = precedents.map(({ id, number, title }) => ({
    value: id,
    label: `${number} ${title}`,
  }));
  return (
    <Fieldset legend={t("precedents.legend")} description={t("precedents.hint")}>
      {precedents.length === 0 ? (
        <p>{t("precedents.none")}</p>
      ) : (
        <>
          <p>{t("precedents.listTitle")}</p>
          <ul className="mw-work">
            {precedents.map((precedent) => (
              <Comparable key={precedent.id} precedent={precedent} facts={facts} levels={levels} />
            ))}
          </ul>
        </>
      )}
      <p>
        <TextLink to="/precedenten" target="_blank">
          {t("precedents.search")}
        </TextLink>
      </p>
      {children}
      <TextArea
        name="precedentCheckText"
        label={t("precedents.text")}
        description={t("precedents.textHint")}
        max={20_000}
        optional
      />
      <RadioGroup name="precedentCheck" label={t("precedents.answer")} options={answers} />
      {choices.length > 0 ? (
        <CheckboxGroup
          name="precedents"
          label={t("precedents.chosen")}
          options={choices}
          optional
        />
      ) : null}
      <TextField
        name="otherPrecedent"
        label={t("precedents.other")}
        description={t("precedents.otherHint")}
        autoComplete="off"
        optional
      />
    </Fieldset>
  );
}

type ComparableProps = Pick<PrecedentCheckProps, "facts" | "levels"> & {
  precedent: DecisionWork["precedents"][number];
};

function Comparable({ precedent, facts, levels }: ComparableProps) {
  const { t, language } = useTranslation("decisions");
  const { list } = useFormat();
  const here = facts.filter(({ answer }) => answer === "yes").map(({ id }) => id);
  const words = precedent.facts
    .filter(({ inReason }) => inReason)
    .map(({ id, label }) => {
      const name = textIn(label, language);
      return here.includes(id) ? `${name} (${t("precedents.same")})` : name;
    });
  return (
    <li className="mw-work__item">
      <div className="mw-work__words">
        <p className="mw-work__title">
          <TextLink to={`/precedenten/${precedent.id}`} target="_blank">
            {precedent.number} {precedent.title}
          </TextLink>
        </p>
        <p className="mw-work__facts">
          <span>{t("precedents.differences", { count: precedent.differences })}</span>
          <span>
            {t("precedents.decided")} <DateTime moment={precedent.decidedAt} day />
          </span>
          {precedent.organisation ? <span>{precedent.organisation}</span> : null}
        </p>
        {words.length > 0 ? (
          <p>
            {t("precedents.facts")}: {list(words)}
          </p>
        ) : null}
      </div>
      <LevelBadge level={precedent.level} levels={levels} />
    </li>
  );
}
