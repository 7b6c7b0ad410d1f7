import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { EqualTreatmentView } from "#app/schemas/equal-treatment-view.ts";
import { CheckboxField, CheckboxGroup, Fieldset, SubmitButton } from "../form/index.ts";
import { TextLink } from "../text-link.tsx";

type AnswersProps = {
  view: EqualTreatmentView;
  levels: readonly LocalText[];
  mayTake: boolean;
};

/** What can be done about a warning: name a difference, change the line, or leave it standing. */
export function TreatmentAnswers({ view, levels, mayTake }: AnswersProps) {
  const { t } = useTranslation("decisions");
  const { warnings, differences } = view;
  const isWarned = warnings.length > 0;
  if (!isWarned && differences.length === 0) return <LineChangeState {...{ view, levels }} />;
  return (
    <Fieldset legend={t("treatment.ways")} description={t("treatment.waysHint")}>
      <Differences view={view} />
      <LineChangeState view={view} levels={levels} />
      {isWarned ? <LineChangeWay view={view} mayTake={mayTake} /> : null}
      {isWarned && mayTake ? (
        <CheckboxField
          name="leaveWarning"
          label={t("treatment.leave")}
          description={t("treatment.leaveHint")}
        />
      ) : null}
    </Fieldset>
  );
}

function Differences({ view: { differences } }: { view: EqualTreatmentView }) {
  const { t, language } = useTranslation("decisions");
  const { list } = useFormat();
  if (differences.length === 0) return null;
  return (
    <CheckboxGroup
      name="differences"
      label={t("treatment.differences")}
      description={t("treatment.differencesHint")}
      options={differences.map(({ id, label, from }) => ({
        value: id,
        label: textIn(label, language),
        description: t("treatment.differenceFrom", { numbers: list(from) }),
      }))}
      optional
    />
  );
}

/** What was asked before, and what came of it. */
function LineChangeState({ view, levels }: Omit<AnswersProps, "mayTake">) {
  const { t, language } = useTranslation("decisions");
  const { list } = useFormat();
  const { lineChange, departing, warnings } = view;
  if (!lineChange) return null;
  const { id, status, level, answer } = lineChange;
  const name = levels[level];
  const words = {
    proposed: () => t("treatment.lineProposed"),
    rejected: () => (warnings.length > 0 ? t("treatment.lineRejected", { answer }) : null),
    approved: () =>
      departing.length > 0
        ? t("treatment.lineApproved", { precedents: list(departing.map(({ number }) => number)) })
        : t("treatment.lineApprovedOther", { level: name ? textIn(name, language) : level }),
    withdrawn: () => null,
    effected: () => null,
  }[status]();
  if (words === null) return null;
  return (
    <p>
      {words} <TextLink to={`/lijnwijzigingen/${id}`}>{t("treatment.toLine")}</TextLink>
    </p>
  );
}

function LineChangeWay({ view, mayTake }: Omit<AnswersProps, "levels">) {
  const { t } = useTranslation("decisions");
  const { mayChangeLine, lineChange } = view;
  if (mayChangeLine && mayTake) {
    return (
      <CheckboxField
        name="changeLine"
        label={t("treatment.lineOwn")}
        description={t("treatment.lineOwnHint")}
      />
    );
  }
  if (lineChange?.status === "proposed" || lineChange?.status === "approved") return null;
  return (
    <div className="mw-field">
      <p id="line-ask">{t("treatment.lineAsk")}</p>
      <SubmitButton intent="propose-line-change" purpose="secondary" aria-describedby="line-ask">
        {t("treatment.lineAskButton")}
      </SubmitButton>
    </div>
  );
}
