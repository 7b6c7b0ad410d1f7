import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Comparison } from "#app/schemas/comparing.ts";
import { mostCompared, type ComparingPage } from "#app/schemas/comparing-page.ts";
import { Card } from "../card.tsx";
import { EmptyState } from "../empty-state.tsx";
import {
  CheckboxGroup,
  Form,
  FormActions,
  HiddenField,
  SubmitButton,
  TextField,
} from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { NothingComparable } from "./nothing-comparable.tsx";
import { useComparisonWords } from "./use-comparison-words.ts";

/** Which precedents stand beside each other: from the nearest, or named by number. */
export function ChoosePrecedents({ page }: { page: ComparingPage }) {
  const { t } = useTranslation("comparing");
  const { base, comparable, compared } = page;
  const isCase = base?.kind === "case";
  return (
    <div className="mw-stack mw-screen-only">
      {base ? null : <NothingChosen />}
      <Card title={t(compared.length > 0 ? "page.chooseMore" : "page.chooseTitle")}>
        {comparable?.nothing && isCase ? (
          <NothingComparable why={comparable.nothing} editable={base.id} />
        ) : null}
        <Form
          key={compared.map(({ precedent }) => precedent.id).join()}
          method="get"
          values={{ met: compared.map(({ precedent }) => precedent.id) }}
        >
          {isCase ? <HiddenField name="casus" value={base.id} /> : null}
          {base?.kind === "precedent" ? <HiddenField name="met" value={base.id} /> : null}
          {base ? <p>{t("page.chooseLead", { count: mostCompared })}</p> : null}
          <Choices page={page} />
          <TextField name="ook" label={t("page.also")} description={t("page.alsoHint")} optional />
          <FormActions>
            <SubmitButton>{t("page.compare")}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </div>
  );
}

function NothingChosen() {
  const { t } = useTranslation("comparing");
  return (
    <EmptyState
      title={t("page.emptyTitle")}
      action={
        <div className="utrecht-button-group">
          <LinkButton to="/casussen">{t("page.toCases")}</LinkButton>
          <LinkButton to="/precedenten">{t("page.toPrecedents")}</LinkButton>
        </div>
      }
    >
      {t("page.emptyText")}
    </EmptyState>
  );
}

/** What is compared now, also when it is not among the nearest, and then the nearest. */
function Choices({ page: { compared, comparable } }: { page: ComparingPage }) {
  const { t } = useTranslation("comparing");
  const words = useComparisonWords();
  const shown = new Set(compared.map(({ precedent }) => precedent.id));
  const near = comparable?.near.filter(({ precedent }) => !shown.has(precedent.id)) ?? [];
  const all = [...compared, ...near];
  if (all.length === 0) return null;
  const about = (comparison: Comparison) => {
    const { level, organisation } = comparison.precedent;
    const known = { verdict: words.verdict(comparison), level: words.level(level) };
    if (organisation === null) return t("page.choiceAbout", known);
    return t("page.choiceElsewhere", { ...known, organisation });
  };
  return (
    <CheckboxGroup
      name="met"
      label={t("page.choices")}
      options={all.map((comparison) => ({
        value: comparison.precedent.id,
        label: t("page.choice", comparison.precedent),
        description: about(comparison),
      }))}
      optional
    />
  );
}
